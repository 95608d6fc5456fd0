import { fieldCount, type FieldCounts } from './bm25f.ts'

/** The slot of a profile that is gone; its record stays until its segment is rewritten. No profile has it. */
export const gone = 0

/**
 * What each profile says, profile after profile: the truth from which inverted lists are made and made again.
 * Profile `doc` has terms `terms[starts[doc]] ... terms[starts[doc + 1] - 1]`, ascending, with their counts.
 */
export class Records {
  size = 0
  /** Where a profile stands in the caller's tables, or `gone`. */
  slots: Uint32Array
  starts: Uint32Array
  terms: Uint32Array
  counts: Uint32Array
  /** Terms in each field, `fieldCount` a profile, at most 65,535. */
  lengths: Uint16Array
  /** Profiles that are gone. */
  removed = 0

  constructor (profiles: number, postings: number) {
    this.slots = new Uint32Array(profiles)
    this.starts = new Uint32Array(profiles + 1)
    this.terms = new Uint32Array(postings)
    this.counts = new Uint32Array(postings)
    this.lengths = new Uint16Array(profiles * fieldCount)
  }

  get postings (): number {
    return this.starts[this.size]!
  }

  get live (): number {
    return this.size - this.removed
  }

  get bytes (): number {
    return this.slots.byteLength + this.starts.byteLength + this.terms.byteLength + this.counts.byteLength + this.lengths.byteLength
  }

  /** Appends a profile; `terms` ascend. Returns its number. */
  append (slot: number, terms: Uint32Array, counts: ArrayLike<FieldCounts>, lengths: ArrayLike<number>): number {
    const doc = this.size
    const from = this.postings
    if (from + terms.length > this.terms.length) this.#widen(from + terms.length)
    this.slots[doc] = slot
    this.terms.set(terms, from)
    this.counts.set(counts, from)
    for (let field = 0; field < fieldCount; field++) this.lengths[doc * fieldCount + field] = Math.min(65535, lengths[field]!)
    this.size++
    this.starts[this.size] = from + terms.length
    return doc
  }

  remove (doc: number): void {
    this.slots[doc] = gone
    this.removed++
  }

  weightedLength (doc: number, weights: readonly number[]): number {
    let sum = 0
    for (let field = 0; field < fieldCount; field++) sum += this.lengths[doc * fieldCount + field]! * weights[field]!
    return sum
  }

  #widen (needed: number): void {
    const room = Math.max(needed, this.terms.length * 2)
    const terms = new Uint32Array(room)
    terms.set(this.terms)
    this.terms = terms
    const counts = new Uint32Array(room)
    counts.set(this.counts)
    this.counts = counts
  }
}

/** The live profiles of several records in one, in order, of exactly the size needed. */
export function joined (parts: readonly Records[]): Records {
  let profiles = 0
  let postings = 0
  for (const part of parts) {
    for (let doc = 0; doc < part.size; doc++) {
      if (part.slots[doc] === gone) continue
      profiles++
      postings += part.starts[doc + 1]! - part.starts[doc]!
    }
  }
  const all = new Records(profiles, postings)
  for (const part of parts) {
    for (let doc = 0; doc < part.size; doc++) {
      const slot = part.slots[doc]!
      if (slot === gone) continue
      const from = part.starts[doc]!
      const to = part.starts[doc + 1]!
      all.append(slot, part.terms.subarray(from, to), part.counts.subarray(from, to),
        part.lengths.subarray(doc * fieldCount, (doc + 1) * fieldCount))
    }
  }
  return all
}
