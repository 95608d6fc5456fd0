import type { FieldTerms } from './lexical/index.ts'
import { type Analyser, type FieldName, fieldNames, type FieldText, type Token } from './types.ts'

/** A stretch of a text in one language. */
export interface Span {
  /** UTF-16 offsets. */
  start: number
  end: number
  /** BCP 47; `und` where nothing tells. */
  language: string
}

/** What the matcher needs to know of languages. */
export interface LanguageTools {
  /** BCP 47; `und` where nothing speaks for any. */
  identify (text: string): string
  /** Covers the text; the hint is believed for what is in its script. */
  segments (text: string, hint?: string): Span[]
  analyserFor (language: string): Analyser
  /** UTF-16 offsets. */
  sentences (text: string, language: string): { start: number, end: number }[]
}

/** A text whose languages are found. They are found once: that costs more than all the rest of the analysis. */
export interface ReadText {
  field: FieldName
  /** Position in `fieldNames`. */
  position: number
  text: string
  spans: readonly Span[]
}

export interface AnalysedText extends ReadText {
  tokens: readonly Token[]
}

export function read (texts: readonly FieldText[], tools: LanguageTools): ReadText[] {
  return texts.map(({ field, text, language }) => ({ field, position: fieldNames.indexOf(field), text, spans: spansOf(text, language, tools) }))
}

export function analysed (texts: readonly ReadText[], tools: LanguageTools): AnalysedText[] {
  return texts.map(text => ({ ...text, tokens: tokensOf(text.text, text.spans, tools) }))
}

export function spansOf (text: string, hint: string | undefined, { segments }: LanguageTools): Span[] {
  return segments(text, hint).map(({ start, end, language }) => ({ start, end, language }))
}

export function tokensOf (text: string, spans: readonly Span[], { analyserFor }: LanguageTools): Token[] {
  if (spans.length === 1) return analyserFor(spans[0]!.language).analyse(text)
  return spans.flatMap(({ start, end, language }) => {
    const tokens = analyserFor(language).analyse(text.slice(start, end))
    for (const token of tokens) {
      token.start += start
      token.end += start
    }
    return tokens
  })
}

/** The languages of texts, those with most text first, without `und`. */
export function languagesOf (texts: readonly ReadText[]): string[] {
  const lengths = new Map<string, number>()
  for (const { spans } of texts) {
    for (const { start, end, language } of spans) lengths.set(language, (lengths.get(language) ?? 0) + end - start)
  }
  lengths.delete('und')
  return [...lengths].sort((a, b) => b[1] - a[1]).map(([language]) => language)
}

/** The language of most of the stretch from `start` to `end`. */
export function languageAt (spans: readonly Span[], start: number, end: number): string {
  if (spans.length === 1) return spans[0]!.language
  const lengths = new Map<string, number>()
  for (const span of spans) {
    const shared = Math.min(end, span.end) - Math.max(start, span.start)
    if (shared > 0) lengths.set(span.language, (lengths.get(span.language) ?? 0) + shared)
  }
  return [...lengths].reduce((most, next) => next[1] > most[1] ? next : most, ['und', 0])[0]
}

export function fieldTerms (texts: readonly AnalysedText[]): FieldTerms[] {
  return texts.map(({ position, tokens }) => ({ field: position, terms: tokens.map(token => token.term) }))
}

/** Terms in each field, by position in `fieldNames`. A field with translations is as long as its longest, not all of them. */
export function fieldLengths (texts: readonly AnalysedText[]): number[] {
  const byLanguage = new Map<string, number[]>()
  for (const { position, text, spans, tokens } of texts) {
    const language = languageAt(spans, 0, text.length)
    const lengths = byLanguage.get(language) ?? fieldNames.map(() => 0)
    lengths[position]! += tokens.length
    byLanguage.set(language, lengths)
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
