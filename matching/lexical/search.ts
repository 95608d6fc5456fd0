import { type Bm25f, countIn, impact, lengthNorm, weightedCount } from './bm25f.ts'
import { TopK, type TieBreak } from './heap.ts'
import { gone, type Records } from './records.ts'
import type { Segment } from './segment.ts'

/** A query's terms that the index knows, in the query's order: sums follow it, so that equal indexes give equal scores. */
export interface TermQuery {
  terms: readonly string[]
  numbers: Uint32Array
  /** idf times what the query gives the term. */
  weights: Float64Array
}

/** What one of the query's terms gives one profile. */
export interface TermScore {
  term: string
  score: number
  /** The score's split over the fields, by position in `fieldNames`. */
  fields: readonly number[]
}

export interface Candidates {
  /** Best first. */
  slots: Uint32Array
  /** In single precision. */
  scores: Float64Array
  /** Allowed profiles that share a term with the query. */
  found: number
}

/** What a search reads of its index. */
export interface Searched {
  settings: Bm25f
  averageLength: number
  segments: readonly Segment[]
  draft: Records
  /** By slot: the records that hold it and its number there. */
  holders: readonly (Records | undefined)[]
  docs: readonly number[]
  /** Zeros, as many as there are records in segments and draft. */
  sums: Float32Array
  /** By term number: its position in the query and one more, or 0. */
  positions: Uint32Array
}

/** One query's scores over an index, good until the index changes or is searched again. */
export class Search {
  readonly #index: Searched
  readonly #query: TermQuery
  readonly #allowed: Uint32Array
  readonly #scores: Float64Array
  readonly #offsets = new Map<Records, number>()

  /** Sums up every profile's score: term at a time, everything, in single precision. */
  constructor (index: Searched, query: TermQuery, allowed: Uint32Array) {
    this.#index = index
    this.#query = query
    this.#allowed = allowed
    this.#scores = new Float64Array(query.numbers.length)
    let from = 0
    for (const segment of index.segments) {
      this.#offsets.set(segment.records, from)
      const sums = index.sums.subarray(from, from += segment.records.size)
      for (let i = 0; i < query.numbers.length; i++) segment.accumulate(query.numbers[i]!, query.weights[i]!, sums)
    }
    const { draft } = index
    this.#offsets.set(draft, from)
    for (let doc = 0; doc < draft.size; doc++) if (draft.slots[doc] !== gone) index.sums[from + doc] = this.#single(draft, doc)
  }

  /** The `count` best of the allowed that reach `least`, and of those what `accepts` takes: it is asked only of what is good enough. */
  top (count: number, before: TieBreak, accepts?: (slot: number) => boolean, least = 0): Candidates {
    const heap = new TopK(count, before, least)
    let found = 0
    for (const [{ slots, size }, from] of this.#offsets) {
      found += sweep(this.#index.sums.subarray(from, from + size), slots, this.#allowed, heap, accepts)
    }
    return { ...heap.take(), found }
  }

  /** Every held slot's score in single precision; the rest of `into` is left alone. */
  spread (into: Float32Array): void {
    for (const [{ slots, size }, from] of this.#offsets) {
      for (let doc = 0; doc < size; doc++) into[slots[doc]!] = this.#index.sums[from + doc]!
    }
    into[gone] = 0
  }

  /** What no profile's score reaches. */
  get bound (): number {
    return this.#query.weights.reduce((sum, weight) => sum + weight, 0) * (this.#index.settings.k1 + 1)
  }

  /** The score of a held slot in single precision: one look-up. */
  about (slot: number): number {
    const { holders, docs, sums } = this.#index
    return sums[this.#offsets.get(holders[slot]!)! + docs[slot]!]!
  }

  /** The exact score of a held slot. */
  strength (slot: number): number {
    this.#fill(this.#index.holders[slot]!, this.#index.docs[slot]!)
    let sum = 0
    for (let i = 0; i < this.#scores.length; i++) sum += this.#scores[i]!
    return sum
  }

  /** What each shared term gives a held slot, in the query's order; these sum to its strength. */
  shares (slot: number): TermScore[] {
    const { holders, docs, positions, settings: { weights } } = this.#index
    const { starts, terms, counts } = holders[slot]!
    const doc = docs[slot]!
    this.#fill(holders[slot]!, doc)
    const shares: (TermScore & { position: number })[] = []
    for (let i = starts[doc]!; i < starts[doc + 1]!; i++) {
      const position = positions[terms[i]!]! - 1
      if (position < 0) continue
      const score = this.#scores[position]!
      const weighted = weightedCount(counts[i]!, weights)
      const fields = weights.map((weight, field) => score * countIn(counts[i]!, field) * weight / weighted)
      shares.push({ position, term: this.#query.terms[position]!, score, fields })
    }
    return shares.sort((a, b) => a.position - b.position)
  }

  /** Single precision at every step, as segments sum, so that equal profiles tie wherever they stand. */
  #single (records: Records, doc: number): number {
    this.#fill(records, doc, true)
    let sum = 0
    for (let i = 0; i < this.#scores.length; i++) sum = Math.fround(sum + this.#scores[i]!)
    return sum
  }

  /** Puts what each of the query's terms gives a profile into `#scores`. */
  #fill (records: Records, doc: number, single = false): void {
    const { settings, averageLength, positions } = this.#index
    const { weights } = this.#query
    const { starts, terms, counts } = records
    const norm = lengthNorm(records.weightedLength(doc, settings.weights), averageLength, settings)
    const scores = this.#scores
    scores.fill(0)
    for (let i = starts[doc]!, to = starts[doc + 1]!; i < to; i++) {
      const position = positions[terms[i]!]! - 1
      if (position < 0) continue
      const given = impact(weightedCount(counts[i]!, settings.weights), norm, settings)
      scores[position] = weights[position]! * (single ? Math.fround(given) : given)
    }
  }
}

/** Offers what is allowed and has a sum; returns how many that are. Slot 0, of what is gone, is never allowed. */
function sweep (sums: Float32Array, slots: Uint32Array, allowed: Uint32Array, heap: TopK, accepts?: (slot: number) => boolean): number {
  let found = 0
  let { floor } = heap
  for (let doc = 0; doc < sums.length; doc++) {
    const slot = slots[doc]!
    if ((allowed[slot >>> 5]! & (1 << (slot & 31))) === 0) continue
    const sum = sums[doc]!
    if (sum === 0) continue
    found++
    if (sum < floor || accepts?.(slot) === false) continue
    heap.offer(slot, sum)
    floor = heap.floor
  }
  return found
}
