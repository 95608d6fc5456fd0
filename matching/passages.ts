import { type AnalysedText, languageAt, type LanguageTools } from './analysis.ts'
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
  return texts.flatMap(({ field, text, tokens, spans }) => {
    let at = 0
    const whole = languageAt(spans, 0, text.length)
    return tools.sentences(text, whole).flatMap(sentence => cut(text, sentence)).map(({ start, end }) => {
      while (at < tokens.length && tokens[at]!.start < start) at++
      const first = at
      while (at < tokens.length && tokens[at]!.start < end) at++
      return { field, text: text.slice(start, end), language: languageAt(spans, start, end), tokens: tokens.slice(first, at), start }
    })
  })
}

interface Stretch { start: number, end: number }

function cut (text: string, { start, end }: Stretch): Stretch[] {
  const stretches: Stretch[] = []
  while (end - start > longestPassage) {
    const space = text.lastIndexOf(' ', start + longestPassage)
    let stop = space > start + longestPassage / 2 ? space : start + longestPassage
    if ((text.charCodeAt(stop) & 0xfc00) === 0xdc00) stop--
    stretches.push({ start, end: stop })
    start = stop
    while (text[start] === ' ') start++
  }
  if (end > start) stretches.push({ start, end })
  return stretches
}

/** Which sentences of a query have a term, by number, each once. */
export function sentencesByTerm (sentences: readonly Sentence[]): Map<string, number[]> {
  const byTerm = new Map<string, number[]>()
  sentences.forEach(({ tokens }, number) => {
    for (const { term } of tokens) {
      const numbers = byTerm.get(term)
      if (numbers === undefined) byTerm.set(term, [number])
      else if (numbers.at(-1) !== number) numbers.push(number)
    }
  })
  return byTerm
}

/** The position of the greatest number above 0, the first of equals; -1 where there is none. */
export function greatest (weights: readonly number[]): number {
  let best = -1
  for (let i = 0; i < weights.length; i++) if (weights[i]! > (weights[best] ?? 0)) best = i
  return best
}

/**
 * The words behind terms, as they stand in the sentences, the weightiest first, at most `count`. Of words that overlap (a
 * Chinese word and the pairs around it) the longest stands for all; of one word in several cases the first.
 */
export function wordsBehind (sentences: readonly Sentence[], weights: ReadonlyMap<string, number>, count: number): string[] {
  const whole = firstPlaces(sentences, weights, false)
  const first = whole.size > 0 ? whole : firstPlaces(sentences, weights, true)
  const falling = [...first.values()].sort((a, b) => b.weight - a.weight || (a.token.term < b.token.term ? -1 : 1))
  const words = new Map<string, string>()
  const chosen: typeof falling = []
  for (const place of falling) {
    const at = chosen.findIndex(({ sentence, token }) => sentence === place.sentence && token.start < place.token.end && place.token.start < token.end)
    if (at < 0 && words.size >= count) break
    if (at < 0) chosen.push(place)
    else if (length(place.token) <= length(chosen[at]!.token)) continue
    else {
      words.delete(wordOf(chosen[at]!).toLowerCase())
      chosen[at] = place
    }
    const word = wordOf(place)
    if (!words.has(word.toLowerCase())) words.set(word.toLowerCase(), word)
  }
  return [...words.values()]
}

interface Place { sentence: Sentence, token: Token, weight: number }

/** Where each term stands first: as a word, or as a mere piece of one. */
function firstPlaces (sentences: readonly Sentence[], weights: ReadonlyMap<string, number>, pieces: boolean): Map<string, Place> {
  const first = new Map<string, Place>()
  for (const sentence of sentences) {
    for (const token of sentence.tokens) {
      const weight = weights.get(token.term)
      if (weight !== undefined && (token.piece === true) === pieces && !first.has(token.term)) first.set(token.term, { sentence, token, weight })
    }
  }
  return first
}

function wordOf ({ sentence, token }: { sentence: Sentence, token: Token }): string {
  return sentence.text.slice(token.start - sentence.start, token.end - sentence.start)
}

function length ({ start, end }: Token): number {
  return end - start
}
