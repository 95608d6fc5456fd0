import type { Bits } from './bits.ts'
import { TopK, type TieBreak } from './lexical/heap.ts'
import type { Candidates } from './lexical/search.ts'

/** One way in which texts are alike, measured for one query. */
export interface Signal {
  /** By slot, in single precision; NaN where it cannot be said. */
  about: Float32Array
  /** Exactly; NaN where it cannot be said. */
  exact (slot: number): number
  /** A profile is found where one of its signals is more than this. */
  least: number
  /** What unrelated profiles have of it on average, and how far they spread: believed as far as there are few to measure. */
  prior: { mean: number, spread: number }
  /** How much it counts, by whether the profile is in a language of the query's. */
  weights: { same: number, other: number }
  /** Whether it knows texts of another language by the vocabulary alone, and so is trusted as far as that goes. */
  glossed: boolean
}

interface Scale { mean: number, spread: number }

/**
 * A language's profiles: how many, and the sums of their values and of these squared, in whole units, so that the order in which
 * profiles came does not show. The prior is among them.
 */
interface Usual { unit: number, number: number, sum: number, squares: number }

/** The weakest that is found is lifted this much further above nothing than it was below, as a share. */
const lifted = 0.01

/**
 * How much of what chance gives the best of a language's unrelated profiles (about sqrt(2 ln n) standard deviations of n) is
 * taken off, so that a language is not preferred for having many: 0 .756, .25 .782, .5 and .75 .821, 1 .833 of the golden file's
 * solutions in another language; its peers .737, .758, .758, .768, .737.
 */
const chanceShare = 0.75

/** Where a language has more, one profile more or less does not change what is usual. */
const manyProfiles = 2000

/** As many profiles as the prior counts for. */
const priorProfiles = 12

/**
 * How alike profiles are to a query: the weighted sum of the signals, each as its distance from what all other profiles of the same
 * language have on average, in standard deviations. So what is written in the query's language, and therefore shares more words with
 * it whatever it says, does not crowd out the better match in another. As much is added to all as lifts the weakest that is
 * found above nothing.
 */
export class Likeness {
  /** By slot, in single precision; 0 for what is not found. */
  readonly about: Float32Array
  /** What is added to all, 0 or more. */
  readonly lift: number
  readonly #signals: readonly Signal[]
  readonly #usual: readonly (readonly Usual[])[]
  readonly #measured: Bits
  /** By group: how far the best of so many unrelated profiles stands out, taken off. */
  readonly #chance: readonly number[]
  readonly #groups: Uint16Array
  readonly #same: readonly boolean[]
  /** By signal and group. */
  readonly #weights: readonly (readonly number[])[]
  /** Of strengths without the lift. */
  readonly #usualStrengths: readonly Usual[]

  /**
   * @param groups language number of each slot
   * @param same by language number: whether the query is in that language
   * @param trust by language number: how far texts of that language and the query can be understood by the vocabulary, 0 to 1
   * @param measured the slots that tell what is usual: all but the query itself
   */
  constructor (signals: readonly Signal[], groups: Uint16Array, same: readonly boolean[], trust: readonly number[], measured: Bits, slots: number) {
    this.#signals = signals
    this.#groups = groups
    this.#same = same
    this.#weights = signals.map(({ weights, glossed }) => same.map((own, group) => (own ? weights.same : weights.other) * (glossed ? trust[group]! : 1)))
    this.#usual = signals.map(({ about, prior }) => usualOf(about, groups, same.map(() => prior), measured, slots))
    this.#measured = measured
    this.about = new Float32Array(slots)
    const found = new Uint8Array(slots)
    signals.forEach(({ about, least }, i) => {
      const scales = this.#usual[i]!.map(scaleOf)
      for (let slot = 1; slot < slots; slot++) {
        const value = about[slot]!
        if (Number.isNaN(value)) continue
        const group = groups[slot]!
        const { mean, spread } = this.#usual[i]![group]!.number > manyProfiles ? scales[group]! : this.#scale(i, slot, value)
        this.about[slot]! += (value - mean) / spread * this.#weights[i]![group]!
        if (value > least) found[slot] = 1
      }
    })
    this.#usualStrengths = usualOf(this.about, groups, same.map((_, group) => ({ mean: 0, spread: Math.hypot(...this.#weights.map(weights => weights[group]!)) || 1 })), measured, slots)
    this.#chance = this.#usualStrengths.map(usual => scaleOf(usual).spread * Math.sqrt(2 * Math.log(usual.number)) * chanceShare)
    for (let slot = 1; slot < slots; slot++) this.about[slot]! -= this.#chance[groups[slot]!]!
    this.lift = Math.max(0, leastWhere(found, this.about) * -(1 + lifted))
    for (let slot = 1; slot < slots; slot++) this.about[slot] = found[slot] === 1 ? this.about[slot]! + this.lift : 0
  }

  /** Exactly, of a profile that is found: above 0. */
  strength (slot: number): number {
    let sum = this.added(slot)
    for (let i = 0; i < this.#signals.length; i++) {
      const { value, mean, weight } = this.part(i, slot)
      if (!Number.isNaN(value)) sum += (value - mean) * weight
    }
    return sum
  }

  /** How far a profile stands out among all others of its language: its distance from their mean, in standard deviations. */
  standing (slot: number): number {
    const group = this.#groups[slot]!
    const strength = this.strength(slot) - this.added(slot)
    return strength / scaleOf(without(this.#usualStrengths[group]!, strength)).spread
  }

  /** A signal's share: `(value - mean) * weight`; the value is NaN where it cannot be said. */
  part (signal: number, slot: number): { value: number, mean: number, weight: number } {
    const group = this.#groups[slot]!
    const value = this.#signals[signal]!.exact(slot)
    const { mean, spread } = this.#scale(signal, slot, value)
    return { value, mean, weight: this.#weights[signal]![group]! / spread }
  }

  /** What is usual for a profile of its language: of all others, so that one good match among few does not make itself seem usual. */
  #scale (signal: number, slot: number, value: number): Scale {
    const usual = this.#usual[signal]![this.#groups[slot]!]!
    const counted = (this.#measured[slot >>> 5]! & (1 << (slot & 31))) !== 0 && !Number.isNaN(value)
    return scaleOf(counted && usual.number <= manyProfiles ? without(usual, value) : usual)
  }

  /** What was added to a profile's signals, or taken off, whatever they are: the lift less what chance gives. */
  added (slot: number): number {
    return this.lift - this.#chance[this.#groups[slot]!]!
  }

  /** As much of a profile's strength does not come from its signals, and so is nothing that facets act on; 0 or more. */
  base (slot: number): number {
    return Math.max(0, this.added(slot))
  }

  /** Whether a profile is in a language of the query's. */
  isSame (slot: number): boolean {
    return this.#same[this.#groups[slot]!]!
  }

  /** The `count` best of the allowed that are found, and of those what `accepts` takes. */
  top (count: number, before: TieBreak, allowed: Bits, accepts?: (slot: number) => boolean, least = 0): Candidates {
    const heap = new TopK(count, before, least)
    let found = 0
    let { floor } = heap
    for (let slot = 1; slot < this.about.length; slot++) {
      const value = this.about[slot]!
      if (!(value > 0) || (allowed[slot >>> 5]! & (1 << (slot & 31))) === 0) continue
      found++
      if (value < floor || accepts?.(slot) === false) continue
      heap.offer(slot, value)
      floor = heap.floor
    }
    return { ...heap.take(), found }
  }
}

function leastWhere (found: Uint8Array, values: Float32Array): number {
  let least = Infinity
  for (let slot = 1; slot < found.length; slot++) if (found[slot] === 1 && values[slot]! < least) least = values[slot]!
  return least === Infinity ? 0 : least
}

function usualOf (about: Float32Array, groups: Uint16Array, priors: readonly Scale[], measured: Bits, slots: number): Usual[] {
  const usual = priors.map(({ mean, spread }) => {
    const unit = spread / unitsInSpread
    return {
      unit,
      number: priorProfiles,
      sum: Math.round(mean * priorProfiles / unit),
      squares: Math.round((spread ** 2 + mean ** 2) * priorProfiles / (unit * squareRoot) ** 2)
    }
  })
  for (let slot = 1; slot < slots; slot++) {
    if ((measured[slot >>> 5]! & (1 << (slot & 31))) === 0) continue
    const value = about[slot]!
    if (Number.isNaN(value)) continue
    const group = usual[groups[slot]!]!
    const units = Math.round(value / group.unit)
    group.number++
    group.sum += units
    group.squares += squareOf(units)
  }
  return usual
}

/** As whole numbers these sums stay exact for more profiles than a machine holds. */
const unitsInSpread = 2 ** 16
const squareRoot = 2 ** 10
const squareOf = (units: number): number => Math.round((units / squareRoot) ** 2)

function scaleOf ({ unit, number, sum, squares }: Usual): Scale {
  const mean = sum / number * unit
  return { mean, spread: Math.sqrt(Math.max(squares / number * (unit * squareRoot) ** 2 - mean * mean, 1e-12)) }
}

function without ({ unit, number, sum, squares }: Usual, value: number): Usual {
  const units = Math.round(value / unit)
  return { unit, number: number - 1, sum: sum - units, squares: squares - squareOf(units) }
}
