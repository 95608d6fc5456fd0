/** Orders what has equal scores: negative when slot `a` comes before slot `b`. */
export type TieBreak = (a: number, b: number) => number

/**
 * The `capacity` best of what is offered: highest score first, ties as the tie break says.
 * A binary heap with the worst on top; an offer below `floor` costs one comparison.
 */
export class TopK {
  /** What a score must reach to enter: `least`, and once it is full the worst one in it. */
  floor: number
  #size = 0
  readonly #scores: Float64Array
  readonly #slots: Uint32Array
  readonly #before: TieBreak

  constructor (capacity: number, before: TieBreak, least = 0) {
    this.floor = least
    this.#scores = new Float64Array(capacity)
    this.#slots = new Uint32Array(capacity)
    this.#before = before
  }

  offer (slot: number, score: number): void {
    if (score < this.floor) return
    if (this.#size < this.#scores.length) {
      this.#size++
      this.#rise(slot, score)
    } else if (this.#worse(this.#scores[0]!, this.#slots[0]!, score, slot)) {
      this.#sink(slot, score, this.#size)
    }
    if (this.#size === this.#scores.length) this.floor = this.#scores[0]!
  }

  get full (): boolean {
    return this.#size === this.#scores.length
  }

  /** Empties the heap for good; best first. */
  take (): { slots: Uint32Array, scores: Float64Array } {
    const size = this.#size
    const slots = new Uint32Array(size)
    const scores = new Float64Array(size)
    while (this.#size > 0) {
      const last = --this.#size
      slots[last] = this.#slots[0]!
      scores[last] = this.#scores[0]!
      this.#sink(this.#slots[last]!, this.#scores[last]!, last)
    }
    return { slots, scores }
  }

  #worse (score: number, slot: number, other: number, otherSlot: number): boolean {
    return score < other || (score === other && this.#before(slot, otherSlot) > 0)
  }

  #rise (slot: number, score: number): void {
    let at = this.#size - 1
    while (at > 0) {
      const up = (at - 1) >> 1
      if (!this.#worse(score, slot, this.#scores[up]!, this.#slots[up]!)) break
      this.#scores[at] = this.#scores[up]!
      this.#slots[at] = this.#slots[up]!
      at = up
    }
    this.#scores[at] = score
    this.#slots[at] = slot
  }

  #sink (slot: number, score: number, size: number): void {
    let at = 0
    for (;;) {
      let down = 2 * at + 1
      if (down >= size) break
      if (down + 1 < size && this.#worse(this.#scores[down + 1]!, this.#slots[down + 1]!, this.#scores[down]!, this.#slots[down]!)) down++
      if (!this.#worse(this.#scores[down]!, this.#slots[down]!, score, slot)) break
      this.#scores[at] = this.#scores[down]!
      this.#slots[at] = this.#slots[down]!
      at = down
    }
    this.#scores[at] = score
    this.#slots[at] = slot
  }
}
