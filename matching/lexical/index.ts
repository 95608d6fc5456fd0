import { type Bm25f, fieldCount, idf, queryWeight, steppedAverage, withMore } from './bm25f.ts'
import { Dictionary } from './dictionary.ts'
import { gone, joined, Records } from './records.ts'
import { Search, type TermQuery } from './search.ts'
import { largestSegment, Segment } from './segment.ts'

/** One field's analysed text; a field may come more than once. */
export interface FieldTerms {
  /** Position in `fieldNames`. */
  field: number
  terms: readonly string[]
  /** How often each occurs, in whole units of the index's own; once where absent. */
  times?: readonly number[]
}

/** Profiles wait here, scored one by one, until there are enough to make a segment of. */
const draftSize = 256

/**
 * Inverted index of one kind of profile, scored with BM25F, term at a time and exhaustively.
 * Profiles are named by slots: the caller's small integers, above 0. Changes show in the next search; sizes, lengths and
 * document frequencies are those of the live profiles, exactly. Segments grow by merging equals (the logarithmic method:
 * Bentley and Saxe, "Decomposable searching problems I", 1980); lists are made when first searched.
 */
export class LexicalIndex {
  readonly #settings: Bm25f
  readonly #dictionary = new Dictionary()
  readonly #holders: (Records | undefined)[] = []
  readonly #docs: number[] = []
  readonly #lengths = new Array<number>(fieldCount).fill(0)
  #segments: Segment[] = []
  #draft = new Records(draftSize, draftSize * 64)
  #live = 0
  #averageLength = 1
  #zeros = new Uint32Array(1024)
  #sums = new Float32Array(0)
  #positions: Uint32Array = new Uint32Array(0)
  #asked: Uint32Array = new Uint32Array(0)

  constructor (settings: Bm25f) {
    this.#settings = settings
  }

  get size (): number {
    return this.#live
  }

  get bytes (): number {
    return this.#dictionary.bytes + this.#draft.bytes + this.#zeros.byteLength + this.#positions.byteLength + this.#sums.byteLength + this.#holders.length * 16 +
      this.#segments.reduce((sum, segment) => sum + segment.bytes, 0)
  }

  /** The slot must be free. `lengths`, by position in `fieldNames`, are what each field's terms are held against. */
  add (slot: number, fields: readonly FieldTerms[], lengths: readonly number[]): void {
    const touched: number[] = []
    for (const { field, terms, times } of fields) {
      for (let i = 0; i < terms.length; i++) {
        const number = this.#dictionary.number(terms[i]!)
        if (number >= this.#zeros.length) this.#zeros = widened(this.#zeros)
        const counts = this.#zeros[number]!
        if (counts === 0) touched.push(number)
        this.#zeros[number] = withMore(counts, field, times === undefined ? 1 : times[i]!)
      }
    }
    const terms = Uint32Array.from(touched).sort()
    const counts = terms.map(number => this.#zeros[number]!)
    for (const number of terms) {
      this.#zeros[number] = 0
      this.#dictionary.count(number, 1)
    }
    this.#holders[slot] = this.#draft
    const doc = this.#draft.append(slot, terms, counts, lengths)
    this.#docs[slot] = doc
    this.#changed(1, this.#draft.lengths.subarray(doc * fieldCount, (doc + 1) * fieldCount))
    if (this.#draft.size === draftSize) this.#seal()
  }

  /** The slot must be held. */
  remove (slot: number): void {
    const records = this.#holders[slot]!
    const doc = this.#docs[slot]!
    for (let i = records.starts[doc]!, to = records.starts[doc + 1]!; i < to; i++) this.#dictionary.count(records.terms[i]!, -1)
    records.remove(doc)
    this.#holders[slot] = undefined
    this.#changed(-1, records.lengths.subarray(doc * fieldCount, (doc + 1) * fieldCount))
    if (records !== this.#draft && records.removed * 2 > records.size) this.#rewrite(records)
  }

  /** Scores every profile for a query, given as the counts of its terms; `allowed` has a bit for each slot it may find, and none for 0. */
  search (counts: ReadonlyMap<string, number>, allowed: Uint32Array): Search {
    let room = this.#draft.size
    for (const segment of this.#segments) {
      segment.settle(this.#averageLength, this.#settings, this.#zeros)
      room += segment.records.size
    }
    if (this.#sums.length < room || this.#sums.length > room * 4 + draftSize) this.#sums = new Float32Array(room + (room >>> 2))
    else this.#sums.fill(0)
    const query = this.#query(counts)
    return new Search({
      settings: this.#settings,
      averageLength: this.#averageLength,
      segments: this.#segments,
      draft: this.#draft,
      holders: this.#holders,
      docs: this.#docs,
      sums: this.#sums,
      positions: this.#ask(query)
    }, query, allowed)
  }

  /** A bit for every slot that has all the terms; all bits for no terms. `slots` is how many slots there are. */
  having (terms: readonly string[], slots: number): Uint32Array {
    const bits = new Uint32Array((slots + 31) >>> 5)
    const known = new Set<number>()
    for (const term of terms) {
      const number = this.#dictionary.find(term)
      if (number === undefined) return bits
      known.add(number)
    }
    for (const segment of this.#segments) {
      segment.settle(this.#averageLength, this.#settings, this.#zeros)
      const { records } = segment
      const counts = new Uint32Array(records.size)
      for (const number of known) segment.count(number, counts)
      for (let doc = 0; doc < records.size; doc++) if (counts[doc] === known.size) set(bits, records.slots[doc]!)
    }
    const draft = this.#draft
    for (let doc = 0; doc < draft.size; doc++) {
      let held = 0
      for (let i = draft.starts[doc]!, to = draft.starts[doc + 1]!; i < to; i++) if (known.has(draft.terms[i]!)) held++
      if (held === known.size) set(bits, draft.slots[doc]!)
    }
    return bits
  }

  #query (counts: ReadonlyMap<string, number>): TermQuery {
    const terms: string[] = []
    const numbers: number[] = []
    const weights: number[] = []
    for (const [term, count] of counts) {
      const number = this.#dictionary.find(term)
      const frequency = number === undefined ? 0 : this.#dictionary.frequency(number)
      if (number === undefined || frequency === 0) continue
      terms.push(term)
      numbers.push(number)
      weights.push(idf(this.#live, frequency) * queryWeight(count, this.#settings))
    }
    return { terms, numbers: Uint32Array.from(numbers), weights: Float64Array.from(weights) }
  }

  #ask (query: TermQuery): Uint32Array {
    if (this.#positions.length < this.#zeros.length) this.#positions = new Uint32Array(this.#zeros.length)
    else for (const number of this.#asked) this.#positions[number] = 0
    query.numbers.forEach((number, position) => { this.#positions[number] = position + 1 })
    this.#asked = query.numbers
    return this.#positions
  }

  #changed (change: 1 | -1, lengths: ArrayLike<number>): void {
    this.#live += change
    let total = 0
    for (let field = 0; field < fieldCount; field++) {
      this.#lengths[field]! += change * lengths[field]!
      total += this.#lengths[field]! * this.#settings.weights[field]!
    }
    this.#averageLength = steppedAverage(total, this.#live)
  }

  #seal (): void {
    const parts = [this.#draft]
    let size = this.#draft.live
    for (let last = this.#segments.at(-1); last !== undefined && last.records.live <= size && last.records.live + size <= largestSegment; last = this.#segments.at(-1)) {
      size += last.records.live
      parts.unshift(last.records)
      this.#segments.pop()
    }
    if (size > 0) this.#hold(joined(parts))
    this.#draft = new Records(draftSize, draftSize * 64)
  }

  #rewrite (records: Records): void {
    this.#segments = this.#segments.filter(segment => segment.records !== records)
    if (records.live > 0) this.#hold(joined([records]))
  }

  /** Largest first, so that `#seal` finds equals at the end. */
  #hold (records: Records): void {
    for (let doc = 0; doc < records.size; doc++) {
      this.#holders[records.slots[doc]!] = records
      this.#docs[records.slots[doc]!] = doc
    }
    this.#segments.push(new Segment(records))
    this.#segments.sort((a, b) => b.records.live - a.records.live)
  }
}

function widened (array: Uint32Array): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(array.length * 2)
  wider.set(array)
  return wider
}

function set (bits: Uint32Array, slot: number): void {
  if (slot !== gone) bits[slot >>> 5]! |= 1 << (slot & 31)
}
