import type { ReadText } from './analysis.ts'
import { type Bits, clearBit, emptyBits, setBit, widerBits } from './bits.ts'
import type { Facets, Profile } from './types.ts'

/** The coded facets that filters look at. */
export type Scheme = 'area' | 'sdg-target' | 'country' | 'language' | 'stage' | 'solution-kind'

/** A profile with its texts read, and the languages they were found to be in. */
export interface Held {
  profile: Profile
  texts: readonly ReadText[]
  languages: readonly string[]
  /** To tell copies by. */
  signature?: Uint32Array
}

/**
 * The profiles of one kind by slot, a small integer above 0 that every part of the matcher names them by, with what filters need:
 * for every code a bit for each slot, and the population range of each. Slots of removed profiles are used again.
 */
export class Profiles {
  readonly #slots = new Map<string, number>()
  readonly #held: (Held | undefined)[] = [undefined]
  readonly #free: number[] = []
  readonly #groups = new Map<string, Set<number>>()
  readonly #codes = new Map<string, Bits>()
  #live: Bits = emptyBits(1024)
  readonly #languages = new Map<string, number>([['und', 0]])
  #languageNumbers = new Uint16Array(1024)
  #smallest = new Float64Array(1024)
  #largest = new Float64Array(1024)
  /** Bytes of the profiles themselves, about. */
  #kept = 0

  get size (): number {
    return this.#slots.size
  }

  /** How many slots there are, free ones included. */
  get slots (): number {
    return this.#held.length
  }

  get bytes (): number {
    let sum = this.#live.byteLength + this.#smallest.byteLength * 2 + this.#kept
    for (const bits of this.#codes.values()) sum += bits.byteLength
    return sum
  }

  slot (id: string): number | undefined {
    return this.#slots.get(id)
  }

  /** The slot must be taken. */
  at (slot: number): Held {
    return this.#held[slot]!
  }

  before = (a: number, b: number): number => {
    const first = this.#held[a]!.profile.id
    const second = this.#held[b]!.profile.id
    return first < second ? -1 : first > second ? 1 : 0
  }

  /** The id must be new. Returns its slot. */
  add (held: Held): number {
    const slot = this.#free.pop() ?? this.#held.length
    if (slot >= this.#smallest.length) this.#widen()
    const { id, group, facets } = held.profile
    this.#held[slot] = held
    this.#kept += bytesOf(held)
    this.#slots.set(id, slot)
    setBit(this.#live, slot)
    if (group !== undefined) this.#groups.set(group, (this.#groups.get(group) ?? new Set()).add(slot))
    for (const key of codesOf(facets)) {
      let bits = this.#codes.get(key)
      if (bits === undefined || bits.length <= slot >>> 5) {
        bits = bits === undefined ? emptyBits(this.#smallest.length) : widerBits(bits, this.#smallest.length)
        this.#codes.set(key, bits)
      }
      setBit(bits, slot)
    }
    const { populationMin, populationMax } = facets.fit ?? {}
    const fits = populationMin !== undefined || populationMax !== undefined
    this.#languageNumbers[slot] = this.#languageNumber(held.languages[0] ?? 'und')
    this.#smallest[slot] = facets.population ?? (fits ? populationMin ?? 0 : NaN)
    this.#largest[slot] = facets.population ?? (fits ? populationMax ?? Infinity : NaN)
    return slot
  }

  /** The slot must be taken. */
  remove (slot: number): void {
    const { id, group, facets } = this.at(slot).profile
    this.#kept -= bytesOf(this.at(slot))
    this.#held[slot] = undefined
    this.#slots.delete(id)
    clearBit(this.#live, slot)
    if (group !== undefined) {
      const members = this.#groups.get(group)
      members?.delete(slot)
      if (members?.size === 0) this.#groups.delete(group)
    }
    for (const key of codesOf(facets)) clearBit(this.#codes.get(key)!, slot)
    this.#free.push(slot)
  }

  /** By slot: the number of the language that most of a profile's text is in. */
  get languageNumbers (): Uint16Array {
    return this.#languageNumbers
  }

  /** In the order of their numbers. */
  get languages (): string[] {
    return [...this.#languages.keys()]
  }

  #languageNumber (language: string): number {
    const known = this.#languages.get(language)
    if (known !== undefined) return known
    const made = this.#languages.size
    this.#languages.set(language, made)
    return made
  }

  /** A copy: everything that is held. */
  all (): Bits {
    return this.#live.slice(0, (this.slots + 31) >>> 5)
  }

  withCode (scheme: Scheme, code: string): Bits | undefined {
    return this.#codes.get(key(scheme, code))
  }

  members (group: string): Iterable<number> {
    return this.#groups.get(group) ?? []
  }

  /** What overlaps the range; unknown does not. */
  withPopulation (min: number, max: number): Bits {
    const bits = emptyBits(this.slots)
    for (let slot = 0; slot < this.slots; slot++) if (this.#smallest[slot]! <= max && this.#largest[slot]! >= min) setBit(bits, slot)
    return bits
  }

  #widen (): void {
    const slots = this.#smallest.length * 2
    this.#live = widerBits(this.#live, slots)
    const smallest = new Float64Array(slots)
    smallest.set(this.#smallest)
    this.#smallest = smallest
    const largest = new Float64Array(slots)
    largest.set(this.#largest)
    this.#largest = largest
    const languageNumbers = new Uint16Array(slots)
    languageNumbers.set(this.#languageNumbers)
    this.#languageNumbers = languageNumbers
  }
}

function key (scheme: Scheme, code: string): string {
  return `${scheme}:${code.toLowerCase()}`
}

/** Languages and targets count for what they belong to as well: zh-Hans for zh, 11.2 for 11 (RFC 4647, basic filtering). */
function * codesOf (facets: Facets): Iterable<string> {
  for (const area of facets.areas ?? []) yield key('area', area)
  for (const target of facets.sdgTargets ?? []) for (const code of prefixes(target, '.')) yield key('sdg-target', code)
  if (facets.country !== undefined) yield key('country', facets.country)
  for (const country of facets.countries ?? []) yield key('country', country)
  for (const language of facets.languages ?? []) for (const code of prefixes(language, '-')) yield key('language', code)
  if (facets.stage !== undefined) yield key('stage', facets.stage)
  if (facets.solutionKind !== undefined) yield key('solution-kind', facets.solutionKind)
}

function prefixes (code: string, separator: string): string[] {
  const parts = code.split(separator)
  return parts.map((_, i) => parts.slice(0, i + 1).join(separator))
}

/** Objects at about 1,000 bytes a profile and 150 a text; strings as V8 keeps them, two bytes a character where one is not Latin-1. */
function bytesOf ({ texts }: Held): number {
  return texts.reduce((sum, { text }) => sum + 150 + text.length * (isLatin1(text) ? 1 : 2), 1000)
}

function isLatin1 (text: string): boolean {
  return !/[^\u0000-\u00ff]/.test(text) // eslint-disable-line no-control-regex
}
