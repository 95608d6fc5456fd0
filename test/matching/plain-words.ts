import type { LanguageTools } from '../../matching/analysis.ts'
import { defaults } from '../../matching/lexical/bm25f.ts'
import { matcherOf } from '../../matching/matcher.ts'
import type { Facets, Kind, Matcher, Profile, Query } from '../../matching/types.ts'

/** Words in lower case, "the" and "of" left out, one language: rankings can be worked out by hand. */
export const plainWords: LanguageTools = {
  identify: () => 'en',
  segments: text => [{ start: 0, end: text.length, language: 'en' }],
  analyserFor: language => ({
    language,
    analyse: text => [...text.matchAll(/[\p{L}\p{N}]+/gu)]
      .map(([word], i, all) => ({ term: word.toLowerCase(), start: all[i]!.index, end: all[i]!.index + word.length }))
      .filter(({ term }) => term !== 'the' && term !== 'of')
  }),
  sentences: text => [...text.matchAll(/[^.\s][^.]*\.?/g)].map(([sentence], i, all) => ({ start: all[i]!.index, end: all[i]!.index + sentence.length }))
}

export function plainMatcher (): Matcher {
  const same = { same: 1, other: 1 }
  return matcherOf({ tools: plainWords, settings: defaults, weights: { text: same, pairs: same, meaning: same, vectors: same }, versions: { test: '1' } })
}

export function profile (id: string, problem: string, more: Partial<Profile> & { title?: string } = {}): Profile {
  const { title, ...rest } = more
  return {
    id,
    kind: 'solution',
    facets: {},
    texts: [...(title === undefined ? [] : [{ field: 'title' as const, text: title }]), { field: 'problem', text: problem }],
    ...rest
  }
}

export function ask (problem: string, more: Partial<Omit<Query, 'profile'>> & { facets?: Facets, kind?: Kind, id?: string, group?: string } = {}): Query {
  const { facets = {}, kind = 'challenge', id, group, ...rest } = more
  return { profile: { id, group, kind, facets, texts: [{ field: 'problem', text: problem }] }, target: 'solution', limit: 10, ...rest }
}
