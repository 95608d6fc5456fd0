import type { Token } from '../types.ts'
import { remembered, shortened, type CutRun } from './terms.ts'
import { normalise } from './normalise.ts'

/** Runs are cut into stretches of about this many units, so that no segmenter meets a megabyte without a space. */
const longestRun = 1000

/**
 * A written sign: a Han character or kana; a Thai or Lao consonant with the vowel written before it, those around it and its
 * tone. At most 15 marks, as nothing real has more.
 */
const sign = /[เแโใไເແໂໃໄ]?[^][\p{M}ะาำๅະາຳ\u200b-\u200d\u2060\u00ad]{0,15}/gu

export interface UnspacedOptions {
  /** Cuts a stretch into words, offsets within it. */
  words?: (run: string) => Iterable<{ word: string, index: number }>
  /** The term of a word of the run; empty leaves it out. */
  term?: (word: string) => string
  /** Whether the pair of signs becomes a term. */
  pair?: (pair: string) => boolean
  /** One spelling for a pair. */
  spelling?: (piece: string) => string
}

/**
 * Words and overlapping pairs of signs. A word of two signs counts as both: on passages retrieved by questions (Chinese) that
 * gave .965 nDCG@10, once only .960, words alone .961, pairs alone .962; in Thai words and pairs .972, words .965, pairs .971.
 * A run of one sign without a word gives that sign.
 */
export function wordsAndPairs ({ words, term = normalise, pair = () => true, spelling = normalise }: UnspacedOptions): CutRun {
  const termOf = remembered(term)
  const pairOf = remembered(both => pair(both) ? spelling(both) : '')
  function stretch (text: string, start: number, end: number, tokens: Token[]): void {
    const run = text.slice(start, end)
    const made: Token[] = []
    const add = (value: string, from: number, length: number, piece = false): void => {
      if (value !== '') made.push({ term: value, start: start + from, end: start + from + length, ...(piece ? { piece } : {}) })
    }
    for (const { word, index } of words?.(run) ?? []) add(termOf(shortened(word)), index, word.length)
    let last = ''
    let at = 0
    for (const [next] of run.matchAll(sign)) {
      const both = last + next
      if (last !== '') add(pairOf(both), at - last.length, both.length, words !== undefined)
      at += next.length
      last = next
    }
    if (words === undefined && last.length === run.length) add(termOf(last), 0, last.length)
    made.sort((a, b) => a.start - b.start || a.end - b.end)
    for (const token of made) tokens.push(token)
  }
  return (text, start, end, tokens) => {
    for (let from = start; from < end;) {
      let to = Math.min(from + longestRun, end)
      // Never between the halves of a surrogate pair, and hardly between a sign and its marks.
      while (to < end && to - from < longestRun + 16 && /[\p{M}\u200b-\u200d]/u.test(text[to] ?? '')) to++
      if (to < end && (text.charCodeAt(to) & 0xfc00) === 0xdc00) to++
      stretch(text, from, to, tokens)
      from = to
    }
  }
}
