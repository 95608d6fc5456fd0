import { analysed, type AnalysedText, languageAt, type LanguageTools, type ReadText } from './analysis.ts'
import { facetParts, missingFacets } from './facets.ts'
import { type CheckedGate, gates } from './gates.ts'
import type { TermScore } from './lexical/search.ts'
import type { Pair } from './pair.ts'
import { greatest, type Sentence, sentencesByTerm, sentencesOf, wordsBehind } from './passages.ts'
import type { Held } from './profiles.ts'
import type { SignalName } from './signals.ts'
import { type Band, fieldNames, type Match, type Missing, type Part, type PassagePair, type Query, type SharedConcept, type TermShare } from './types.ts'
import type { Glossary } from './vocabulary/glossary.ts'
import { type MeantToken, meantTokens } from './vocabulary/meaning.ts'

/** A profile's texts as an explanation needs them; found once for profiles that are matched again and again. */
export interface Reading {
  texts: readonly AnalysedText[]
  sentences: readonly Sentence[]
  /** The same with what the words mean; made when first asked for. */
  readonly meant: MeantReading
}

interface MeantReading {
  tokens: readonly (readonly MeantToken[])[]
  texts: readonly AnalysedText[]
  sentences: readonly Sentence[]
}

export function readingOf (texts: readonly ReadText[], tools: LanguageTools, glossary: Glossary | undefined): Reading {
  const words = analysed(texts, tools)
  let meant: MeantReading | undefined
  return {
    texts: words,
    sentences: sentencesOf(words, tools),
    get meant () {
      if (meant === undefined) {
        const tokens = words.map(text => glossary === undefined ? [] : meantTokens(text, glossary))
        const texts = words.map((text, i) => ({ ...text, tokens: tokens[i]! }))
        meant = { tokens, texts, sentences: sentencesOf(texts, tools) }
      }
      return meant
    }
  }
}

/** What all explanations of one answer share. */
export interface Explainer {
  reading (held: Held): Reading
  query: Reading
  /** Which of the query's sentences have a term, as it is written and as it is meant. */
  asking: { text: ReadonlyMap<string, readonly number[]>, readonly meaning: ReadonlyMap<string, readonly number[]> }
  depth: NonNullable<Query['explain']>
}

export function explainerOf (
  queryTexts: readonly AnalysedText[], depth: Query['explain'] = 'short', tools: LanguageTools, glossary: Glossary | undefined, reading: Explainer['reading']
): Explainer {
  const query = readingOf(queryTexts, tools, glossary)
  let meaning: ReadonlyMap<string, readonly number[]> | undefined
  return {
    reading,
    query,
    depth,
    asking: {
      text: depth === 'none' ? new Map() : sentencesByTerm(query.sentences),
      get meaning () {
        meaning ??= sentencesByTerm(query.meant.sentences)
        return meaning
      }
    }
  }
}

/** One of the signals that a score was made of, for one profile. */
export interface SignalShare {
  name: SignalName
  /** NaN where it cannot be said. */
  value: number
  mean: number
  weight: number
  shares: readonly TermScore[]
}

/** One ranked profile with the numbers that its score was made of. */
export interface Scored {
  held: Held
  pair: Pair
  rank: number
  rankByScore: number
  band: Band | undefined
  copies: readonly string[]
  score: number
  /** What of the strength facets act on. */
  above: number
  /** What every signal was multiplied by. */
  scale: number
  /** What was added to the signals, before the scale. */
  added: number
  /** In no language of the query's. */
  foreign: boolean
  signals: readonly SignalShare[]
}

/** The same numbers as the score, taken apart. */
export function explain (scored: Scored, explainer: Explainer): Match {
  const { held, pair, rank, rankByScore, band, copies, score, scale, foreign, signals } = scored
  const checked = gates(pair)
  const { depth, query, asking } = explainer
  const weighed = (name: SignalName): Map<string, number> =>
    new Map(signals.filter(signal => signal.name === name).flatMap(({ shares, weight }) => shares.map(({ term, score }) => [term, score * weight * scale])))
  const text = signals.find(({ name }) => name === 'text')
  const reading = depth === 'none' ? undefined : explainer.reading(held)
  const ties = foreign ? weighed('meaning') : weighed('text')
  const sentences = reading === undefined ? [] : foreign ? reading.meant.sentences : reading.sentences
  return {
    id: held.profile.id,
    rank,
    rankByScore,
    ...(band === undefined ? {} : { band }),
    copies,
    score,
    parts: [...signals.flatMap(signal => signalParts(signal, scored)), usualPart(scored), ...facetParts(pair, scored.above)],
    gates: checked.map(({ rule, outcome, detail }) => ({ rule, outcome, detail })),
    sharedTerms: wordsBehind(sentences, ties, 5),
    // Reading what same-language texts mean takes longer than all the rest of an answer.
    concepts: reading === undefined || !(foreign || depth === 'full') ? [] : sharedConcepts(query.meant, reading.meant, query.texts, reading.texts, weighed('meaning'), foreign),
    passages: reading === undefined ? [] : passages(sentences, ties, foreign ? query.meant.sentences : query.sentences, foreign ? asking.meaning : asking.text, depth === 'full' ? 5 : 2),
    missing: missingOf(pair, checked),
    languages: held.languages,
    ...(depth === 'full' && reading !== undefined && text !== undefined ? { terms: termShares(text, scale, reading.texts, query.texts) } : {})
  }
}

/** One a field for what terms give, one for vectors. */
function signalParts ({ name, value, weight, shares }: SignalShare, { held, scale }: Scored): Part[] {
  if (name === 'vectors') return [part(name, Number.isNaN(value) ? 0 : value, weight * scale, !Number.isNaN(value))]
  const present = fieldNames.filter(field => held.profile.texts.some(text => text.field === field))
  return present.map(field => {
    const at = fieldNames.indexOf(field)
    return part(`${name}.${field}`, shares.reduce((sum, share) => sum + share.fields[at]!, 0), weight * scale, true)
  })
}

function usualPart ({ signals, added, scale }: Scored): Part {
  return part('usual', signals.reduce((sum, { value, mean, weight }) => Number.isNaN(value) ? sum : sum + mean * weight, -added), -scale, true)
}

function part (name: string, value: number, weight: number, known: boolean): Part {
  return { name, value, weight, contribution: value * weight, known }
}

const mostConcepts = 6

/** The strongest ties of meaning whose words stand in both texts. */
function sharedConcepts (
  query: MeantReading, match: MeantReading, queryTexts: readonly AnalysedText[], matchTexts: readonly AnalysedText[], weights: ReadonlyMap<string, number>, foreign: boolean
): SharedConcept[] {
  const asked = firstMeant(query, queryTexts, weights)
  const found = firstMeant(match, matchTexts, weights)
  const concepts = new Map<string, SharedConcept>()
  // The surest readings first: a weighty term that a word hardly means is a doubtful tie.
  const sure = (term: string): number => (asked.get(term)?.weight ?? 0) * (found.get(term)?.weight ?? 0)
  for (const [term] of [...weights].sort((a, b) => b[1] * sure(b[0]) - a[1] * sure(a[0]))) {
    const mine = asked.get(term)
    const theirs = found.get(term)
    if (mine === undefined || theirs === undefined || (!foreign && mine.word.toLowerCase() === theirs.word.toLowerCase())) continue
    const concept = (mine.concept ?? theirs.concept ?? (term.startsWith('~') ? theirs.word : term)).toLowerCase()
    if ([...concepts.values()].some(known => known.query === mine.word || known.match === theirs.word)) continue
    if (!concepts.has(concept)) concepts.set(concept, { concept, query: mine.word, match: theirs.word, queryLanguage: mine.language, matchLanguage: theirs.language })
    if (concepts.size === mostConcepts) break
  }
  return [...concepts.values()]
}

interface Meant { word: string, language: string, weight: number, concept?: string }

/** By term: the word that means it most surely, the first of equals. */
function firstMeant ({ tokens }: MeantReading, texts: readonly AnalysedText[], wanted: ReadonlyMap<string, number>): Map<string, Meant> {
  const first = new Map<string, Meant>()
  tokens.forEach((list, i) => {
    const { text, spans } = texts[i]!
    for (const { term, start, end, weight, concept } of list) {
      if (wanted.has(term) && weight > (first.get(term)?.weight ?? 0)) first.set(term, { word: text.slice(start, end), language: languageAt(spans, start, end), weight, concept })
    }
  })
  return first
}

/** Gates first: what could shut a match out is the more worth saying. */
function missingOf (pair: Pair, checked: readonly CheckedGate[]): Missing[] {
  return [...checked.flatMap(({ rule, missing }) => missing.map(side => ({ side, field: rule }))), ...missingFacets(pair)]
}

/** Each further pair brings terms that none before it had, and at least a quarter of what the first brought. */
function passages (
  sentences: readonly Sentence[], weights: ReadonlyMap<string, number>, querySentences: readonly Sentence[], asking: ReadonlyMap<string, readonly number[]>, most: number
): PassagePair[] {
  const pairs: PassagePair[] = []
  const shared = sentences.map(({ tokens }) => [...new Set(tokens.map(token => token.term))].filter(term => weights.has(term)))
  const covered = new Set<string>()
  let least = 0
  while (pairs.length < most) {
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

function termShares ({ shares, weight }: SignalShare, scale: number, texts: readonly AnalysedText[], queryTexts: readonly AnalysedText[]): TermShare[] {
  const asked = firstWords(queryTexts, ({ term }) => term)
  const found = firstWords(texts, ({ term }, field) => `${field} ${term}`)
  const all = shares.flatMap(({ term, fields }) => fieldNames.flatMap((field, at): TermShare[] => {
    const contribution = fields[at]! * weight * scale
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
