import fc from 'fast-check'
import t from 'tap'
import type { Bm25f } from '../../../matching/lexical/bm25f.ts'
import { LexicalIndex } from '../../../matching/lexical/index.ts'

const settings: Bm25f = { k1: 1.2, b: 0.9, k3: 8, weights: [2, 1, 1, 1] }

type Document = readonly [title: string, problem: string]

const bySlot = (a: number, b: number): number => a - b
// All slots but 0, which is nobody's.
const everything = new Uint32Array(1000).fill(0xffffffff).fill(0xfffffffe, 0, 1)

function add (index: LexicalIndex, slot: number, texts: Document): void {
  const fields = texts.map((text, field) => ({ field, terms: text.split(' ').filter(word => word !== '') }))
  index.add(slot, fields, [...fields.map(({ terms }) => terms.length), 0, 0])
}

function counts (query: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const term of query.split(' ')) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

t.test('three profiles, by hand', async t => {
  const index = new LexicalIndex(settings)
  // Weighted lengths 2 + 4 = 6, 8, 4 + 6 = 10: on average 8.
  add(index, 1, ['bus', 'bus late bus city'])
  add(index, 2, ['', 'water pump city water tank water road city'])
  add(index, 3, ['night bus', 'late city train city late night'])

  const idfOfTwo = Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
  const norm1 = 1.2 * (0.1 + 0.9 * 6 / 8)
  const norm3 = 1.2 * (0.1 + 0.9 * 10 / 8)
  // "bus" once in the title, weighing 2, and twice in the problem: 4.
  const bus1 = idfOfTwo * (9 * 2 / (8 + 2)) * 2.2 * 4 / (4 + norm1)
  const late1 = idfOfTwo * 2.2 * 1 / (1 + norm1)
  const bus3 = idfOfTwo * (9 * 2 / (8 + 2)) * 2.2 * 2 / (2 + norm3)
  const late3 = idfOfTwo * 2.2 * 2 / (2 + norm3)

  const search = index.search(counts('bus late bus tram'), everything)
  t.ok(Math.abs(search.strength(1) - (bus1 + late1)) < 1e-12)
  t.ok(Math.abs(search.strength(3) - (bus3 + late3)) < 1e-12)
  t.equal(search.strength(2), 0)
  t.ok(Math.abs(search.about(1) - search.strength(1)) < 1e-6)

  const { slots, found } = search.top(10, bySlot)
  t.same([...slots], [1, 3])
  t.equal(found, 2, 'who shares no term is not found')
  const [bus, late] = search.shares(1)
  t.match(bus, { term: 'bus' })
  t.same(bus?.fields.map(share => Math.round(share / bus1 * 100)), [50, 50, 0, 0], 'the title gave 2 of 4')
  t.equal(late?.term, 'late')
  t.ok(Math.abs(late!.score - late1) < 1e-12)
})

t.test('equal scores come in the caller\'s order, wherever profiles stand', async t => {
  const index = new LexicalIndex(settings)
  for (let slot = 700; slot > 0; slot--) add(index, slot, ['bus', 'bus stop'])
  const { slots, scores } = index.search(counts('bus'), everything).top(300, bySlot)
  t.same([...slots], Array.from({ length: 300 }, (_, i) => i + 1))
  t.equal(new Set(scores).size, 1)
})

t.test('having: all the terms', async t => {
  const index = new LexicalIndex(settings)
  for (let slot = 1; slot <= 300; slot++) add(index, slot, [slot % 2 === 0 ? 'bus' : 'tram', slot % 3 === 0 ? 'city' : 'town'])
  const of = (terms: string[]): number => [...index.having(terms, 301)].reduce((sum, word) => sum + word.toString(2).replaceAll('0', '').length, 0)
  t.equal(of(['bus', 'city']), 50)
  t.equal(of(['bus', 'tram']), 0)
  t.equal(of(['bus', 'harbour']), 0)
  t.equal(of([]), 300)
})

t.test('an index that was changed is as one built afresh', async t => {
  const word = fc.constantFrom('bus', 'water', 'night', 'city', 'pump', 'late', 'train', 'school')
  const text = fc.array(word, { maxLength: 8 }).map(words => words.join(' '))
  const change = fc.record({ slot: fc.integer({ min: 1, max: 60 }), texts: fc.option(fc.tuple(text, text)) })
  fc.assert(fc.property(fc.array(change, { minLength: 1, maxLength: 900, size: 'max' }), fc.array(word, { minLength: 1, maxLength: 6 }), (changes, query) => {
    const changed = new LexicalIndex(settings)
    const held = new Map<number, Document>()
    changes.forEach(({ slot, texts }, i) => {
      if (held.delete(slot)) changed.remove(slot)
      if (texts !== null) {
        add(changed, slot, texts)
        held.set(slot, texts)
      }
      if (i % 100 === 0) changed.search(counts('bus city'), everything)
    })
    const fresh = new LexicalIndex(settings)
    for (const [slot, texts] of held) add(fresh, slot, texts)
    t.equal(changed.size, fresh.size)

    const asked = counts(query.join(' '))
    const one = changed.search(asked, everything)
    const other = fresh.search(asked, everything)
    t.same(one.top(100, bySlot), other.top(100, bySlot))
    for (const slot of held.keys()) {
      t.equal(one.strength(slot), other.strength(slot))
      t.same(one.shares(slot), other.shares(slot))
    }
    t.same(changed.having(query, 61), fresh.having(query, 61))
  }), { numRuns: 30 })
})

t.test('a large index gives memory back when it is emptied', async t => {
  const index = new LexicalIndex(settings)
  for (let slot = 1; slot <= 2000; slot++) add(index, slot, [`title${slot}`, 'the same words for all of them and more'])
  index.search(counts('same'), everything)
  const full = index.bytes
  for (let slot = 1; slot <= 2000; slot++) index.remove(slot)
  t.equal(index.size, 0)
  t.equal(index.search(counts('same'), everything).top(5, bySlot).found, 0)
  t.ok(index.bytes < full * 0.8)
})
