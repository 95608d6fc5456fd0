import type { AnalysedText, LanguageTools } from './analysis.ts'
import type { FieldName, Token } from './types.ts'

/** A longer sentence is cut between words, so that a text without full stops still gives passages to read. */
const longestPassage = 320

/** A sentence with the terms in it. */
export interface Sentence {
  field: FieldName
  text: string
  language: string
  tokens: readonly Token[]
  /** Where the sentence begins in its text; tokens count from there as well. */
  start: number
}

/** The sentences of analysed texts, in order. */
export function sentencesOf (texts: readonly AnalysedText[], tools: LanguageTools): Sentence[] {
  return texts.flatMap(({ field, text, tokens, language, languages }) => {
    const main = language ?? languages[0] ?? 'und'
    let at = 0
    return tools.sentences(text, main).flatMap(span => cut(text, span)).map(({ start, end }) => {
      while (at < tokens.length && tokens[at]!.start < start) at++
      const first = at
      while (at < tokens.length && tokens[at]!.start < end) at++
      const words = text.slice(start, end)
      return { field, text: words, language: languages.length > 1 ? tools.identify(words) : main, tokens: tokens.slice(first, at), start }
    })
  })
}

interface Span { start: number, end: number }

function cut (text: string, { start, end }: Span): Span[] {
  const spans: Span[] = []
  while (end - start > longestPassage) {
    const space = text.lastIndexOf(' ', start + longestPassage)
    let stop = space > start + longestPassage / 2 ? space : start + longestPassage
    if ((text.charCodeAt(stop) & 0xfc00) === 0xdc00) stop--
    spans.push({ start, end: stop })
    start = stop
    while (text[start] === ' ') start++
  }
  if (end > start) spans.push({ start, end })
  return spans
}

/** What a sentence's distinct terms weigh together. */
export function weightOf (sentence: Sentence, weights: ReadonlyMap<string, number>, without?: ReadonlySet<string>): number {
  let sum = 0
  const counted = new Set<string>()
  for (const { term } of sentence.tokens) {
    if (counted.has(term) || without?.has(term) === true) continue
    counted.add(term)
    sum += weights.get(term) ?? 0
  }
  return sum
}

/** The sentence that weighs most, the first of equals; undefined where none weighs anything. */
export function heaviest (sentences: readonly Sentence[], weigh: (sentence: Sentence) => number): { sentence: Sentence, weight: number } | undefined {
  let best: { sentence: Sentence, weight: number } | undefined
  for (const sentence of sentences) {
    const weight = weigh(sentence)
    if (weight > (best?.weight ?? 0)) best = { sentence, weight }
  }
  return best
}

/**
 * The words behind terms, as they stand in the sentences, the weightiest first, at most `count`. Of words that overlap (a
 * Chinese word and the pairs around it) the longest stands for all; of one word in several cases the first.
 */
export function wordsBehind (sentences: readonly Sentence[], weights: ReadonlyMap<string, number>, count: number): string[] {
  const first = new Map<string, { sentence: Sentence, token: Token }>()
  for (const sentence of sentences) {
    for (const token of sentence.tokens) if (weights.has(token.term) && !first.has(token.term)) first.set(token.term, { sentence, token })
  }
  const falling = [...first].sort(([a], [b]) => weights.get(b)! - weights.get(a)! || (a < b ? -1 : 1))
  const chosen: { sentence: Sentence, token: Token }[] = []
  for (const [, place] of falling) {
    const at = chosen.findIndex(({ sentence, token }) => sentence === place.sentence && token.start < place.token.end && place.token.start < token.end)
    if (at < 0) chosen.push(place)
    else if (length(place.token) > length(chosen[at]!.token)) chosen[at] = place
  }
  const words = new Map<string, string>()
  for (const { sentence, token } of chosen) {
    const word = sentence.text.slice(token.start - sentence.start, token.end - sentence.start)
    if (!words.has(word.toLowerCase())) words.set(word.toLowerCase(), word)
  }
  return [...words.values()].slice(0, count)
}

function length ({ start, end }: Token): number {
  return end - start
}
