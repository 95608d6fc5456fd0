import type { Facets, Kind } from './types.ts'

export type Side = 'query' | 'match'
export type Relation = 'peers' | 'fit' | 'alike'
export type Says = (facets: Facets) => boolean

/** The structured fields of a query and of one profile, by side and by role. */
export interface Pair {
  query: Facets
  match: Facets
  relation: Relation
  /** The side that has the problem, and the side that offers; the query and the match where both are of one kind. */
  challenge: Facets
  solution: Facets
  /** ISO 8601 date. */
  today?: string
}

/** A comparison that needs something of each role. */
export interface Comparison {
  challenge: Says
  solution: Says
}

/** Two challenges are peers, a challenge and a solution may fit, two solutions are alike. */
export function relationOf (query: Kind, target: Kind): Relation {
  if (query !== target) return 'fit'
  return query === 'challenge' ? 'peers' : 'alike'
}

export function pairOf (query: Facets, queryKind: Kind, match: Facets, target: Kind, today?: string): Pair {
  const turned = queryKind === 'solution' && target === 'challenge'
  return { query, match, relation: relationOf(queryKind, target), challenge: turned ? match : query, solution: turned ? query : match, today }
}

export function bothSay (comparison: Comparison, { challenge, solution }: Pair): boolean {
  return comparison.challenge(challenge) && comparison.solution(solution)
}

/** Who does not say what the comparison needs. */
export function silentSides (comparison: Comparison, { query, challenge, solution }: Pair): Side[] {
  const asking = challenge === query
  const sides: Side[] = []
  if (!comparison.challenge(challenge)) sides.push(asking ? 'query' : 'match')
  if (!comparison.solution(solution)) sides.push(asking ? 'match' : 'query')
  return sides
}

/** Whether the query says its part; where it does not, no match can make the comparison known. */
export function querySays (comparison: Comparison, { query, challenge }: Pair): boolean {
  return (challenge === query ? comparison.challenge : comparison.solution)(query)
}

export function some (list: readonly string[] | undefined): list is readonly string[] {
  return list !== undefined && list.length > 0
}

export const anything: Says = () => true
