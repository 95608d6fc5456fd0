import fc from 'fast-check'
import t from 'tap'
import { TopK } from '../../../matching/lexical/heap.ts'

t.test('gives what sorting everything gives', async t => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 5 }), (scores, capacity, least) => {
    const heap = new TopK(capacity, (a, b) => a - b, least)
    scores.forEach((score, slot) => { heap.offer(slot, score) })
    const sorted = scores.map((score, slot) => ({ score, slot })).filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score || a.slot - b.slot).slice(0, capacity)
    t.equal(heap.full, sorted.length === capacity)
    const { slots, scores: kept } = heap.take()
    t.same([...slots], sorted.map(({ slot }) => slot))
    t.same([...kept], sorted.map(({ score }) => score))
  }))
})
