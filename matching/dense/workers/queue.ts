/** First in, first out, in two lanes: what is urgent leaves first. */
export class Queue<T extends { urgent: boolean }> {
  readonly #urgent = new Lane<T>()
  readonly #other = new Lane<T>()

  add (item: T): void {
    (item.urgent ? this.#urgent : this.#other).add(item)
  }

  take (): T | undefined {
    return this.#urgent.take() ?? this.#other.take()
  }
}

/** `Array.shift` moves all that follows: for a backlog of a whole catalogue that is felt. */
class Lane<T> {
  #items: T[] = []
  #next = 0

  add (item: T): void {
    this.#items.push(item)
  }

  take (): T | undefined {
    const item = this.#items[this.#next]
    if (item === undefined) return undefined
    this.#next++
    if (this.#next === this.#items.length || this.#next === 4096) {
      this.#items = this.#items.slice(this.#next)
      this.#next = 0
    }
    return item
  }
}
