import type { Token } from '../types.ts'
import type { CutRun } from './terms.ts'
import { normalise } from './normalise.ts'

/** A piece of a run: a word or a written sign with its marks; UTF-16 offsets into the whole text. */
export interface Piece {
  start: number
  end: number
}

/** Runs are cut into stretches of at most this many units, so that no segmenter meets a megabyte without a space. */
const longestRun = 1000

const markOrInvisible = /[\p{M}\u200b-\u200d\u00ad\u2060]/u

/** Signs with the marks that belong to them: a Han character; a Thai consonant with its vowels above and below and its tone. */
export function signs (text: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = []
  let last: Piece | undefined
  for (let i = start; i < end;) {
    const code = text.codePointAt(i) ?? 0
    const width = code > 0xffff ? 2 : 1
    if (last !== undefined && code > 0x2ff && last.end - last.start < 16 && markOrInvisible.test(String.fromCodePoint(code))) last.end = i + width
    else pieces.push(last = { start: i, end: i + width })
    i += width
  }
  return pieces
}

export interface UnspacedOptions {
  /** Cuts a stretch into words, offsets within it. */
  words?: (run: string) => Iterable<{ word: string, index: number }>
  /** The term of a word of the run; empty leaves it out. */
  term?: (word: string) => string
  /** Whether the pair of neighbouring signs becomes a term. */
  pair?: (first: string, second: string) => boolean
  /** One spelling for a piece. */
  spelling?: (piece: string) => string
}

/**
 * Words and overlapping pairs of signs, each once: a word of two signs is its own pair. A run of one sign gives that sign.
 * Pairs make up for a wrong cut and for words the dictionary lacks; words alone or pairs alone rank worse.
 */
export function wordsAndPairs ({ words, term = normalise, pair = () => true, spelling = normalise }: UnspacedOptions): CutRun {
  function stretch (text: string, start: number, end: number, tokens: Token[]): void {
    const made: Token[] = []
    const taken = new Set<number>()
    for (const { word, index } of words?.(text.slice(start, end)) ?? []) {
      const from = start + index
      const made1 = term(word)
      taken.add(from * longestRun * 2 + word.length)
      if (made1 !== '') made.push({ term: made1, start: from, end: from + word.length })
    }
    const pieces = signs(text, start, end)
    const only = pieces[0]
    if (pieces.length === 1 && only !== undefined && made.length === 0) {
      const alone = term(text.slice(only.start, only.end))
      if (alone !== '') made.push({ term: alone, start: only.start, end: only.end })
    }
    for (let i = 0; i + 1 < pieces.length; i++) {
      const first = pieces[i]
      const second = pieces[i + 1]
      if (first === undefined || second === undefined || taken.has(first.start * longestRun * 2 + second.end - first.start)) continue
      if (!pair(text.slice(first.start, first.end), text.slice(second.start, second.end))) continue
      made.push({ term: spelling(text.slice(first.start, second.end)), start: first.start, end: second.end })
    }
    made.sort((a, b) => a.start - b.start || a.end - b.end)
    for (const token of made) tokens.push(token)
  }
  return (text, start, end, tokens) => {
    for (let from = start; from < end;) {
      let to = Math.min(from + longestRun, end)
      // Never between the halves of a surrogate pair, or between a sign and its mark.
      while (to < end && to - from < longestRun + 16 && markOrInvisible.test(text[to] ?? '')) to++
      if (to < end && (text.charCodeAt(to) & 0xfc00) === 0xdc00) to++
      stretch(text, from, to, tokens)
      from = to
    }
  }
}
