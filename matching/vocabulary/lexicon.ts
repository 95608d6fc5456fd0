import type { Analyser } from '../types.ts'
import type { Concept } from './concepts.ts'
import { type Bases, basesIn } from './forms/index.ts'
import { type ReadWord, WordReader } from './reading.ts'

/** A concept that a word may mean; the weights of a word's senses sum to 1, the likeliest first. */
export interface Sense {
  concept: Concept
  weight: number
}

/** More than these a word hardly means in one text; what stands behind them is noise. */
const mostSenses = 4

/** How much less each further word of a cell speaks for its concept than the one before. */
const doubt = 0.5

/** A phrase of which function words leave one word only, go to school, says less of that word than the word's own concept. */
const wornShare = 0.5

/** Longer phrases than this are not looked for. */
const mostWords = 7

export interface Found {
  senses: readonly Sense[]
  /** How many words were read. */
  count: number
}

/** Words and phrases of one language, and the concepts they may mean. */
export class Lexicon {
  readonly #written = new Map<string, Map<Concept, number>>()
  readonly #exact = new Map<string, Map<Concept, number>>()
  readonly #stems = new Map<string, Map<Concept, number>>()
  readonly #settled = new Map<Map<Concept, number>, readonly Sense[]>()
  /** By first key or stem: words in the longest phrase that begins with it. */
  readonly #longest = new Map<string, number>()
  readonly #reader: WordReader
  readonly #bases: Bases

  constructor (analyser: Analyser) {
    this.#reader = new WordReader(analyser)
    this.#bases = basesIn(analyser.language)
  }

  get size (): number {
    return this.#exact.size
  }

  /** `weight` is the share of a concept's first word; packages' words get less than our own. */
  add (concept: Concept, words: readonly string[], weight: number): void {
    words.forEach((word, position) => {
      const read = this.#reader.read(word)
      const [first] = read
      if (first === undefined) return
      const share = weight / (1 + position * doubt)
      raise(this.#written, writtenKey(read), concept, share)
      raise(this.#exact, exactKey(read), concept, share)
      this.#reach(first.key, read.length)
      const told = read.filter(({ stem }) => stem !== '')
      if (told.length === 0) return
      raise(this.#stems, stemKey(read), concept, told.length === 1 && read.length > 1 ? share * wornShare : share)
      this.#reach(told[0]!.stem, read.length)
    })
  }

  /** What a word mostly means, the likeliest first; what else it is listed for is hardly meant. */
  prefer (word: string, concepts: readonly Concept[]): void {
    const read = this.#reader.read(word)
    for (const found of [this.#written.get(writtenKey(read)), this.#exact.get(exactKey(read))]) preferred(found, concepts)
  }

  #reach (first: string, length: number): void {
    this.#longest.set(first, Math.max(this.#longest.get(first) ?? 0, length))
  }

  read (text: string): ReadWord[] {
    return this.#reader.read(text)
  }

  /**
   * The longest phrase that begins with a word and is listed: as it is written, by a form that it may be listed under, or by its
   * stems. Function words say something alone only as they are written.
   */
  match (words: readonly ReadWord[], at: number): Found | undefined {
    const { written, key, stem } = words[at]!
    let most = 1
    const reach = Math.min(mostWords, Math.max(this.#longest.get(key) ?? 0, this.#longest.get(stem) ?? 0))
    while (most < reach && words[at + most]?.joined === true) most++
    for (let count = most; count > 1; count--) {
      const phrase = words.slice(at, at + count)
      const found = this.#written.get(writtenKey(phrase)) ?? this.#exact.get(exactKey(phrase)) ?? (stem === '' || phrase.at(-1)!.stem === '' ? undefined : this.#stemmed(phrase))
      if (found !== undefined) return { senses: this.#settle(found), count }
    }
    const found = this.#written.get(written) ?? this.#exact.get(key) ?? (stem === '' ? undefined : this.#listedBase(written, key) ?? this.#stems.get(stem))
    if (found === undefined) return undefined
    // A doubled word is one: ibu-ibu, mothers.
    const next = words[at + 1]
    return { senses: this.#settle(found), count: next?.joined === true && next.written === written ? 2 : 1 }
  }

  #stemmed (phrase: readonly ReadWord[]): Map<Concept, number> | undefined {
    const told = phrase.filter(({ stem }) => stem !== '')
    return told.length < 2 ? undefined : this.#stems.get(stemKey(phrase))
  }

  #listedBase (written: string, key: string): Map<Concept, number> | undefined {
    for (const base of this.#bases(written)) {
      const found = this.#written.get(base)
      if (found !== undefined) return found
    }
    for (const base of this.#bases(key)) {
      const found = this.#exact.get(base)
      if (found !== undefined) return found
    }
    return undefined
  }

  #settle (weights: Map<Concept, number>): readonly Sense[] {
    const known = this.#settled.get(weights)
    if (known !== undefined) return known
    const settled = sensesOf(weights)
    this.#settled.set(weights, settled)
    return settled
  }
}

function raise (map: Map<string, Map<Concept, number>>, key: string, concept: Concept, share: number): void {
  const senses = map.get(key) ?? new Map<Concept, number>()
  senses.set(concept, Math.max(senses.get(concept) ?? 0, share))
  map.set(key, senses)
}

/** How much a word means what it is listed for and seldom means. */
const seldom = 0.25

/** Gives the concepts falling weights, and the others of the word little. */
export function preferred (weights: Map<Concept, number> | undefined, concepts: readonly Concept[]): void {
  if (weights === undefined) return
  for (const concept of weights.keys()) {
    const place = concepts.indexOf(concept)
    weights.set(concept, place < 0 ? seldom : 1 / (1 + place))
  }
}

export function sensesOf (weights: ReadonlyMap<Concept, number>): readonly Sense[] {
  const likeliest = [...weights].sort((a, b) => b[1] - a[1]).slice(0, mostSenses)
  const total = likeliest.reduce((sum, [, weight]) => sum + weight, 0)
  return likeliest.map(([concept, weight]) => ({ concept, weight: weight / total }))
}

const writtenKey = (words: readonly ReadWord[]): string => words.map(({ written }) => written).join(' ')
const exactKey = (words: readonly ReadWord[]): string => words.map(({ key }) => key).join(' ')
const stemKey = (words: readonly ReadWord[]): string => words.map(({ stem }) => stem).filter(stem => stem !== '').join(' ')
