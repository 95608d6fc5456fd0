import { type LanguageTools, spansOf, tokensOf } from './analysis.ts'
import { type Bits, clearBit, emptyBits, intersect, setBit, unite } from './bits.ts'
import type { VectorIndex } from './dense/vector-index.ts'
import type { LexicalIndex } from './lexical/index.ts'
import type { Profiles, Scheme } from './profiles.ts'
import type { Query } from './types.ts'

export interface Shelf {
  profiles: Profiles
  /** The words as they are written. */
  lexical: LexicalIndex
  /** Of words side by side. */
  pairs: LexicalIndex
  /** What they mean, in English terms. */
  meaning: LexicalIndex
  /** Of those profiles whose vectors have been given. */
  vectors: VectorIndex | undefined
}

/** The slots that a query may find: what passes its filters, without itself and its group. */
export function allowed (query: Query, { profiles, lexical }: Shelf, languages: readonly string[], tools: LanguageTools): Bits {
  const bits = profiles.all()
  const { filters = {}, profile } = query
  const codes: [Scheme, readonly string[] | undefined][] = [
    ['area', filters.areas], ['sdg-target', filters.sdgTargets], ['country', filters.countries],
    ['language', filters.languages], ['stage', filters.stages], ['solution-kind', filters.solutionKinds]
  ]
  for (const [scheme, wanted] of codes) {
    if (wanted === undefined) continue
    const any = emptyBits(profiles.slots)
    for (const code of wanted) unite(any, profiles.withCode(scheme, code) ?? emptyBits(0))
    intersect(bits, any)
  }
  const { populationMin, populationMax, ids, text } = filters
  if (populationMin !== undefined || populationMax !== undefined) {
    intersect(bits, profiles.withPopulation(populationMin ?? 0, populationMax ?? Infinity))
  }
  if (ids !== undefined) {
    const named = emptyBits(profiles.slots)
    for (const id of ids) {
      const slot = profiles.slot(id)
      if (slot !== undefined) setBit(named, slot)
    }
    intersect(bits, named)
  }
  if (text !== undefined) {
    const any = emptyBits(profiles.slots)
    for (const terms of readings(text, languages, tools)) unite(any, lexical.having(terms, profiles.slots))
    intersect(bits, any)
  }
  const self = profile.id === undefined ? undefined : profiles.slot(profile.id)
  if (self !== undefined) clearBit(bits, self)
  if (profile.group !== undefined) for (const slot of profiles.members(profile.group)) clearBit(bits, slot)
  return bits
}

/**
 * A few words do not show their language, and stems depend on it: so they are read in the language they look like and in
 * each of the query's, and a profile passes that has all the terms of any one reading. Stop words alone ask for nothing.
 */
function readings (text: string, languages: readonly string[], tools: LanguageTools): string[][] {
  const distinct = new Map<string, string[]>()
  for (const language of [undefined, ...languages]) {
    const terms = [...new Set(tokensOf(text, spansOf(text, language, tools), tools).map(token => token.term))].sort()
    distinct.set(terms.join(' '), terms)
  }
  if (distinct.size > 1) distinct.delete('')
  return [...distinct.values()]
}
