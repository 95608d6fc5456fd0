import type { Concept } from './concepts.ts'
import { Trie } from './trie.ts'
import { preferred, type Sense, sensesOf } from './lexicon.ts'

const doubt = 0.5

/** A stretch of a run: a word of the lexicon with its senses, none where it is a function word; or what no word covers. */
export interface Cut {
  start: number
  end: number
  senses?: readonly Sense[]
}

const wordCost = 1
const singleCost = 0.5
const unknownCost = 1.5
/** More than two known words where the segmenter does not cut: 国防部长 is 国防部 and 长 rather than nothing known. */
const unknownWordCost = 2.7
const againstCut = 0.6

/** Words of a language written without spaces. */
export class UnspacedLexicon {
  readonly #words = new Map<string, Map<Concept, number>>()
  readonly #trie = new Trie()
  readonly #settled = new Map<Map<Concept, number>, readonly Sense[]>()

  get size (): number {
    return this.#words.size
  }

  add (concept: Concept, words: readonly string[], weight: number): void {
    words.forEach((raw, position) => {
      const word = plain(raw)
      if (word === '') return
      const senses = this.#words.get(word) ?? new Map<Concept, number>()
      senses.set(concept, Math.max(senses.get(concept) ?? 0, weight / (1 + position * doubt)))
      this.#put(word, senses)
    })
  }

  /** Words that say nothing by themselves: known, and without senses. Of one sign alone, whatever they are listed for besides. */
  skip (words: Iterable<string>): void {
    for (const word of words) if (word.length === 1 || !this.#words.has(word)) this.#put(word, new Map())
  }

  #put (word: string, senses: Map<Concept, number>): void {
    if (!this.#words.has(word)) this.#trie.add(word)
    this.#words.set(word, senses)
  }

  /** What a word mostly means, the likeliest first; what else it is listed for is hardly meant. */
  prefer (word: string, concepts: readonly Concept[]): void {
    preferred(this.#words.get(plain(word)), concepts)
  }

  /**
   * The cheapest way to cover the run with words: few words, long ones, no single signs, and cuts where the segmenter cuts.
   * `inside` tells whether a place is inside a word that the segmenter found, `next` where that word ends.
   */
  cut (run: string, inside: (at: number) => boolean, next: (at: number) => number): Cut[] {
    const costs = new Float64Array(run.length + 1).fill(Infinity)
    const from = new Int32Array(run.length + 1)
    const known = new Uint8Array(run.length + 1)
    costs[0] = 0
    const reach = (start: number, end: number, cost: number, word: boolean) => {
      const sum = costs[start]! + cost + (end < run.length && inside(end) ? againstCut : 0)
      if (sum >= costs[end]!) return
      costs[end] = sum
      from[end] = start
      known[end] = word ? 1 : 0
    }
    for (let start = 0; start < run.length; start++) {
      if (costs[start] === Infinity) continue
      this.#trie.eachWord(run, start, end => { reach(start, end, wordCost + (end - start === 1 ? singleCost : 0), true) })
      reach(start, start + 1, unknownCost, false)
      const stop = next(start)
      if (stop > start + 1) reach(start, stop, unknownWordCost, false)
    }
    const cuts: Cut[] = []
    for (let end = run.length; end > 0; end = from[end]!) {
      const start = from[end]!
      cuts.push(known[end] === 1 ? { start, end, senses: this.senses(run.slice(start, end)) } : { start, end })
    }
    return cuts.reverse()
  }

  senses (word: string): readonly Sense[] {
    const weights = this.#words.get(word)!
    const held = this.#settled.get(weights)
    if (held !== undefined) return held
    const settled = sensesOf(weights)
    this.#settled.set(weights, settled)
    return settled
  }
}

const plain = (word: string): string => word.replace(/[\s\u200b-\u200d]+/gu, '').normalize('NFC').toLowerCase()
