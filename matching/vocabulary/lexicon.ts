import type { Analyser, Token } from '../types.ts'
import { normalise } from '../language/normalise.ts'
import type { Concept } from './concepts.ts'

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

/** Words and phrases of one language, and the concepts they may mean. */
export class Lexicon {
  readonly #exact = new Map<string, Map<Concept, number>>()
  readonly #stems = new Map<string, Map<Concept, number>>()
  readonly #settled = new Map<Map<Concept, number>, readonly Sense[]>()
  /** By first term: terms in the longest phrase that begins with it. */
  readonly #longest = new Map<string, number>()
  readonly #analyser: Analyser

  constructor (analyser: Analyser) {
    this.#analyser = analyser
  }

  get size (): number {
    return this.#exact.size
  }

  /** `weight` is the share of a concept's first word; packages' words get less than our own. */
  add (concept: Concept, words: readonly string[], weight: number): void {
    words.forEach((word, position) => {
      const tokens = this.#analyser.analyse(word).filter(token => token.piece !== true)
      if (tokens.length === 0) return
      const worn = tokens.length === 1 && /\S\s+\S/u.test(word)
      const share = weight / (1 + position * doubt) * (worn ? wornShare : 1)
      if (!worn) raise(this.#exact, exactKey(word, tokens), concept, share)
      raise(this.#stems, stemKey(tokens), concept, share)
      const first = tokens[0]!.term
      this.#longest.set(first, Math.max(this.#longest.get(first) ?? 0, tokens.length))
    })
  }

  /** Terms in the longest phrase that begins with this one; 0 where none does. */
  reach (term: string): number {
    return this.#longest.get(term) ?? 0
  }

  /** The senses of tokens that follow one another: as they are written, or else by their stems. */
  senses (text: string, tokens: readonly Token[]): readonly Sense[] | undefined {
    const found = this.#exact.get(exactKey(text, tokens)) ?? this.#stems.get(stemKey(tokens))
    return found === undefined ? undefined : this.#settle(found)
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

export function sensesOf (weights: ReadonlyMap<Concept, number>): readonly Sense[] {
  const likeliest = [...weights].sort((a, b) => b[1] - a[1]).slice(0, mostSenses)
  const total = likeliest.reduce((sum, [, weight]) => sum + weight, 0)
  return likeliest.map(([concept, weight]) => ({ concept, weight: weight / total }))
}

const exactKey = (text: string, tokens: readonly Token[]): string => tokens.map(({ start, end }) => normalise(text.slice(start, end))).join(' ')
const stemKey = (tokens: readonly Token[]): string => tokens.map(({ term }) => term).join(' ')
