import t, { type Test } from 'tap'
import { bandOf } from '../../matching/bands.ts'
import { emptyBits, setBit } from '../../matching/bits.ts'
import { Likeness, type Signal } from '../../matching/likeness.ts'

const near = (t: Test, found: number, wanted: number, message: string) => t.ok(Math.abs(found - wanted) < 2e-3, `${message}: ${found}, by hand ${wanted}`)

function signal (values: readonly number[], weights = { same: 1, other: 1 }, glossed = false): Signal {
  const about = Float32Array.of(NaN, ...values)
  return { about, exact: slot => about[slot]!, least: 0, prior: { mean: 0, spread: 1 }, weights, glossed }
}

/** Profiles in slots 1, 2, ...; languages by number, 0 being the query's. */
function likenessOf (signals: readonly Signal[], languages: readonly number[], trust = [1, 1]): Likeness {
  const slots = languages.length + 1
  const measured = emptyBits(slots)
  for (let slot = 1; slot < slots; slot++) setBit(measured, slot)
  return new Likeness(signals, Uint16Array.of(0, ...languages), [true, false], trust, measured, slots)
}

t.test('by hand: distances from what all others of the language have, the prior counting for twelve', async t => {
  // Slots 1, 2, 3 have 3, 1, 0. For slot 1 the others are 1, 0 and twelve of mean 0, spread 1:
  // mean 1/14, mean square (12 + 1)/14, spread sqrt(13/14 - 1/196).
  const likeness = likenessOf([signal([3, 1, 0])], [0, 0, 0])
  const first = (3 - 1 / 14) / Math.sqrt(13 / 14 - 1 / 196)
  near(t, likeness.strength(1) - likeness.added(1), first, 'first')
  const second = (1 - 3 / 14) / Math.sqrt((12 + 9) / 14 - 9 / 196)
  near(t, likeness.strength(2) - likeness.added(2), second, 'second')
  // Strengths so far are 3.048, .652 and slot 3's (0 - 4/14) / sqrt((12 + 10)/14 - 16/196), with twelve of 0 and 1 fifteen.
  const third = (0 - 4 / 14) / Math.sqrt(22 / 14 - 16 / 196)
  const middle = (first + second + third) / 15
  const chance = Math.sqrt((12 + first ** 2 + second ** 2 + third ** 2) / 15 - middle ** 2) * Math.sqrt(2 * Math.log(15)) * 0.75
  near(t, likeness.lift - likeness.added(1), chance, 'what chance gives the best of so many')
  const { value, mean, weight } = likeness.part(0, 1)
  near(t, (value - mean) * weight, first, 'the part sums to it')
})

t.test('a language whose texts share more with everything does not crowd out another', async t => {
  // In language 0 everything shares about 4; in language 1 about 1, and slot 8 stands out of its own.
  const likeness = likenessOf([signal([4, 4.2, 3.8, 4.1, 1, 1.1, 0.9, 3])], [0, 0, 0, 0, 1, 1, 1, 1])
  const ranked = [1, 2, 3, 4, 5, 6, 7, 8].sort((a, b) => likeness.strength(b) - likeness.strength(a))
  t.equal(ranked[0], 8)
})

t.test('everything found keeps a strength above nothing', async t => {
  const likeness = likenessOf([signal([9, 9, 9, 9, 9, 0.1, 0])], [0, 0, 0, 0, 0, 0, 0])
  t.ok(likeness.strength(6) > 0)
  t.ok(likeness.lift > 0)
  const all = emptyBits(8)
  for (let slot = 1; slot < 8; slot++) setBit(all, slot)
  const { slots, found } = likeness.top(10, (a, b) => a - b, all)
  t.equal(found, 6)
  t.same([...slots], [1, 2, 3, 4, 5, 6], 'and what shares nothing is not found')
})

t.test('other languages count by their own weights, and what the vocabulary cannot read by how far it is trusted', async t => {
  const weights = { same: 1, other: 2 }
  const one = likenessOf([signal([0, 3], weights)], [0, 1])
  near(t, one.strength(2) - one.added(2), 2 * 3, 'twelve others of mean 0 and spread 1, weight 2')
  const trusted = likenessOf([signal([0, 3], weights, true)], [0, 1], [1, 0.25])
  near(t, trusted.strength(2) - trusted.added(2), 0.25 * 2 * 3, 'a quarter of it')
  t.notOk(one.isSame(2))
})

t.test('the order in which profiles came does not show', async t => {
  const values = Array.from({ length: 500 }, (_, i) => Math.fround(Math.sin(i) + 1.1))
  const forth = likenessOf([signal(values)], values.map(() => 0))
  const back = likenessOf([signal(values.toReversed())], values.map(() => 0))
  t.same(values.map((_, i) => forth.strength(i + 1)), values.map((_, i) => back.strength(values.length - i)))
})

t.test('one good match among few does not make itself seem usual', async t => {
  const few = likenessOf([signal([30, 0, 0.5, 0.2])], [0, 0, 0, 0])
  t.equal(bandOf(few.standing(1)), 'strong')
  t.equal(bandOf(few.standing(3)), undefined)
})

t.test('facets act on what the signals give, however little chance leaves of it', async t => {
  const alone = likenessOf([signal([0.5])], [0])
  t.ok(alone.added(1) < 0, 'of twelve of mean 0 and spread 1, one half is less than chance gives the best')
  t.equal(alone.base(1), 0)
  t.ok(alone.strength(1) > 0)

  // For slot 1 the others are .1, forty times 3, and twelve of mean 0 and spread 1.
  const values = [6, 0.1, ...Array.from({ length: 40 }, () => 3)]
  const crowd = likenessOf([signal(values)], values.map(() => 0))
  t.ok(crowd.added(1) > 0, 'the weakest that is found lifts all')
  const mean = 120.1 / 53
  near(t, crowd.strength(1) - crowd.base(1), (6 - mean) / Math.sqrt((0.01 + 360 + 12) / 53 - mean ** 2), 'its distance from the others')
})

t.test('bands', async t => {
  t.same([7, 6.9, 4.7, 4.6, 2.7, 2.6, -1].map(bandOf), ['strong', 'good', 'good', 'possible', 'possible', undefined, undefined])
})

t.test('what the vocabulary cannot read is trusted no more in the query\'s own language', async t => {
  const own = likenessOf([signal([3, 0], { same: 2, other: 1 }, true)], [0, 0], [0.25, 1])
  const read = likenessOf([signal([3, 0], { same: 2, other: 1 }, true)], [0, 0], [1, 1])
  near(t, own.strength(1) - own.added(1), (read.strength(1) - read.added(1)) / 4, 'a quarter of it')
})
