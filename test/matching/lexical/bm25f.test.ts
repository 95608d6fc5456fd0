import t, { type Test } from 'tap'
import { type Bm25f, countIn, idf, impact, lengthNorm, queryWeight, steppedAverage, weightedCount, withMore } from '../../../matching/lexical/bm25f.ts'

const settings: Bm25f = { k1: 1.2, b: 0.9, k3: 8, weights: [2, 1, 1, 1] }
const close = (t: Test, found: number, wanted: number): void => { t.ok(Math.abs(found - wanted) < 1e-12, `${found} is ${wanted}`) }

t.test('the formulas, by hand', async t => {
  close(t, idf(3, 2), Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5)))
  t.ok(idf(10, 10) > 0, 'a term that everyone has is worth little, never less than nothing')
  close(t, queryWeight(1, settings), 1)
  close(t, queryWeight(2, settings), 9 * 2 / (8 + 2))
  close(t, lengthNorm(8, 8, settings), 1.2)
  close(t, lengthNorm(16, 8, settings), 1.2 * (0.1 + 0.9 * 2))
  close(t, impact(3, 1.2, settings), 2.2 * 3 / 4.2)
})

t.test('counts of four fields in one number', async t => {
  let counts = 0
  for (let i = 0; i < 300; i++) counts = withMore(counts, 3, 1)
  for (let i = 0; i < 7; i++) counts = withMore(counts, 0, 1)
  counts = withMore(counts, 1, 1)
  t.same([0, 1, 2, 3].map(field => countIn(counts, field)), [7, 1, 0, 255], 'a count stops at 255 and spills nowhere')
  close(t, weightedCount(counts, [2, 1, 1, 0.5]), 14 + 1 + 127.5)
})

t.test('the average length goes in steps', async t => {
  close(t, steppedAverage(24, 3), 8)
  t.equal(steppedAverage(800, 100), steppedAverage(830, 100), 'a small change leaves impacts as they are')
  for (const average of [1, 3, 90, 151.7]) t.ok(Math.abs(steppedAverage(average * 10, 10) / average - 1) < 0.045)
  t.equal(steppedAverage(0, 0), 1)
})
