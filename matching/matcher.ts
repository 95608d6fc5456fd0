import { analysed, fieldLengths, fieldTerms, languagesOf, type LanguageTools, read, termCounts } from './analysis.ts'
import { bandOf } from './bands.ts'
import { clearBit, isEmpty } from './bits.ts'
import { areCopies, signatureOf } from './copies.ts'
import { VectorIndex } from './dense/vector-index.ts'
import { diversified } from './diversity.ts'
import { explain, explainerOf, readingOf } from './explain.ts'
import { leaningFor } from './facets.ts'
import { allowed, type Shelf } from './filters.ts'
import { type Ranked, rank, type Ranking } from './fusion.ts'
import { failuresFor } from './gates.ts'
import type { Bm25f } from './lexical/bm25f.ts'
import { LexicalIndex } from './lexical/index.ts'
import { Likeness } from './likeness.ts'
import { pairOf } from './pair.ts'
import { pairSettings, pairTerms } from './pairs.ts'
import { type Held, Profiles } from './profiles.ts'
import { recent } from './recent.ts'
import { type FusionWeights, signalsFor } from './signals.ts'
import { type Kind, type Matcher, type MatchResult, type Profile, type Query } from './types.ts'
import type { Glossary } from './vocabulary/glossary.ts'
import { meaningCounts, meaningFields, meaningSettings } from './vocabulary/meaning-terms.ts'
import { glossOf } from './vocabulary/meaning.ts'

export interface MatcherParts {
  tools: LanguageTools
  settings: Bm25f
  /** Without it only words of one language meet. */
  glossary?: Glossary
  weights: FusionWeights
  versions: Readonly<Record<string, string>>
}

/** About 30 KB each: what is asked for again and again is at hand, and memory stays bounded. */
const readingsKept = 500

/** How far a text is trusted of which the vocabulary knows nothing: names, numbers and borrowed words still tell something. */
const leastTrust = 0.2

/** For a diverse answer, matches are chosen from this many times as many. */
const choice = 4

const kinds: readonly Kind[] = ['challenge', 'solution']

/** A matcher over the given language tools and settings; `createMatcher` gives it this program's own. */
export function matcherOf ({ tools, settings, glossary, weights, versions }: MatcherParts): Matcher {
  const shelves: Readonly<Record<Kind, Shelf>> = { challenge: emptyShelf(settings), solution: emptyShelf(settings) }
  const reading = recent((held: Held) => readingOf(held.texts, tools, glossary), readingsKept)

  function upsert (profile: Profile): void {
    const texts = read(profile.texts, tools)
    const words = analysed(texts, tools)
    remove(profile.id)
    const { profiles, lexical, pairs, meaning } = shelves[profile.kind]
    const slot = profiles.add({ profile, texts, languages: languagesOf(texts), signature: signatureOf(words) })
    const wordLengths = fieldLengths(words)
    lexical.add(slot, fieldTerms(words), wordLengths)
    pairs.add(slot, pairTerms(words), wordLengths)
    if (glossary === undefined) return
    const { fields, lengths } = meaningFields(words, glossary)
    meaning.add(slot, fields, lengths)
  }

  function remove (id: string): boolean {
    for (const kind of kinds) {
      const { profiles, lexical, pairs, meaning, vectors } = shelves[kind]
      const slot = profiles.slot(id)
      if (slot === undefined) continue
      lexical.remove(slot)
      pairs.remove(slot)
      if (glossary !== undefined) meaning.remove(slot)
      vectors?.remove(slot)
      profiles.remove(slot)
      return true
    }
    return false
  }

  function match (query: Query): MatchResult {
    const shelf = shelves[query.target]
    const { profiles } = shelf
    const queryTexts = analysed(read(query.profile.texts, tools), tools)
    const languages = languagesOf(queryTexts)
    const may = allowed(query, shelf, languages, tools)
    if (isEmpty(may)) return { matches: [], languages, considered: 0, dropped: {}, versions }
    const self = query.profile.id === undefined ? undefined : shelves[query.profile.kind].profiles.slot(query.profile.id)
    const vectors = query.vectors ?? (self === undefined ? undefined : shelves[query.profile.kind].vectors?.vectorsOf(self))
    const signals = signalsFor({ shelf, counts: termCounts(queryTexts, settings.weights), queryTexts, vectors, vectorsRead: query.vectorsRead ?? 'english', settings, glossary, weights, allowed: may })
    const measured = profiles.all()
    if (self !== undefined && query.profile.kind === query.target) clearBit(measured, self)
    const own = new Set([...languages, 'und'])
    const understood = (language: string): number => glossary === undefined || language === 'und' ? 1 : leastTrust + (1 - leastTrust) * Math.sqrt(Math.sqrt(glossary.coverage(language)))
    const asking = Math.max(0, ...[...own].filter(language => language !== 'und' || own.size === 1).map(understood))
    const likeness = new Likeness(
      signals.map(({ signal }) => signal), profiles.languageNumbers, profiles.languages.map(language => own.has(language)),
      profiles.languages.map(language => own.has(language) ? understood(language) : asking * understood(language)), measured, profiles.slots
    )
    const pair = (slot: number) => pairOf(query.profile.facets, query.profile.kind, profiles.at(slot).profile.facets, query.target, query.today)
    const asked = pairOf(query.profile.facets, query.profile.kind, {}, query.target, query.today)
    const failures = failuresFor(asked)
    const leaning = leaningFor(asked)
    const source = {
      top: (count: number, accepts?: (slot: number) => boolean, least?: number) => likeness.top(count, profiles.before, may, accepts, least),
      strength: (slot: number) => Math.max(0, likeness.strength(slot)),
      base: (slot: number) => likeness.base(slot),
      about: (slot: number) => likeness.about[slot]!
    }
    const judge = {
      failures: (slot: number) => query.failing === 'show' ? [] : failures(pair(slot)),
      leaning: (slot: number) => leaning.of(pair(slot)),
      mostLeaning: leaning.most
    }
    const diversity = query.diversity ?? 0
    const { folded, scale, failed, considered } = ranked(limit => rank(source, limit, judge, profiles.before), diversity > 0 ? query.limit * choice : query.limit, profiles)
    const dropped: Record<string, number> = {}
    for (const rules of failed) for (const rule of rules) dropped[rule] = (dropped[rule] ?? 0) + 1
    const explainer = explainerOf(queryTexts, query.explain, tools, glossary, reading)
    const chosen = diversity === 0 ? folded.slice(0, query.limit) : diversified(folded.map(item => ({ item, score: item.score, terms: meantTerms(profiles.at(item.slot)) })), diversity, query.limit)
    const matches = chosen.map(({ slot, score, strength, rankByScore, copies }, i) => explain({
      held: profiles.at(slot),
      pair: pair(slot),
      rank: i + 1,
      rankByScore,
      band: bandOf(likeness.standing(slot)),
      copies: copies.map(copy => profiles.at(copy).profile.id),
      score,
      above: Math.max(0, strength - likeness.base(slot) * scale),
      scale,
      added: likeness.added(slot),
      foreign: !likeness.isSame(slot),
      signals: signals.map(({ name, shares }, number) => ({ name, ...likeness.part(number, slot), shares: shares?.(slot) ?? [] }))
    }, explainer))
    return { matches, languages, considered, dropped, versions }
  }

  function meantTerms (held: Held): Map<string, number> {
    const { texts } = reading(held)
    return glossary === undefined ? termCounts(texts, settings.weights) : meaningCounts(texts, glossary, settings.weights)
  }

  function give (id: string, vectors: readonly Float32Array[]): boolean {
    for (const kind of kinds) {
      const shelf = shelves[kind]
      const slot = shelf.profiles.slot(id)
      if (slot === undefined) continue
      const [first] = vectors
      if (first === undefined) return shelf.vectors?.remove(slot) ?? false
      if (shelf.vectors?.dimensions !== first.length) shelf.vectors = new VectorIndex(first.length)
      shelf.vectors.set(slot, vectors)
      return true
    }
    return false
  }

  return {
    upsert,
    remove,
    match,
    give,
    gloss: texts => read(texts, tools).map(text => {
      if (glossary === undefined) return text.text
      return glossOf({ ...text, tokens: [] }, glossary)
    }).join('. '),
    has: id => kinds.some(kind => shelves[kind].profiles.slot(id) !== undefined),
    identify: tools.identify,
    wordFor: (concept, language) => glossary?.wordFor(concept, language),
    get size () {
      return { challenge: shelves.challenge.profiles.size, solution: shelves.solution.profiles.size }
    },
    get bytes () {
      return kinds.reduce((sum, kind) => {
        const { profiles, lexical, pairs, meaning, vectors } = shelves[kind]
        return sum + profiles.bytes + lexical.bytes + pairs.bytes + meaning.bytes + (vectors?.bytes ?? 0)
      }, 0)
    }
  }
}

function emptyShelf (settings: Bm25f): Shelf {
  return { profiles: new Profiles(), lexical: new LexicalIndex(settings), pairs: new LexicalIndex(pairSettings(settings)), meaning: new LexicalIndex(meaningSettings(settings)), vectors: undefined }
}

/** A ranked profile with its near-copies. */
interface Folded extends Ranked {
  rankByScore: number
  copies: number[]
}

/** The `limit` best, near-copies folded into the best of them; more are ranked where folding leaves fewer. */
function ranked (best: (limit: number) => Ranking, limit: number, profiles: Profiles): { folded: Folded[] } & Omit<Ranking, 'ranked'> {
  for (let asked = limit; ; asked *= 2) {
    const { ranked, ...rest } = best(asked)
    const folded: Folded[] = []
    for (const one of ranked) {
      const { signature } = profiles.at(one.slot)
      const original = folded.find(({ slot }) => areCopies(signature, profiles.at(slot).signature))
      if (original === undefined) folded.push({ ...one, rankByScore: folded.length + 1, copies: [] })
      else original.copies.push(one.slot)
    }
    if (folded.length >= limit || ranked.length < asked) return { folded: folded.slice(0, limit), ...rest }
  }
}
