import { fieldNames, type FieldText, type Token } from './types.ts'
import type { FieldTerms } from './lexical/index.ts'

/** What the matcher needs to know of languages. */
export interface LanguageTools {
  /** BCP 47; `und` where nothing speaks for any. */
  identify (text: string): string
  /** Terms of a text and the languages it is in; identified where not given. */
  analyse (text: string, language?: string): { tokens: Token[], languages: string[] }
  /** Offsets in UTF-16 units. */
  sentences (text: string, language: string): { start: number, end: number }[]
}

export interface AnalysedText extends FieldText {
  /** Position in `fieldNames`. */
  position: number
  tokens: Token[]
  languages: string[]
}

export function analysed (texts: readonly FieldText[], { analyse }: LanguageTools): AnalysedText[] {
  return texts.map(text => ({ ...text, position: fieldNames.indexOf(text.field), ...analyse(text.text, text.language) }))
}

export function languagesOf (texts: readonly AnalysedText[]): string[] {
  return [...new Set(texts.flatMap(text => text.languages))]
}

export function fieldTerms (texts: readonly AnalysedText[]): FieldTerms[] {
  return texts.map(({ position, tokens }) => ({ field: position, terms: tokens.map(token => token.term) }))
}

/** Terms in each field, by position in `fieldNames`. A field with translations is as long as its longest, not all of them. */
export function fieldLengths (texts: readonly AnalysedText[]): number[] {
  const byLanguage = new Map<string, number[]>()
  for (const { position, tokens, language, languages } of texts) {
    const main = language ?? languages[0] ?? 'und'
    const lengths = byLanguage.get(main) ?? fieldNames.map(() => 0)
    lengths[position]! += tokens.length
    byLanguage.set(main, lengths)
  }
  return fieldNames.map((_, field) => Math.max(0, ...[...byLanguage.values()].map(lengths => lengths[field]!)))
}

/** How often a query has each term, its fields weighted as those of a profile are; in the order of first occurrence. */
export function termCounts (texts: readonly AnalysedText[], weights: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { position, tokens } of texts) {
    for (const { term } of tokens) counts.set(term, (counts.get(term) ?? 0) + (weights[position] ?? 0))
  }
  return counts
}
