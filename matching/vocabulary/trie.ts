/** Words by their UTF-16 units: children and siblings in flat arrays, so that a hundred thousand words take a few megabytes. */
export class Trie {
  readonly #first = new Map<number, number>()
  readonly #unit: number[] = []
  readonly #child: number[] = []
  readonly #sibling: number[] = []
  readonly #isWord: boolean[] = []

  add (word: string): void {
    let node = -1
    for (let i = 0; i < word.length; i++) node = this.#next(node, word.charCodeAt(i)) ?? this.#make(node, word.charCodeAt(i))
    if (node >= 0) this.#isWord[node] = true
  }

  /** Every word that begins at `start`, the shortest first, by where it ends. */
  eachWord (text: string, start: number, visit: (end: number) => void): void {
    let node: number | undefined = -1
    for (let end = start; end < text.length; end++) {
      node = this.#next(node, text.charCodeAt(end))
      if (node === undefined) return
      if (this.#isWord[node] === true) visit(end + 1)
    }
  }

  #next (node: number, unit: number): number | undefined {
    if (node < 0) return this.#first.get(unit)
    for (let child = this.#child[node]!; child >= 0; child = this.#sibling[child]!) if (this.#unit[child] === unit) return child
    return undefined
  }

  #make (node: number, unit: number): number {
    const made = this.#unit.push(unit) - 1
    this.#child.push(-1)
    this.#isWord.push(false)
    if (node < 0) {
      this.#sibling.push(-1)
      this.#first.set(unit, made)
    } else {
      this.#sibling.push(this.#child[node]!)
      this.#child[node] = made
    }
    return made
  }
}
