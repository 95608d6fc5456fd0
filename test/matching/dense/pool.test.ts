import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { EncoderError } from '../../../matching/dense/encoder.ts'
import { Pool, type PoolSettings } from '../../../matching/dense/workers/pool.ts'
import type { Counts } from './counting-worker.ts'

const module = new URL('./counting-worker.ts', import.meta.url)

async function open (t: Test, more: Partial<PoolSettings> & Pick<Counts, 'refusal'> = {}): Promise<{ pool: Pool, counts: Int32Array }> {
  const counts = new Int32Array(new SharedArrayBuffer(8))
  const { refusal, ...settings } = more
  const data: Counts = { counts, refusal }
  const pool = await Pool.open({ module, data, threads: 1, reads: 'any', ...settings })
  t.teardown(() => pool.close())
  return { pool, counts }
}

const texts = (count: number): string[] => Array.from({ length: count }, (_, i) => 'x'.repeat(i))

t.test('says what its model is', async t => {
  const steps: string[] = []
  const { pool } = await open(t, { onProgress: step => steps.push(step) })
  t.match(pool, { name: 'counter', dimensions: 2, reads: 'any' })
  t.same(steps, ['counting'])
})

t.test('one vector a text, in order', async t => {
  const { pool } = await open(t, { threads: 2 })
  const vectors = await pool.encode(texts(20))
  t.same(vectors.map(([, length]) => length), texts(20).map(({ length }) => length))
  t.same(await pool.encode([]), [])
  t.same((await pool.encode(['after nothing']))[0]?.[1], 13)
})

t.test('all threads work', async t => {
  const { pool, counts } = await open(t, { threads: 2 })
  t.equal(counts[0], 1, 'the second starts when there is work')
  const vectors = await pool.encode(texts(200))
  t.equal(counts[0], 2)
  t.ok(Math.max(...vectors.map(([count]) => count!)) < 200, 'neither had all')
})

t.test('what is urgent goes first', async t => {
  const { pool } = await open(t)
  const backlog = pool.encode(texts(10))
  const later = pool.encode(['later'])
  const [first, second] = await pool.encode(['query', 'query'], { urgent: true })
  t.equal(first?.[0], 2, 'after the one text that was at work')
  t.equal(second?.[0], 3)
  t.same((await backlog).map(([count]) => count), [1, ...texts(9).map((_, i) => i + 4)])
  t.same((await later)[0]?.[0], 13)
})

t.test('a text that its model refuses', async t => {
  const { pool, counts } = await open(t)
  const good = pool.encode(['good'])
  await t.rejects(pool.encode(['throw']), new EncoderError('not this text'))
  t.equal((await good).length, 1)
  t.equal(counts[0], 1, 'costs no thread')
})

t.test('a thread that ends is replaced, and its text tried again', async t => {
  const { pool, counts } = await open(t)
  const vectors = await pool.encode(['before', 'crash once', 'after'])
  t.same(vectors.map(([, length]) => length), [6, 10, 5])
  t.equal(counts[0], 2)
})

t.test('a text that ends every thread is given up, and no other with it', async t => {
  const { pool, counts } = await open(t)
  const others = pool.encode(['one', 'two'])
  await t.rejects(pool.encode(['crash']), EncoderError)
  t.equal((await others).length, 2)
  t.equal((await pool.encode(['three'])).length, 1)
  t.equal(counts[0], 3)
})

t.test('a model that cannot be loaded', async t => {
  const counts = new Int32Array(new SharedArrayBuffer(8))
  const data: Counts = { counts, refusal: { first: true, reason: 'no such directory' } }
  await t.rejects(Pool.open({ module, data, threads: 1, reads: 'any' }), new EncoderError('no such directory'))

  const { pool } = await open(t, { refusal: { first: false, reason: 'no memory' } })
  await t.rejects(pool.encode(['crash once']), new EncoderError('no memory'))
  await t.rejects(pool.encode(['one']), new EncoderError('no memory'), 'and again, but it does not wait for ever')
})

t.test('closed: what is at work is finished, what waits is rejected', async t => {
  const { pool } = await open(t)
  const atWork = pool.encode(['one'])
  const waiting = t.rejects(pool.encode(['two']), EncoderError)
  await pool.close()
  t.equal((await atWork).length, 1)
  await waiting
  await t.rejects(pool.encode(['three']), EncoderError)
  await pool.close()
})

t.test('a process ends without closing', async t => {
  const script = `
    import { Pool } from ${JSON.stringify(new URL('../../../matching/dense/workers/pool.ts', import.meta.url).href)}
    const data = { counts: new Int32Array(new SharedArrayBuffer(8)) }
    const pool = await Pool.open({ module: new URL(${JSON.stringify(module.href)}), data, threads: 1, reads: 'any' })
    console.log((await pool.encode(['one', 'three'])).map(([, length]) => length).join())`
  const { stdout, status } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { cwd: fileURLToPath(new URL('.', import.meta.url)), timeout: 15_000, encoding: 'utf8' })
  t.equal(stdout.trim(), '3,5')
  t.equal(status, 0)
})
