import fc from 'fast-check'
import t, { type Test } from 'tap'
import { VectorIndex } from '../../../matching/dense/vector-index.ts'
import { dot } from './reference-bert.ts'

const near = (t: Test, found: number | undefined, expected: number, error = 0.005): boolean =>
  t.ok(found !== undefined && Math.abs(found - expected) < error, `${found} is about ${expected}`)

function unit (values: readonly number[]): Float32Array {
  const norm = Math.hypot(...values)
  return Float32Array.from(values, value => value / norm)
}

/** The same numbers every time. */
function vectors (count: number, dimensions: number, seed = 1): Float32Array[] {
  let state = seed
  const next = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x7fffffff - 0.5
  }
  return Array.from({ length: count }, () => unit(Array.from({ length: dimensions }, next)))
}

t.test('by hand', async t => {
  const index = new VectorIndex(2)
  index.set(1, [unit([1, 0])])
  index.set(3, [unit([0, 1]), unit([3, 4])])
  const into = new Float32Array(5)

  index.scores([unit([1, 0])], into)
  near(t, into[1], 1)
  near(t, into[3], 0.6, 0.01)
  for (const slot of [0, 2, 4]) t.ok(Number.isNaN(into[slot]), 'who has no vectors has no cosine')

  index.scores([unit([1, 0]), unit([0, 1])], into)
  near(t, into[1], (1 + 0) / 2)
  near(t, into[3], (0.6 + 1) / 2, 0.01)

  index.scores([unit([1, 0]), unit([0, 1])], into, [3, 1])
  near(t, into[1], 3 / 4)
  near(t, into[3], (3 * 0.6 + 1) / 4, 0.01)

  index.scores([Float32Array.of(-20, 0)], into)
  near(t, into[1], -1)
  near(t, into[3], 0)
  index.scores([], into)
  t.ok(into.every(Number.isNaN), 'nothing was asked')
})

t.test('what a slot has', async t => {
  const index = new VectorIndex(3)
  t.equal(index.has(7), false)
  t.same(index.vectorsOf(7), [])
  t.equal(index.remove(7), false)
  const given = [unit([1, 2, 3]), unit([-1, 0, 2]), unit([0, 0, 1])]
  index.set(7, given)
  t.equal(index.has(7), true)
  t.equal(index.size, 1)
  const back = index.vectorsOf(7)
  t.equal(back.length, 3)
  back.forEach((vector, i) => near(t, dot(vector, given[i]!), 1, 1e-4))
  index.set(7, back)
  t.same(index.vectorsOf(7), back, 'to be set again changes nothing')
  index.set(7, [])
  t.equal(index.has(7), false)
  t.equal(index.size, 0)
  index.set(2, [new Float32Array(3)])
  const into = new Float32Array(3)
  index.scores([unit([1, 1, 1])], into)
  t.equal(into[2], 0, 'a vector of zeros is near nothing')
  index.scores([new Float32Array(3)], into)
  t.equal(into[2], 0)
})

t.test('what cannot be compared', async t => {
  const index = new VectorIndex(3)
  index.set(1, [unit([1, 2, 3])])
  t.throws(() => index.set(1, [unit([1, 2])]), RangeError)
  t.equal(index.has(1), true, 'as it was')
  t.throws(() => index.scores([unit([1, 2])], new Float32Array(2)), RangeError)
  t.throws(() => index.scores([unit([1, 2, 3])], new Float32Array(2), [1, 1]), RangeError)
  index.set(9, [unit([1, 2, 3])])
  const short = new Float32Array(2)
  index.scores([unit([1, 2, 3])], short)
  near(t, short[1], 1)
})

for (const dimensions of [1, 7, 16, 384, 3072]) {
  t.test(`as plain arithmetic, ${dimensions} dimensions`, async t => {
    const index = new VectorIndex(dimensions)
    const all = vectors(1001, dimensions)
    // Slots with 1 to 3 vectors.
    const slots = new Map<number, Float32Array[]>()
    for (let i = 0, slot = 5; i < all.length; slot += 2) {
      const mine = all.slice(i, i + 1 + slot % 3)
      i += mine.length
      slots.set(slot, mine)
      index.set(slot, mine)
    }
    const queries = vectors(3, dimensions, 99)
    const weights = [2, 0, 1]
    const into = new Float32Array(2000)
    index.scores(queries, into, weights)
    let worst = 0
    for (const [slot, mine] of slots) {
      const expected = queries.reduce((sum, query, i) => sum + weights[i]! * Math.max(...mine.map(vector => dot(query, vector))), 0) / 3
      worst = Math.max(worst, Math.abs(expected - into[slot]!))
    }
    t.ok(worst < 0.006, `at most ${worst} off`)

    // Against what the index holds, rounding aside, it is exact.
    for (const slot of [5, 7, 9]) {
      const expected = queries.reduce((sum, query, i) => sum + weights[i]! * Math.max(...index.vectorsOf(slot).map(vector => dot(query, vector))), 0) / 3
      near(t, into[slot], expected, 2e-4)
    }
  })
}

t.test('extreme numbers do not overflow', async t => {
  for (const dimensions of [384, 4096]) {
    const index = new VectorIndex(dimensions)
    index.set(1, [unit(new Array(dimensions).fill(1))])
    index.set(2, [unit(new Array(dimensions).fill(-1))])
    const into = new Float32Array(3)
    index.scores([unit(new Array(dimensions).fill(1))], into)
    near(t, into[1], 1, 1e-4)
    near(t, into[2], -1, 1e-4)
  }
})

t.test('an index that was changed is as one built afresh', async t => {
  const pool = vectors(40, 20)
  const change = fc.record({ slot: fc.integer({ min: 1, max: 50 }), chosen: fc.array(fc.nat(39), { maxLength: 4 }) })
  fc.assert(fc.property(fc.array(change, { maxLength: 600, size: 'max' }), changes => {
    const changed = new VectorIndex(20)
    const held = new Map<number, Float32Array[]>()
    for (const { slot, chosen } of changes) {
      const mine = chosen.map(i => pool[i]!)
      if (mine.length === 0) {
        if (changed.remove(slot) !== held.delete(slot)) return false
      } else {
        changed.set(slot, mine)
        held.set(slot, mine)
      }
    }
    const fresh = new VectorIndex(20)
    for (const [slot, mine] of held) fresh.set(slot, mine)
    const [one, other] = [new Float32Array(60), new Float32Array(60)]
    changed.scores(pool.slice(0, 2), one)
    fresh.scores(pool.slice(0, 2), other)
    return changed.size === held.size && one.every((score, slot) => Object.is(score, other[slot])) &&
      [...held.keys()].every(slot => JSON.stringify(changed.vectorsOf(slot)) === JSON.stringify(fresh.vectorsOf(slot)))
  }), { numRuns: 100 })
  t.pass()
})

t.test('a large index gives memory back when it is emptied', async t => {
  const index = new VectorIndex(64)
  const pool = vectors(100, 64)
  for (let slot = 1; slot <= 3000; slot++) index.set(slot, [pool[slot % 100]!, pool[slot % 99]!])
  t.equal(index.size, 3000)
  const full = index.bytes
  for (let slot = 1; slot <= 2990; slot++) index.remove(slot)
  t.ok(index.bytes < full / 4)
  const into = new Float32Array(3001)
  index.scores([pool[3000 % 100]!], into)
  near(t, into[3000], 1)
  t.equal(into.filter(score => !Number.isNaN(score)).length, 10)
})
