import fc from 'fast-check'
import t from 'tap'
import { rank, type Source } from '../../matching/fusion.ts'
import { TopK } from '../../matching/lexical/heap.ts'

const bySlot = (a: number, b: number): number => a - b

function sourceOf (strengths: readonly number[], base = 0): Source & { read: number } {
  const source = {
    read: 0,
    base: () => base,
    top (count: number, accepts?: (slot: number) => boolean, least = 0) {
      const heap = new TopK(count, bySlot, least)
      strengths.forEach((strength, slot) => { if (strength > 0 && strength >= heap.floor && accepts?.(slot) !== false) heap.offer(slot, strength) })
      source.read++
      return { ...heap.take(), found: strengths.filter(strength => strength > 0).length }
    },
    strength: (slot: number) => strengths[slot]!,
    about: (slot: number) => strengths[slot]!
  }
  return source
}

t.test('ranks as scoring everything would, with gates and facets', async t => {
  const one = fc.record({ strength: fc.integer({ min: 0, max: 400 }), leaning: fc.integer({ min: -20, max: 20 }), fails: fc.integer({ min: 0, max: 3 }).map(n => n > 0) })
  fc.assert(fc.property(fc.array(one, { maxLength: 1500, size: 'max' }), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 400 }), (all, limit, base) => {
    const found = rank(sourceOf(all.map(({ strength }) => strength), base), limit, {
      failures: slot => all[slot]!.fails ? ['rule'] : [],
      leaning: slot => all[slot]!.leaning / 100,
      mostLeaning: 0.2
    }, bySlot)
    const scale = 1 / Math.max(1, ...all.map(({ strength }) => strength))
    const scored = all.map(({ strength, leaning, fails }, slot) => ({ slot, score: strength * scale + Math.max(0, strength * scale - base * scale) * (leaning / 100), fails })).filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.slot - b.slot)
    const wanted = scored.filter(({ fails }) => !fails).slice(0, limit)
    t.same(found.ranked.map(({ slot }) => slot), wanted.map(({ slot }) => slot))
    const last = wanted.length < limit ? scored.length : scored.indexOf(wanted.at(-1)!)
    t.equal(found.failed.length, scored.slice(0, last).filter(({ fails }) => fails).length, 'failing profiles above the last are counted')
    t.equal(found.considered, scored.length)
  }), { numRuns: 60 })
})

t.test('nothing found is an empty ranking', async t => {
  const { ranked, failed, considered } = rank(sourceOf([0, 0]), 10, { failures: () => ['rule'], leaning: () => 0, mostLeaning: 0 }, bySlot)
  t.same([ranked, failed, considered], [[], [], 0])
})

t.test('a clear ranking is read once', async t => {
  const source = sourceOf(Array.from({ length: 5000 }, (_, slot) => 5000 - slot))
  rank(source, 10, { failures: () => [], leaning: () => 0, mostLeaning: 0.01 }, bySlot)
  t.equal(source.read, 1)
})
