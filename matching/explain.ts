import { analysed, type AnalysedText, type LanguageTools } from './analysis.ts'
import { facetParts, missingFacets } from './facets.ts'
import { type CheckedGate, gates } from './gates.ts'
import type { TermScore } from './lexical/search.ts'
import type { Pair } from './pair.ts'
import { greatest, type Sentence, sentencesByTerm, sentencesOf, wordsBehind } from './passages.ts'
import type { Held } from './profiles.ts'
import { fieldNames, type Match, type Missing, type Part, type PassagePair, type Query, type TermShare } from './types.ts'

/** A profile's texts as an explanation needs them; found once for profiles that are matched again and again. */
export interface Reading {
  texts: readonly AnalysedText[]
  sentences: readonly Sentence[]
}

export function readingOf ({ texts }: Held, tools: LanguageTools): Reading {
  const words = analysed(texts, tools)
  return { texts: words, sentences: sentencesOf(words, tools) }
}

const unread: Reading = { texts: [], sentences: [] }

/** What all explanations of one answer share. */
export interface Explainer {
  reading (held: Held): Reading
  queryTexts: readonly AnalysedText[]
  querySentences: readonly Sentence[]
  /** Which of them have a term. */
  asking: ReadonlyMap<string, readonly number[]>
  full: boolean
}

export function explainerOf (queryTexts: readonly AnalysedText[], depth: Query['explain'], tools: LanguageTools, reading: Explainer['reading']): Explainer {
  if (depth === 'none') return { reading: () => unread, queryTexts, querySentences: [], asking: new Map(), full: false }
  const querySentences = sentencesOf(queryTexts, tools)
  return { reading, queryTexts, querySentences, asking: sentencesByTerm(querySentences), full: depth === 'full' }
}

/** One ranked profile with the numbers that its score was made of. */
export interface Scored {
  held: Held
  pair: Pair
  rank: number
  score: number
  strength: number
  shares: readonly TermScore[]
  /** What terms' scores were multiplied by. */
  scale: number
}

/** The same numbers as the score, taken apart. */
export function explain (scored: Scored, explainer: Explainer): Match {
  const { held, pair, rank, score } = scored
  const { texts, sentences } = explainer.reading(held)
  const weights = new Map(scored.shares.map(({ term, score }) => [term, score * scored.scale]))
  const checked = gates(pair)
  return {
    id: held.profile.id,
    rank,
    score,
    parts: [...textParts(scored), ...facetParts(pair, scored.strength)],
    gates: checked.map(({ rule, outcome, detail }) => ({ rule, outcome, detail })),
    sharedTerms: wordsBehind(sentences, weights, 5),
    passages: passages(sentences, weights, explainer),
    missing: missingOf(pair, checked),
    languages: held.languages,
    ...(explainer.full ? { terms: termShares(scored, texts, explainer.queryTexts) } : {})
  }
}

function textParts ({ held, shares, scale }: Scored): Part[] {
  const present = fieldNames.filter(name => held.profile.texts.some(({ field }) => field === name))
  return present.map(name => {
    const at = fieldNames.indexOf(name)
    const value = shares.reduce((sum, share) => sum + share.fields[at]!, 0)
    return { name: `text.${name}`, value, weight: scale, contribution: value * scale, known: true }
  })
}

/** Gates first: what could shut a match out is the more worth saying. */
function missingOf (pair: Pair, checked: readonly CheckedGate[]): Missing[] {
  return [...checked.flatMap(({ rule, missing }) => missing.map(side => ({ side, field: rule }))), ...missingFacets(pair)]
}

/** Each further pair brings terms that none before it had, and at least a quarter of what the first brought. */
function passages (sentences: readonly Sentence[], weights: ReadonlyMap<string, number>, { querySentences, asking, full }: Explainer): PassagePair[] {
  const pairs: PassagePair[] = []
  const shared = sentences.map(({ tokens }) => [...new Set(tokens.map(token => token.term))].filter(term => weights.has(term)))
  const covered = new Set<string>()
  let least = 0
  while (pairs.length < (full ? 5 : 2)) {
    const gains = shared.map(terms => terms.reduce((sum, term) => covered.has(term) ? sum : sum + weights.get(term)!, 0))
    const best = greatest(gains)
    if (best < 0 || gains[best]! < least) break
    if (pairs.length === 0) least = gains[best]! / 4
    const match = sentences[best]!
    const heard = querySentences.map(() => 0)
    for (const term of shared[best]!) {
      if (covered.has(term)) continue
      covered.add(term)
      for (const number of asking.get(term) ?? []) heard[number]! += weights.get(term)!
    }
    const twin = greatest(heard)
    const query = querySentences[twin]
    if (query === undefined) continue
    const tied = new Map(shared[best]!.filter(term => asking.get(term)?.includes(twin)).map(term => [term, weights.get(term)!]))
    pairs.push({
      field: match.field,
      query: query.text,
      queryField: query.field,
      match: match.text,
      shared: wordsBehind([match], tied, 8),
      queryLanguage: query.language,
      matchLanguage: match.language
    })
  }
  return pairs
}

function termShares ({ shares, scale }: Scored, texts: readonly AnalysedText[], queryTexts: readonly AnalysedText[]): TermShare[] {
  const asked = firstWords(queryTexts, ({ term }) => term)
  const found = firstWords(texts, ({ term }, field) => `${field} ${term}`)
  const all = shares.flatMap(({ term, fields }) => fieldNames.flatMap((field, at): TermShare[] => {
    const contribution = fields[at]! * scale
    return contribution === 0 ? [] : [{ word: asked.get(term) ?? term, term, matchedWord: found.get(`${field} ${term}`), field, contribution }]
  }))
  return all.sort((a, b) => b.contribution - a.contribution)
}

function firstWords (texts: readonly AnalysedText[], key: (token: AnalysedText['tokens'][number], field: string) => string): Map<string, string> {
  const words = new Map<string, string>()
  for (const { field, text, tokens } of texts) {
    for (const token of tokens) {
      const name = key(token, field)
      if (!words.has(name)) words.set(name, text.slice(token.start, token.end))
    }
  }
  return words
}
