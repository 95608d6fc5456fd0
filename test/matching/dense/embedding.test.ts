import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { Embedding, type Encoded } from '../../../matching/dense/embedding.ts'
import { openOpenAi } from '../../../matching/dense/openai/index.ts'
import { stretches, wholeVector } from '../../../matching/dense/stretches.ts'
import { VectorCache } from '../../../matching/dense/vector-cache.ts'
import { createMatcher, type Profile } from '../../../matching/index.ts'

/** A real endpoint: texts about water lie along one axis, others along another; it can be told to fail. */
async function endpoint (t: Test, turned = false): Promise<{ baseUrl: string, asked: string[][], fails: (text: string) => boolean, failing: (test: (text: string) => boolean) => void }> {
  const asked: string[][] = []
  const state = { asked, baseUrl: '', fails: (_: string): boolean => false, failing: (test: (text: string) => boolean) => { state.fails = test } }
  const server = createServer(async (request, response) => {
    const { input } = JSON.parse(await text(request)) as { input: string[] }
    asked.push(input)
    const failed = input.some(one => state.fails(one))
    const axes = (one: string): number[] => /water|pipe/i.test(one) === turned ? [0.1, 1, 0.1] : [1, 0.1, 0.1]
    response.writeHead(failed ? 400 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(failed ? { error: 'no' } : { data: input.map((one, index) => ({ index, embedding: axes(one) })) }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  state.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  return state
}

async function encodedBy (baseUrl: string, directory: string, model = 'm'): Promise<Encoded> {
  const encoder = await openOpenAi({ baseUrl, model }, { firstDelay: 5, timeout: 5000, attempts: 1 })
  return { encoder, cache: await VectorCache.open(directory, encoder) }
}

const profile = (id: string, problem: string): Profile => ({ id, kind: 'challenge', texts: [{ field: 'problem', text: problem, language: 'en' }], facets: {} })
const leak = profile('leak', 'Old pipes lose half of the drinking water.')
const buses = profile('buses', 'Buses stand in traffic all morning.')
const quick = { firstDelay: 5, lastDelay: 20 }

const cosineOf = (matcher: ReturnType<typeof createMatcher>, id: string, vectors: readonly Float32Array[] | undefined) =>
  matcher.match({ profile: { kind: 'challenge', texts: [{ field: 'problem', text: 'water' }], facets: {} }, vectors, vectorsRead: 'any', target: 'challenge', limit: 5 })
    .matches.find(match => match.id === id)?.parts.find(part => part.name === 'vectors')

t.test('profiles get their vectors in the background, and once only', async t => {
  const { baseUrl, asked } = await endpoint(t)
  const directory = t.testdir()
  const matcher = createMatcher()
  const embedding = new Embedding(matcher, await encodedBy(baseUrl, directory), quick)
  for (const one of [leak, buses]) {
    matcher.upsert(one)
    embedding.upsert(one)
  }
  t.equal(embedding.progress.waiting, 2)
  await embedding.settled()
  t.match(embedding.progress, { waiting: 0, profiles: 2 })
  const vectors = await embedding.vectorsOf([{ field: 'problem', text: 'water' }])
  t.match(cosineOf(matcher, 'leak', vectors), { known: true, value: Number })
  t.ok(cosineOf(matcher, 'leak', vectors)!.value > 0.99)
  await embedding.close()

  const before = asked.length
  const again = createMatcher()
  const restarted = new Embedding(again, await encodedBy(baseUrl, directory), quick)
  again.upsert(leak)
  restarted.upsert(leak)
  await restarted.settled()
  t.equal(asked.length, before + 1, 'after a restart only the probe is asked')
  t.ok(cosineOf(again, 'leak', vectors)!.value > 0.99)
  await restarted.close()
})

t.test('a text that cannot be encoded holds up no other, and is tried again', async t => {
  const { baseUrl, failing } = await endpoint(t)
  const matcher = createMatcher()
  const errors: unknown[] = []
  const embedding = new Embedding(matcher, await encodedBy(baseUrl, t.testdir()), { ...quick, onError: error => errors.push(error) })
  failing(one => one.includes('pipes'))
  for (const one of [leak, buses]) {
    matcher.upsert(one)
    embedding.upsert(one)
  }
  while (embedding.progress.waiting > 1) await setTimeout(5)
  t.equal(embedding.progress.waiting, 1)
  failing(() => false)
  await embedding.settled()
  t.equal(embedding.progress.waiting, 0)
  t.ok(errors.length >= 1)
  await embedding.close()
})

t.test('a question that the encoder cannot answer in time is matched without', async t => {
  const { baseUrl, failing } = await endpoint(t)
  const embedding = new Embedding(createMatcher(), await encodedBy(baseUrl, t.testdir()), quick)
  t.equal(await embedding.vectorsOf([{ field: 'problem', text: 'water' }], 0), undefined)
  failing(() => true)
  t.equal(await embedding.vectorsOf([{ field: 'problem', text: 'other water' }]), undefined)
  await embedding.close()
})

t.test('what is removed or changed is forgotten', async t => {
  const { baseUrl } = await endpoint(t)
  const matcher = createMatcher()
  const encoded = await encodedBy(baseUrl, t.testdir())
  const embedding = new Embedding(matcher, encoded, quick)
  const twin = { ...leak, id: 'twin' }
  for (const one of [leak, twin, buses]) {
    matcher.upsert(one)
    embedding.upsert(one)
  }
  await embedding.settled()
  const leakText = leak.texts[0]!.text
  const busText = buses.texts[0]!.text
  embedding.remove('leak')
  t.ok(encoded.cache.get(leakText), 'another profile has the same text')
  embedding.remove('twin')
  t.notOk(encoded.cache.get(leakText))
  embedding.upsert({ ...buses, texts: [{ field: 'problem', text: 'Trams, now.' }] })
  await embedding.settled()
  t.notOk(encoded.cache.get(busText))
  t.ok(encoded.cache.get('Trams, now.'))
  await embedding.close()
})

t.test('the old encoder serves until every profile has its new vectors', async t => {
  const old = await endpoint(t)
  const next = await endpoint(t, true)
  const directory = t.testdir()
  const first = new Embedding(createMatcher(), await encodedBy(old.baseUrl, directory, 'old'), quick)
  for (const one of [leak, buses]) first.upsert(one)
  await first.settled()
  await first.close()

  const matcher = createMatcher()
  next.failing(one => one.includes('Buses'))
  const made = await encodedBy(next.baseUrl, directory, 'new')
  const embedding = new Embedding(matcher, made, { ...quick, previous: await encodedBy(old.baseUrl, directory, 'old') })
  for (const one of [leak, buses]) {
    matcher.upsert(one)
    embedding.upsert(one)
  }
  while (embedding.progress.waiting > 1) await setTimeout(5)
  t.match(embedding.progress, { serving: /old/, making: /new/ })
  const asOld = await embedding.vectorsOf([{ field: 'problem', text: 'water' }])
  t.ok(asOld![0][0]! > 0.9, 'what is asked is encoded as what is held')
  t.ok(cosineOf(matcher, 'leak', asOld)!.value > 0.99)
  next.failing(() => false)
  await embedding.settled()
  t.match(embedding.progress, { serving: /new/, waiting: 0 })
  const asNew = await embedding.vectorsOf([{ field: 'problem', text: 'water' }])
  t.ok(asNew![0][1]! > 0.9)
  t.ok(cosineOf(matcher, 'leak', asNew)!.value > 0.99)
  await embedding.close()
})

t.test('long texts are read to their end', async t => {
  const words = (count: number): string => Array.from({ length: count }, (_, i) => `w${i}`).join(' ')
  t.same(stretches(words(190)).length, 1)
  const long = stretches(words(400))
  t.equal(long.length, 3)
  t.equal(long[0], words(400), 'the encoder reads of it what it can')
  t.ok(long[1]!.startsWith('w190 '))
  t.ok(long[2]!.startsWith('w210 ') && long[2]!.endsWith(' w399'), 'the last reaches back')
  t.same(wholeVector([Float32Array.of(1, 0), Float32Array.of(0, 1), Float32Array.of(0, 1)]), Float32Array.of(1, 1), 'the first counts 1, each further one a half')
})
