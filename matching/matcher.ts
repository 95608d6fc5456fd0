import { analysed, fieldLengths, fieldTerms, languagesOf, type LanguageTools, read, termCounts } from './analysis.ts'
import { explain, explainerOf, readingOf } from './explain.ts'
import { leaningFor } from './facets.ts'
import { allowed, type Shelf } from './filters.ts'
import { rank } from './fusion.ts'
import { failuresFor } from './gates.ts'
import type { Bm25f } from './lexical/bm25f.ts'
import { LexicalIndex } from './lexical/index.ts'
import { pairOf } from './pair.ts'
import { type Held, Profiles } from './profiles.ts'
import { recent } from './recent.ts'
import { type Kind, type Matcher, type MatchResult, type Profile, type Query } from './types.ts'

export interface MatcherParts {
  tools: LanguageTools
  settings: Bm25f
  versions: Readonly<Record<string, string>>
}

/** About 30 KB each: what is asked for again and again is at hand, and memory stays bounded. */
const readingsKept = 500

const kinds: readonly Kind[] = ['challenge', 'solution']

/** A matcher over the given language tools and settings; `createMatcher` gives it this program's own. */
export function matcherOf ({ tools, settings, versions }: MatcherParts): Matcher {
  const shelves: Readonly<Record<Kind, Shelf>> = { challenge: emptyShelf(settings), solution: emptyShelf(settings) }

  const reading = recent((held: Held) => readingOf(held, tools), readingsKept)

  function upsert (profile: Profile): void {
    const texts = read(profile.texts, tools)
    const words = analysed(texts, tools)
    remove(profile.id)
    const { profiles, lexical } = shelves[profile.kind]
    lexical.add(profiles.add({ profile, texts, languages: languagesOf(texts) }), fieldTerms(words), fieldLengths(words))
  }

  function remove (id: string): boolean {
    for (const kind of kinds) {
      const { profiles, lexical } = shelves[kind]
      const slot = profiles.slot(id)
      if (slot === undefined) continue
      lexical.remove(slot)
      profiles.remove(slot)
      return true
    }
    return false
  }

  function match (query: Query): MatchResult {
    const { profiles, lexical } = shelves[query.target]
    const queryTexts = analysed(read(query.profile.texts, tools), tools)
    const languages = languagesOf(queryTexts)
    const may = allowed(query, shelves[query.target], languages, tools)
    const search = lexical.search(termCounts(queryTexts, settings.weights), may)
    const pair = (slot: number) => pairOf(query.profile.facets, query.profile.kind, profiles.at(slot).profile.facets, query.target, query.today)
    const asked = pairOf(query.profile.facets, query.profile.kind, {}, query.target, query.today)
    const failures = failuresFor(asked)
    const leaning = leaningFor(asked)
    const { ranked, scales, failed, considered } = rank(
      [{
        weight: 1,
        top: (count, accepts, least) => search.top(count, profiles.before, accepts, least),
        strength: slot => search.strength(slot),
        about: slot => search.about(slot)
      }],
      query.limit,
      {
        failures: slot => query.failing === 'show' ? [] : failures(pair(slot)),
        leaning: slot => leaning.of(pair(slot)),
        mostLeaning: leaning.most
      },
      profiles.before
    )
    const dropped: Record<string, number> = {}
    for (const rules of failed) for (const rule of rules) dropped[rule] = (dropped[rule] ?? 0) + 1
    const explainer = explainerOf(queryTexts, query.explain, tools, reading)
    const matches = ranked.map(({ slot, score, strength }, i) => explain({
      held: profiles.at(slot), pair: pair(slot), rank: i + 1, score, strength, shares: search.shares(slot), scale: scales[0]!
    }, explainer))
    return { matches, languages, considered, dropped, versions }
  }

  return {
    upsert,
    remove,
    match,
    has: id => kinds.some(kind => shelves[kind].profiles.slot(id) !== undefined),
    identify: tools.identify,
    get size () {
      return { challenge: shelves.challenge.profiles.size, solution: shelves.solution.profiles.size }
    },
    get bytes () {
      return kinds.reduce((sum, kind) => sum + shelves[kind].profiles.bytes + shelves[kind].lexical.bytes, 0)
    }
  }
}

function emptyShelf (settings: Bm25f): Shelf {
  return { profiles: new Profiles(), lexical: new LexicalIndex(settings) }
}
