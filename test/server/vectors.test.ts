import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as bodyOf } from 'node:stream/consumers'
import t from 'tap'
import { createMatcher } from '../../matching/index.ts'
import { createVectors } from '../../server/services/vectors.ts'

t.test('several that share a folder end at the same moment, and it says which encoder served last', async (t) => {
  const endpoint = createServer((request, response) => {
    bodyOf(request).then((body) => {
      const { input } = JSON.parse(body) as { input: string[] }
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: input.map((one, index) => ({ index, embedding: [1, one.length, index] })) }))
    }).catch((error: unknown) => response.destroy(error as Error))
  })
  await new Promise<void>((resolve) => { endpoint.listen(0, '127.0.0.1', resolve) })
  const cacheDirectory = await mkdtemp(join(tmpdir(), 'wicc-vectors-'))
  const failures: unknown[] = []
  const baseUrl = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/v1`
  const all = Array.from({ length: 12 }, () => createVectors(createMatcher(), { encoder: { kind: 'openai', baseUrl, model: 'm-1' }, cacheDirectory, onError: (error) => { failures.push(error) } }))
  t.teardown(async () => {
    endpoint.close()
    await rm(cacheDirectory, { recursive: true, force: true })
  })
  for (const vectors of all) vectors.filled()
  await Promise.all(all.map(async (vectors) => vectors.settled()))
  await Promise.all(all.map(async (vectors) => vectors.close()))
  t.same(failures, [])
  t.match(JSON.parse(await readFile(join(cacheDirectory, 'encoder.json'), 'utf8')), { spec: { kind: 'openai', model: 'm-1' } })
  t.same((await readdir(cacheDirectory)).filter((name) => name.startsWith('encoder.json.')), [], 'nothing is left beside it')
})
