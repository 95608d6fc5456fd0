import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { type Encoder, EncoderError } from '../../../matching/dense/encoder.ts'
import { openEncoder } from '../../../matching/dense/index.ts'
import { openOpenAi, type OpenAiSpec } from '../../../matching/dense/openai/index.ts'

interface Asked {
  path: string | undefined
  authorization: string | undefined
  body: { model: string, input: string[], encoding_format: string, dimensions?: number }
}

type Handler = (asked: Asked, response: ServerResponse, number: number) => void

/** [length, 1, 0], not at unit length. */
const embedding = (text: string): number[] => [text.length, 1, 0]

const good: Handler = ({ body }, response) => answer(response, { data: body.input.map((text, index) => ({ index, embedding: embedding(text) })) })

function answer (response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(typeof body === 'string' ? body : JSON.stringify(body))
}

/** Requests are numbered from 1, the probe's. */
async function serve (t: Test, handler: Handler): Promise<{ baseUrl: string, asked: Asked[] }> {
  const asked: Asked[] = []
  const server = createServer(async (request: IncomingMessage, response) => {
    const one: Asked = { path: request.url, authorization: request.headers.authorization, body: JSON.parse(await text(request)) }
    asked.push(one)
    handler(one, response, asked.length)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { baseUrl: `http://127.0.0.1:${port}/v1`, asked }
}

const quick = { firstDelay: 5, timeout: 300, attempts: 3 }

async function open (t: Test, handler: Handler, spec: Partial<OpenAiSpec> = {}, settings = quick): Promise<{ encoder: Encoder, asked: Asked[] }> {
  const { baseUrl, asked } = await serve(t, handler)
  return { encoder: await openOpenAi({ baseUrl, model: 'm-1', ...spec }, settings), asked }
}

async function until (done: () => boolean): Promise<void> {
  while (!done()) await setTimeout(2)
}

t.test('asks as the format wants it', async t => {
  const { baseUrl, asked } = await serve(t, good)
  const encoder = await openEncoder({ kind: 'openai', baseUrl: `${baseUrl}/?v=2`, model: 'm-1', apiKey: 'sk-secret' }, { cacheDirectory: t.testdir() })
  t.match(asked[0], { path: '/v1/embeddings?v=2', authorization: 'Bearer sk-secret', body: { model: 'm-1', encoding_format: 'float' } })
  t.notOk('dimensions' in asked[0]!.body)
  t.match(encoder, { dimensions: 3, reads: 'any' })
  t.match(encoder?.name, /m-1/)
  t.notMatch(encoder?.name, /secret|v=2/)

  const [vector] = await encoder!.encode(['four'])
  t.same(vector, Float32Array.of(4 / Math.sqrt(17), 1 / Math.sqrt(17), 0))
  await encoder!.close()
  await t.rejects(encoder!.encode(['four']), EncoderError)
})

t.test('dimensions that were asked for', async t => {
  const { encoder, asked } = await open(t, good, { dimensions: 3 })
  t.equal(asked[0]?.body.dimensions, 3)
  t.equal(asked[0]?.authorization, undefined)
  t.equal(encoder.dimensions, 3)
  await t.rejects(open(t, good, { dimensions: 4 }), { name: 'EncoderError', message: /3 dimensions where 4/ })
})

t.test('batches of 64, in order, whatever the order of the answer', async t => {
  const { encoder, asked } = await open(t, ({ body }, response) => {
    answer(response, { data: body.input.map((text, index) => ({ index, embedding: embedding(text) })).reverse() })
  })
  const texts = Array.from({ length: 150 }, (_, i) => 'x'.repeat(i + 1))
  const vectors = await encoder.encode(texts)
  t.same(vectors.map(vector => Math.round(vector[0]! / vector[1]!)), texts.map(({ length }) => length))
  t.same(asked.slice(1).map(({ body }) => body.input.length), [64, 64, 22])
  t.same(await encoder.encode([]), [])
})

t.test('texts that endpoints refuse', async t => {
  const { encoder, asked } = await open(t, good)
  await encoder.encode(['', `${'x'.repeat(7999)}😀`, 'a\uD800b'])
  t.same(asked[1]?.body.input, [' ', 'x'.repeat(7999), 'ab'])
})

t.test('what is urgent does not wait for the backlog', async t => {
  const held: (() => void)[] = []
  const { encoder } = await open(t, (asked, response, number) => {
    if (number === 1 || asked.body.input[0] === 'query') good(asked, response, number)
    else held.push(() => good(asked, response, number))
  }, {}, { ...quick, timeout: 10_000 })
  const first = encoder.encode(['one'])
  const second = encoder.encode(['two'])
  await until(() => held.length > 0)
  t.equal((await encoder.encode(['query'], { urgent: true })).length, 1)
  t.equal(held.length, 1, 'of the backlog one request at a time')
  held[0]!()
  await first
  await until(() => held.length > 1)
  held[1]!()
  t.equal((await second).length, 1)
})

t.test('asks again where that may help', async t => {
  for (const status of [408, 429, 500, 503]) {
    const { encoder, asked } = await open(t, (one, response, number) => number === 2 ? answer(response, 'busy', status) : good(one, response, number))
    t.equal((await encoder.encode(['four'])).length, 1)
    t.equal(asked.length, 3)
  }
  const { encoder, asked } = await open(t, (one, response, number) => {
    if (number === 2) response.destroy()
    else if (number !== 3) good(one, response, number)
  })
  t.equal((await encoder.encode(['four'])).length, 1, 'after a lost connection and a timeout')
  t.equal(asked.length, 4)
})

t.test('waits as long as it is told', async t => {
  // A date is in whole seconds: of two seconds from the answer on, at least one is left.
  const forms: Record<string, () => string> = { seconds: () => '1', date: () => new Date(Date.now() + 2000).toUTCString() }
  for (const [form, header] of Object.entries(forms)) {
    const { encoder } = await open(t, (one, response, number) => number === 2 ? answer(response, '', 429, { 'retry-after': header() }) : good(one, response, number))
    const start = performance.now()
    await encoder.encode(['four'])
    t.ok(performance.now() - start > 900, form)
  }
})

t.test('does not ask again where it cannot help, nor for ever', async t => {
  const { encoder, asked } = await open(t, (one, response, number) => number === 1 ? good(one, response, number) : answer(response, '{"error":"no such model"}', 404))
  await t.rejects(encoder.encode(['four']), { name: 'EncoderError', message: /404.*no such model/ })
  t.equal(asked.length, 2)

  const { encoder: busy, asked: often } = await open(t, (one, response, number) => number === 1 ? good(one, response, number) : answer(response, '', 503))
  await t.rejects(busy.encode(['four']), { name: 'EncoderError', message: /503/ })
  t.equal(often.length, 1 + quick.attempts)
})

t.test('closed: nothing is waited for', async t => {
  const { encoder, asked } = await open(t, (one, response, number) => {
    if (number === 1) good(one, response, number)
    if (number === 2) answer(response, '', 429, { 'retry-after': '50' })
  })
  const backlog = [encoder.encode(['one']), encoder.encode(['two'])]
  await until(() => asked.length === 2)
  const urgent = encoder.encode(['three'], { urgent: true })
  await until(() => asked.length === 3)
  await encoder.close()
  for (const encoding of [...backlog, urgent]) await t.rejects(encoding, EncoderError)
  t.equal(asked.length, 3)
})

t.test('answers that are not what was asked for', async t => {
  const bad: Record<string, unknown> = {
    'too few': { data: [{ index: 0, embedding: [1, 2, 3] }] },
    'not a list': { data: 'none' },
    nothing: null,
    'not JSON': 'oops',
    'an index twice': { data: [{ index: 0, embedding: [1, 2, 3] }, { index: 0, embedding: [1, 2, 3] }] },
    'an index too high': { data: [{ index: 0, embedding: [1, 2, 3] }, { index: 2, embedding: [1, 2, 3] }] },
    'no index': { data: [{ embedding: [1, 2, 3] }, { embedding: [1, 2, 3] }] },
    'other dimensions': { data: [{ index: 0, embedding: [1, 2, 3] }, { index: 1, embedding: [1, 2] }] },
    base64: { data: [{ index: 0, embedding: 'AACAPw==' }, { index: 1, embedding: 'AACAPw==' }] },
    'null inside': { data: [{ index: 0, embedding: [1, 2, null] }, { index: 1, embedding: [1, 2, 3] }] },
    'no direction': { data: [{ index: 0, embedding: [0, 0, 0] }, { index: 1, embedding: [1, 2, 3] }] }
  }
  for (const [what, body] of Object.entries(bad)) {
    const { encoder, asked } = await open(t, (one, response, number) => number === 1 ? good(one, response, number) : answer(response, body))
    await t.rejects(encoder.encode(['one', 'two']), EncoderError, what)
    t.equal(asked.length, 2)
  }
})

t.test('the key stays here', async t => {
  const apiKey = 'sk-very-secret'
  const { encoder } = await open(t, (one, response, number) => number === 1 ? good(one, response, number) : answer(response, `bad key: ${one.authorization}`, 401), { apiKey })
  await t.rejects(encoder.encode(['one']), { name: 'EncoderError', message: /401 bad key: Bearer \[key\]/ })

  const elsewhere = await serve(t, good)
  const { encoder: redirected } = await open(t, (one, response, number) => number === 1 ? good(one, response, number) : response.writeHead(307, { location: `${elsewhere.baseUrl}/embeddings` }).end(), { apiKey })
  await t.rejects(redirected.encode(['one']), EncoderError)
  t.equal(elsewhere.asked.length, 0, 'redirects are not followed')

  for (const baseUrl of ['http://user:sk-very-secret@127.0.0.1/v1', 'sk-very-secret', 'file:///sk-very-secret']) {
    const error: unknown = await openOpenAi({ baseUrl, model: 'm-1' }, quick).catch(error => error)
    t.type(error, EncoderError)
    t.notMatch(String(error), /secret/)
  }
  const nobody: unknown = await openOpenAi({ baseUrl: 'http://127.0.0.1:1/v1?key=sk-very-secret', model: 'm-1', apiKey: 'sk-very-\nsecret' }, quick).catch(error => error)
  t.type(nobody, EncoderError)
  t.notMatch(String(nobody), /secret/)
})
