import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { keyOf } from '../../../matching/dense/cache/records.ts'
import { VectorCache } from '../../../matching/dense/vector-cache.ts'
import { dot } from './reference-bert.ts'

const encoder = { name: 'counter 1', dimensions: 4 }
const texts = ['one', 'two', 'three', 'four']
/** Of unit length, one a text. */
const vectors = [[1, 0, 0, 0], [0.6, 0.8, 0, 0], [0, 0, -1, 0], [0.5, 0.5, 0.5, 0.5]].map(values => Float32Array.from(values))

const fileIn = (directory: string): string => join(directory, readdirSync(directory).find(file => file.endsWith('.bin'))!)
const same = (vector: Float32Array | undefined, other: Float32Array | undefined): boolean => vector !== undefined && other !== undefined && dot(vector, other) > 0.9999

async function filled (t: Test, count = texts.length): Promise<{ directory: string, path: string }> {
  const directory = t.testdir()
  const cache = await VectorCache.open(directory, encoder)
  for (let i = 0; i < count; i++) cache.add(texts[i]!, vectors[i]!)
  cache.close()
  return { directory, path: fileIn(directory) }
}

t.test('a vector is there again after a restart', async t => {
  const { directory } = await filled(t)
  const cache = await VectorCache.open(directory, encoder)
  t.equal(cache.size, 4)
  t.equal(cache.writes, true)
  texts.forEach((text, i) => t.ok(same(cache.get(text), vectors[i])))
  t.equal(cache.get('five'), undefined)
  const size = statSync(fileIn(directory)).size
  t.equal(cache.add('one', vectors[0]!), true)
  t.equal(statSync(fileIn(directory)).size, size, 'what is known is not written again')
  t.throws(() => cache.add('five', Float32Array.of(1)), RangeError)
  cache.close()
  t.same(readdirSync(directory).length, 1, 'no lock is left')
})

t.test('encoders do not read each other\'s vectors', async t => {
  const { directory } = await filled(t)
  const other = await VectorCache.open(directory, { ...encoder, name: 'counter 2' })
  t.equal(other.get('one'), undefined)
  other.close()
  const wider = await VectorCache.open(directory, { ...encoder, dimensions: 5 })
  t.equal(wider.get('one'), undefined)
  wider.close()
})

t.test('no text is in the file', async t => {
  const directory = t.testdir()
  const cache = await VectorCache.open(directory, encoder)
  cache.add('a secret that someone wrote', vectors[0]!)
  cache.close()
  t.notOk(readFileSync(fileIn(directory)).includes('secret'))
  t.equal(statSync(fileIn(directory)).mode & 0o077, 0, 'and nobody else reads it')
})

t.test('torn at any byte', async t => {
  const { directory, path } = await filled(t)
  const whole = readFileSync(path)
  const record = 16 + 1 + 4 + 4 + 4
  const head = whole.length - 4 * record
  for (let length = 0; length <= whole.length; length++) {
    writeFileSync(path, whole.subarray(0, length))
    const cache = await VectorCache.open(directory, encoder)
    const kept = Math.max(0, Math.floor((length - head) / record))
    if (cache.size !== kept || !texts.slice(0, kept).every((text, i) => same(cache.get(text), vectors[i]))) t.fail(`${length} bytes of ${whole.length}`)
    cache.add('after', vectors[2]!)
    cache.close()
    const again = await VectorCache.open(directory, encoder)
    if (again.size !== kept + 1 || !same(again.get('after'), vectors[2])) t.fail(`${length} bytes of ${whole.length}, and more after it`)
    again.close()
  }
  t.notOk(existsSync(`${path}.damaged`))
})

t.test('an end of the right length that was never written', async t => {
  const { directory, path } = await filled(t)
  appendFileSync(path, Buffer.alloc(100))
  const cache = await VectorCache.open(directory, encoder)
  t.equal(cache.size, 4)
  cache.close()
  t.notOk(existsSync(`${path}.damaged`))
})

t.test('damaged at any byte but the last record\'s: set aside, and begun anew', async t => {
  const { directory, path } = await filled(t, 3)
  const whole = readFileSync(path)
  for (let at = 0; at < whole.length - 29; at += 5) {
    const damaged = Buffer.from(whole)
    damaged[at]! ^= 0x10
    writeFileSync(path, damaged)
    const cache = await VectorCache.open(directory, encoder)
    if (cache.size !== 0 || cache.get('one') !== undefined) t.fail(`byte ${at}`)
    cache.add('one', vectors[0]!)
    if (!same(cache.get('one'), vectors[0])) t.fail(`byte ${at}`)
    cache.close()
    if (!readFileSync(`${path}.damaged`).equals(damaged)) t.fail(`byte ${at}`)
  }
  t.pass()
})

t.test('damage while it is open', async t => {
  const { directory, path } = await filled(t)
  const cache = await VectorCache.open(directory, encoder)
  const damaged = readFileSync(path)
  damaged[damaged.length - 10]! ^= 1
  writeFileSync(path, damaged)
  t.equal(cache.get('four'), undefined)
  t.ok(same(cache.get('three'), vectors[2]))
  cache.close()
})

t.test('forgotten', async t => {
  const { directory, path } = await filled(t)
  const cache = await VectorCache.open(directory, encoder)
  t.equal(cache.forget(keyOf('two')), true)
  t.equal(cache.get('two'), undefined)
  t.equal(cache.forget(keyOf('never there')), true)
  t.equal(cache.add('one again', vectors[3]!), true)
  cache.close()
  const vector = readFileSync(path).subarray(-29 * 5 + 17, -29 * 5 + 25)

  writeFileSync(`${path}.new`, 'half a file that a killed process left')
  const again = await VectorCache.open(directory, encoder)
  t.equal(again.get('two'), undefined)
  t.equal(again.size, 4)
  t.notOk(readFileSync(path).includes(vector), 'its vector has left the file')
  for (const i of [0, 2, 3]) t.ok(same(again.get(texts[i]!), vectors[i]))
  t.equal(again.add('two', vectors[1]!), true)
  t.ok(same(again.get('two'), vectors[1]), 'and may come back')
  again.close()
  t.same(readdirSync(directory), [path.split('/').at(-1)])
})

t.test('a file that is mostly dead is written anew at once', async t => {
  const { directory, path } = await filled(t)
  const cache = await VectorCache.open(directory, encoder)
  const record = 29
  const full = statSync(path).size
  cache.forget(keyOf('one'))
  t.equal(statSync(path).size, full + record, '3 of 5 live')
  cache.forget(keyOf('two'))
  t.equal(statSync(path).size, full - 2 * record, '2 of 6 lived')
  t.ok(same(cache.get('three'), vectors[2]))
  t.ok(same(cache.get('four'), vectors[3]))
  cache.add('five', vectors[0]!)
  cache.close()
  const again = await VectorCache.open(directory, encoder)
  t.equal(again.size, 3)
  t.ok(same(again.get('five'), vectors[0]))
  again.close()
  t.equal(readdirSync(directory).length, 1)
})

t.test('a second one reads, and does not write', async t => {
  const { directory, path } = await filled(t)
  const first = await VectorCache.open(directory, encoder)
  const before = readFileSync(path)
  const second = await VectorCache.open(directory, encoder)
  t.equal(second.writes, false)
  t.ok(same(second.get('two'), vectors[1]))
  t.equal(second.add('five', vectors[0]!), false)
  t.equal(second.get('five'), undefined)
  t.equal(second.forget(keyOf('two')), false, 'it says that the file still has it')
  t.equal(second.get('two'), undefined)
  second.close()
  t.ok(readFileSync(path).equals(before))
  t.equal(first.writes, true)
  t.equal(first.add('five', vectors[0]!), true)
  first.close()

  // Where the first has not even begun a file, and where it is damaged or torn.
  const empty = t.testdir()
  writeFileSync(join(empty, `${path.split('/').at(-1)}.lock`), '')
  const none = await VectorCache.open(empty, encoder)
  t.equal(none.size, 0)
  t.equal(none.writes, false)
  none.close()
})

t.test('a lock that nobody holds any more is taken over', async t => {
  const { directory, path } = await filled(t)
  const lock = `${path}.lock`
  const { pid: gone } = spawnSync(process.execPath, ['-e', ''])
  const old = new Date(Date.now() - 120_000)
  const opens = async (holder: object | string, touched?: Date): Promise<boolean> => {
    writeFileSync(lock, typeof holder === 'string' ? holder : JSON.stringify(holder))
    if (touched !== undefined) utimesSync(lock, touched, touched)
    const cache = await VectorCache.open(directory, encoder)
    const { writes } = cache
    cache.close()
    return writes
  }
  t.equal(await opens({ host: hostname(), process: gone, token: '' }), true, 'its process is gone')
  t.equal(await opens({ host: hostname(), process: process.ppid, token: '' }), false, 'its process lives')
  t.equal(await opens({ host: hostname(), process: process.ppid, token: '' }, old), true, 'the number is another process\'s by now')
  t.equal(await opens({ host: hostname(), process: process.pid, token: '' }, old), true, 'this one had the number before: a container that was restarted')
  t.equal(await opens({ host: 'elsewhere', process: gone, token: '' }), false, 'another machine is believed')
  t.equal(await opens({ host: 'elsewhere', process: gone, token: '' }, old), true, 'for a minute')
  t.equal(await opens('', old), true)
})

t.test('whose lock was taken over writes no more', async t => {
  const { directory, path } = await filled(t)
  const cache = await VectorCache.open(directory, encoder)
  writeFileSync(`${path}.lock`, JSON.stringify({ host: 'elsewhere', process: 1, token: 'other' }))
  t.equal(cache.writes, false)
  t.equal(cache.add('five', vectors[0]!), false)
  cache.close()
  t.ok(existsSync(`${path}.lock`), 'nor does it remove what is not its own')
})

t.test('a killed process leaves what it had', async t => {
  const directory = t.testdir()
  const script = `
    import { VectorCache } from ${JSON.stringify(new URL('../../../matching/dense/vector-cache.ts', import.meta.url).href)}
    const cache = await VectorCache.open(${JSON.stringify(directory)}, ${JSON.stringify(encoder)})
    for (let i = 0; i < 1000; i++) cache.add('text ' + i, Float32Array.of(1, i, 0, 0))
    process.kill(process.pid, 'SIGKILL')`
  spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { cwd: process.cwd() })
  t.equal(readdirSync(directory).filter(file => file.endsWith('.lock')).length, 1)
  const cache = await VectorCache.open(directory, encoder)
  t.equal(cache.size, 1000)
  t.equal(cache.writes, true)
  t.ok(same(cache.get('text 7'), Float32Array.of(1 / Math.hypot(1, 7), 7 / Math.hypot(1, 7), 0, 0)))
  cache.close()
})

t.test('many vectors', async t => {
  const directory = t.testdir()
  const wide = { name: 'wide', dimensions: 384 }
  const cache = await VectorCache.open(directory, wide)
  const vector = (i: number): Float32Array => Float32Array.from({ length: 384 }, (_, k) => Math.sin(i * 31 + k * k))
  for (let i = 0; i < 6000; i++) cache.add(`text ${i}`, vector(i))
  cache.close()
  truncateSync(fileIn(directory), statSync(fileIn(directory)).size - 1)
  const again = await VectorCache.open(directory, wide)
  t.equal(again.size, 5999, 'more than one batch of reading')
  for (const i of [0, 2555, 2570, 5998]) {
    const expected = vector(i)
    t.ok(same(again.get(`text ${i}`), expected.map(value => value / Math.hypot(...expected))))
  }
  again.close()
})

t.test('all texts but those in use are forgotten', async t => {
  const { directory } = await filled(t)
  const cache = await VectorCache.open(directory, encoder)
  cache.retain(new Set([keyOf('two'), keyOf('never there')]))
  t.equal(cache.size, 1)
  cache.close()
  const again = await VectorCache.open(directory, encoder)
  t.same(texts.map(text => again.get(text) !== undefined), [false, true, false, false])
  again.close()
})
