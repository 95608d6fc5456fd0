import type { Facets, Kind } from './types.ts'

export type Side = 'query' | 'match'

/** The structured fields of a query and of one profile, by side and, where one is a challenge and one a solution, by role. */
export interface Pair {
  query: Facets
  match: Facets
  relation: Relation
  /** The side that has the problem, and the side that offers; among peers the query and the match. */
  challenge: Facets
  solution: Facets
  /** ISO 8601 date. */
  today?: string
}

export type Relation = 'peers' | 'fit' | 'alike'

/** Two challenges are peers, a challenge and a solution may fit, two solutions are alike. */
export function relationOf (query: Kind, target: Kind): Relation {
  if (query !== target) return 'fit'
  return query === 'challenge' ? 'peers' : 'alike'
}

export function pairOf (query: Facets, queryKind: Kind, match: Facets, target: Kind, today?: string): Pair {
  const turned = queryKind === 'solution' && target === 'challenge'
  return { query, match, relation: relationOf(queryKind, target), challenge: turned ? match : query, solution: turned ? query : match, today }
}

export function some (list: readonly string[] | undefined): list is readonly string[] {
  return list !== undefined && list.length > 0
}
