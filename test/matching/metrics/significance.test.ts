import t from 'tap'
import { seededRandom } from '../../../matching/metrics/random.ts'
import { bootstrapInterval, randomisationTest } from '../../../matching/metrics/significance.ts'

t.test('the same seed gives the same numbers, from 0 to below 1', async t => {
  const draw = (seed: number) => Array.from({ length: 1000 }, seededRandom(seed))
  t.same(draw(7), draw(7))
  t.not(draw(7)[0], draw(8)[0])
  t.ok(draw(7).every(value => value >= 0 && value < 1))
  t.ok(Math.abs(draw(7).reduce((sum, value) => sum + value, 0) / 1000 - 0.5) < 0.03)
})

t.test('the interval of a constant difference is that difference', async t => {
  // every resample of 0.5, 0.5, 0.5, 0.5 has the mean 0.5
  t.same(bootstrapInterval([0, 0.25, 0.5, 0.5], [0.5, 0.75, 1, 1]), { difference: 0.5, low: 0.5, high: 0.5 })
})

t.test('the interval is close to what the normal distribution says', async t => {
  const b = Array.from({ length: 400 }, (_, query) => query % 2)
  const { difference, low, high } = bootstrapInterval(b.map(() => 0), b)
  // mean 0.5, standard error sqrt(0.25 / 400) = 0.025, 1.96 of them each way: 0.451 to 0.549
  t.equal(difference, 0.5)
  t.ok(Math.abs(low - 0.451) < 0.006, `low ${low}`)
  t.ok(Math.abs(high - 0.549) < 0.006, `high ${high}`)
})

t.test('a lower confidence is a narrower interval', async t => {
  const a = [0.1, 0.4, 0.3, 0.9, 0.2, 0.6]
  const b = [0.3, 0.3, 0.5, 0.8, 0.7, 0.9]
  const wide = bootstrapInterval(a, b, { confidence: 0.99 })
  const narrow = bootstrapInterval(a, b, { confidence: 0.5 })
  t.ok(wide.low < narrow.low && narrow.high < wide.high)
  t.same(bootstrapInterval(a, b, { seed: 3 }), bootstrapInterval(a, b, { seed: 3 }))
})

t.test('the p-value is the share of sign patterns that are as extreme', async t => {
  // differences 1, 1, 1: of the 8 sign patterns only +++ and --- have a sum of 3 in size, so p = 2 / 8
  t.ok(Math.abs(randomisationTest([0, 0, 0], [1, 1, 1], { samples: 100_000 }) - 0.25) < 0.01)
})

t.test('equal systems do not differ', async t => {
  t.equal(randomisationTest([0.2, 0.7], [0.2, 0.7]), 1)
})

t.test('twenty differences of one sign are significant', async t => {
  // 2 of 2^20 patterns; with 10,000 samples the least p-value is 1 / 10,001
  const a = Array.from({ length: 20 }, () => 0)
  t.ok(randomisationTest(a, a.map(() => 0.1)) < 0.001)
})

t.test('values that are not paired are refused', async t => {
  t.throws(() => bootstrapInterval([1], [1, 2]), RangeError)
  t.throws(() => randomisationTest([], []), RangeError)
  t.throws(() => bootstrapInterval([1], [1], { confidence: 1 }), RangeError)
})
