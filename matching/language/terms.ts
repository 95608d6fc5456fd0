import type { Analyser, Token } from '../types.ts'
import { eachWord, longestTerm } from './words.ts'

/** Makes one word's term; an empty string leaves the word out. */
export type TermOf = (word: string) => string

/**
 * Keeps what `make` answered. Words of a language repeat (Zipf), so nearly every word of a text costs one look-up.
 * The whole memory is dropped when full: simpler than an eviction order, and as quick where most words are frequent ones.
 */
export function remembered (make: TermOf, limit = 100_000): TermOf {
  const known = new Map<string, string>()
  return word => {
    const held = known.get(word)
    if (held !== undefined) return held
    const own = copied(word)
    const term = make(own)
    if (known.size >= limit) known.clear()
    known.set(own, term)
    return term
  }
}

/** V8 lets a slice of 13 units or more point into the text it was cut from, and would keep that text for as long as the word. */
function copied (word: string): string {
  return word.length < 13 ? word : Buffer.from(word, 'utf16le').toString('utf16le')
}

/** Cuts without leaving half a surrogate pair. */
export function shortened (word: string): string {
  if (word.length <= longestTerm) return word
  const end = (word.charCodeAt(longestTerm - 1) & 0xfc00) === 0xd800 ? longestTerm - 1 : longestTerm
  return word.slice(0, end)
}

/** Makes the terms of a run that is written without spaces; offsets are those of the whole text. */
export type CutRun = (text: string, start: number, end: number, tokens: Token[]) => void

export interface Recipe {
  language: string
  /** The term of a word between spaces, as it stands in the text. */
  term: TermOf
  /** What to do with a run of a script without spaces. */
  cut: CutRun
}

/** An analyser from its recipe. Terms of words are remembered. Tokens ascend by start, then by end. */
export function analyserOf ({ language, term, cut }: Recipe): Analyser {
  const termOf = remembered(term)
  return {
    language,
    analyse (text) {
      const tokens: Token[] = []
      eachWord(text, (start, end, spaced) => {
        if (!spaced) return cut(text, start, end, tokens)
        const made = termOf(shortened(text.slice(start, end)))
        if (made !== '') tokens.push({ term: made, start, end })
      })
      return tokens
    }
  }
}
