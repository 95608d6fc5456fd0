import { normalise } from '../language/normalise.ts'
import { eachWord } from '../language/words.ts'
import type { Analyser } from '../types.ts'
import { spellingIn } from './forms/index.ts'

/** A word of a text between spaces, function words too. */
export interface ReadWord {
  start: number
  end: number
  /** As it is written, after Unicode normalisation. */
  written: string
  /** In one spelling of the several in use. */
  key: string
  /** The analyser's term; empty for function words. */
  stem: string
  /** Whether nothing but a space or a hyphen stands between the word before and this one. */
  joined: boolean
}

type Word = Pick<ReadWord, 'written' | 'key' | 'stem'>

const rememberedWords = 100_000

/** Reads the words of one language. */
export class WordReader {
  readonly #analyser: Analyser
  readonly #spell: (word: string) => string
  readonly #known = new Map<string, Word>()

  constructor (analyser: Analyser) {
    this.#analyser = analyser
    this.#spell = spellingIn(analyser.language)
  }

  read (text: string): ReadWord[] {
    const words: ReadWord[] = []
    let last = 0
    eachWord(text, (start, end) => {
      words.push({ start, end, ...this.#wordOf(text.slice(start, end)), joined: words.length > 0 && joins.test(text.slice(last, start)) })
      last = end
    })
    return words
  }

  stem (word: string): string {
    return this.#wordOf(word).stem
  }

  #wordOf (raw: string): Word {
    const held = this.#known.get(raw)
    if (held !== undefined) return held
    const written = normalise(raw)
    const made = { written, key: this.#spell(written), stem: this.#analyser.analyse(raw).find(token => token.piece !== true)?.term ?? '' }
    if (this.#known.size >= rememberedWords) this.#known.clear()
    this.#known.set(raw, made)
    return made
  }
}

const joins = /^[\s'’\-‐‑–/]{1,3}$/u
