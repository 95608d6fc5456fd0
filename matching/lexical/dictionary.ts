/** Numbers for terms, dense from 0 in order of first sight, and how many live profiles have each. */
export class Dictionary {
  readonly #numbers = new Map<string, number>()
  #frequencies = new Uint32Array(1024)
  #characters = 0

  get size (): number {
    return this.#numbers.size
  }

  /** About: a map entry and a string header are 70 bytes. */
  get bytes (): number {
    return this.#numbers.size * 70 + this.#characters + this.#frequencies.byteLength
  }

  find (term: string): number | undefined {
    return this.#numbers.get(term)
  }

  number (term: string): number {
    const known = this.#numbers.get(term)
    if (known !== undefined) return known
    const made = this.#numbers.size
    this.#numbers.set(flat(term), made)
    this.#characters += term.length
    if (made >= this.#frequencies.length) {
      const wider = new Uint32Array(this.#frequencies.length * 2)
      wider.set(this.#frequencies)
      this.#frequencies = wider
    }
    return made
  }

  frequency (number: number): number {
    return this.#frequencies[number] ?? 0
  }

  count (number: number, change: 1 | -1): void {
    this.#frequencies[number] = (this.#frequencies[number] ?? 0) + change
  }
}

/** A term cut from a text may be a view that keeps the whole text alive (V8's sliced strings); this one stands alone. */
function flat (term: string): string {
  return term.split('').join('')
}
