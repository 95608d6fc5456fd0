import type { AnalysedText } from './analysis.ts'
import type { Bm25f } from './lexical/bm25f.ts'
import type { FieldTerms } from './lexical/index.ts'

/** Pairs share this many numbers, so that the dictionary of an index of pairs is bounded: two of 5 million pairs seldom meet in one text. */
const numbers = 2 ** 20
const half = 2 ** 10
/** Two signs from a block without surrogates tell a number apart. */
const firstSign = 0x1000

/** Words that stand side by side, function words left out, as terms of an index of their own. */
export function pairTerms (texts: readonly AnalysedText[]): FieldTerms[] {
  return texts.map(({ position, tokens }) => {
    const terms: string[] = []
    let last: string | undefined
    for (const { term, piece } of tokens) {
      if (piece === true) continue
      if (last !== undefined) terms.push(pairOf(last, term))
      last = term
    }
    return { field: position, terms }
  })
}

/** How often a query has each pair, its fields weighted as those of a profile are. */
export function pairCounts (texts: readonly AnalysedText[], weights: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { field, terms } of pairTerms(texts)) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + weights[field]!)
  return counts
}

/** A pair hardly comes twice by chance, and long texts are not to be blamed for having many. */
export function pairSettings (settings: Bm25f): Bm25f {
  return { ...settings, k1: 0.9, b: 0.5 }
}

/** FNV-1a over UTF-16 units (Fowler, Noll and Vo 1991). */
function pairOf (first: string, second: string): string {
  let hash = 0x811C9DC5
  for (const word of [first, ' ', second]) for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  const number = ((hash >>> 0) ^ (hash >>> 20)) & (numbers - 1)
  return String.fromCharCode(firstSign + (number >>> 10), firstSign + (number & (half - 1)))
}
