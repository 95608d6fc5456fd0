import t from 'tap'
import { accuracy } from '../../../matching/metrics/accuracy.ts'
import { ndcg } from '../../../matching/metrics/ndcg.ts'
import { recall } from '../../../matching/metrics/recall.ts'
import { reciprocalRank } from '../../../matching/metrics/reciprocal-rank.ts'

const grades = new Map([['a', 3], ['b', 1], ['c', 2]])

t.test('nDCG weighs exponential gains by the logarithm of the rank', async t => {
  // (2^1 - 1) / log2(2) + 0 / log2(3) + (2^3 - 1) / log2(4) = 1 + 0 + 3.5
  const gained = 1 / Math.log2(2) + 7 / Math.log2(4)
  // ideal a, c, b: 7 / log2(2) + 3 / log2(3) + 1 / log2(4), c never found
  const ideal = 7 / Math.log2(2) + 3 / Math.log2(3) + 1 / Math.log2(4)
  t.equal(gained, 4.5)
  t.equal(ndcg(['b', 'x', 'a'], grades), gained / ideal)
})

t.test('nDCG counts ranks up to its cutoff, in the ideal too', async t => {
  t.equal(ndcg(['x', 'a'], grades, 1), 0)
  t.equal(ndcg(['c', 'a'], grades, 1), 3 / 7)
  const many = new Map(Array.from({ length: 12 }, (_, number) => [`d${number}`, 1]))
  t.equal(ndcg([...many.keys()].slice(0, 10), many), 1, 'ten of twelve fill the ten ranks')
})

t.test('a perfect ranking has nDCG 1, and one without judgements 0', async t => {
  t.equal(ndcg(['a', 'c', 'b', 'x'], grades), 1)
  t.equal(ndcg(['a'], new Map()), 0)
  t.equal(ndcg([], grades), 0)
})

t.test('recall is the share of the judged among the first', async t => {
  t.equal(recall(['x', 'a', 'c'], grades), 2 / 3)
  t.equal(recall(['x', 'a', 'c'], grades, 2), 1 / 3)
  t.equal(recall(['a'], new Map()), 0)
  t.equal(recall([...Array.from({ length: 100 }, (_, number) => `x${number}`), 'a'], grades), 0, 'rank 101 is too late')
})

t.test('the reciprocal rank is that of the first judged', async t => {
  t.equal(reciprocalRank(['x', 'y', 'c', 'a'], grades), 1 / 3)
  t.equal(reciprocalRank(['b'], grades), 1)
  t.equal(reciprocalRank(['x', 'c'], grades, 1), 0)
  t.equal(reciprocalRank([], grades), 0)
})

t.test('accuracy looks at the first alone', async t => {
  t.equal(accuracy(['b', 'x'], grades), 1)
  t.equal(accuracy(['x', 'b'], grades), 0)
  t.equal(accuracy([], grades), 0)
})

t.test('a grade of 0 is no judgement', async t => {
  const zero = new Map([['a', 0], ['b', 1]])
  t.equal(accuracy(['a', 'b'], zero), 0)
  t.equal(recall(['a'], zero), 0)
  t.equal(reciprocalRank(['a', 'b'], zero), 1 / 2)
  t.equal(ndcg(['a', 'b'], zero), (1 / Math.log2(3)) / (1 / Math.log2(2)))
})
