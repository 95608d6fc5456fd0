import { analysed, type AnalysedText, type LanguageTools } from './analysis.ts'
import { facetsOf } from './facets.ts'
import { gates } from './gates.ts'
import type { TermScore } from './lexical/index.ts'
import type { Pair } from './pair.ts'
import { heaviest, type Sentence, sentencesOf, weightOf, wordsBehind } from './passages.ts'
import type { Held } from './profiles.ts'
import { fieldNames, type Match, type Missing, type Part, type PassagePair, type TermShare } from './types.ts'

/** What all explanations of one answer share. */
export interface Explainer {
  tools: LanguageTools
  queryTexts: readonly AnalysedText[]
  querySentences: readonly Sentence[]
  full: boolean
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
  const texts = analysed(held.profile.texts, explainer.tools)
  const sentences = sentencesOf(texts, explainer.tools)
  const weights = new Map(scored.shares.map(({ term, score }) => [term, score * scored.scale]))
  const checked = gates(pair)
  return {
    id: held.profile.id,
    rank,
    score,
    parts: [...textParts(scored), ...facetParts(scored)],
    gates: checked.map(({ rule, outcome, detail }) => ({ rule, outcome, detail })),
    sharedTerms: wordsBehind(sentences, weights, 5),
    passages: passages(sentences, weights, explainer),
    missing: missing(pair, checked),
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

function facetParts ({ pair, strength }: Scored): Part[] {
  return facetsOf(pair.relation).map(facet => {
    const known = facet.missing(pair).length === 0
    const value = known ? facet.grade(pair) : 0
    const weight = facet.weight * strength
    return { name: facet.name, value, weight, contribution: value * weight, known }
  })
}

function missing (pair: Pair, checked: ReturnType<typeof gates>): Missing[] {
  const named = [
    ...checked.map(({ rule, missing }) => ({ field: rule, sides: missing })),
    ...facetsOf(pair.relation).map(facet => ({ field: facet.name, sides: facet.missing(pair) }))
  ]
  return named.flatMap(({ field, sides }) => sides.map(side => ({ side, field })))
}

/** Each further pair brings terms that none before it had, and at least a quarter of what the first brought. */
function passages (sentences: readonly Sentence[], weights: ReadonlyMap<string, number>, { querySentences, full }: Explainer): PassagePair[] {
  const pairs: PassagePair[] = []
  const covered = new Set<string>()
  let least = 0
  while (pairs.length < (full ? 5 : 2)) {
    const best = heaviest(sentences, sentence => weightOf(sentence, weights, covered))
    if (best === undefined || best.weight < least) break
    least = best.weight / 4 > least ? best.weight / 4 : least
    const here = new Map<string, number>()
    for (const { term } of best.sentence.tokens) {
      const weight = weights.get(term)
      if (weight !== undefined) here.set(term, weight)
    }
    const twin = heaviest(querySentences, sentence => weightOf(sentence, here))
    for (const term of here.keys()) covered.add(term)
    if (twin === undefined) continue
    const tied = new Map([...here].filter(([term]) => twin.sentence.tokens.some(token => token.term === term)))
    pairs.push({
      field: best.sentence.field,
      query: twin.sentence.text,
      queryField: twin.sentence.field,
      match: best.sentence.text,
      shared: wordsBehind([best.sentence], tied, 8),
      queryLanguage: twin.sentence.language,
      matchLanguage: best.sentence.language
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
