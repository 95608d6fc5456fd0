import { Problem } from '../errors.ts'
import type { ShownMatch } from '../schemas/introductions.ts'
import type { MatchFields, MatchOptions } from '../schemas/matches.ts'
import type { Matches } from './matches.ts'
import type { Principal } from './principal.ts'

/** Which two profiles, and from which side the match was looked at. */
export interface Looked {
  from: 'challenge' | 'solution'
  challengeId: string
  with: { resource: 'challenges' | 'solutions', id: string }
}

const deepest: MatchOptions = { limit: 50, explain: 'short', failing: 'drop', diversity: 0, reader: 'en' }

/**
 * The match of two profiles as this principal is shown it now, computed here: a client's figures are no evidence.
 * Null where one is not among the other's best 50, or may not be seen. Not inside a transaction.
 */
export const matchAsShown = async (matches: Matches, principal: Principal, { from, challengeId, with: { resource, id } }: Looked): Promise<ShownMatch | null> => {
  const shown = (found: MatchFields | undefined, versions: Record<string, string>): ShownMatch | null => found === undefined
    ? null
    : { rank: found.rank, band: found.band, score: found.score, parts: found.parts, versions }
  try {
    if (from === 'solution') {
      const { challenges, versions } = await matches.ofSolution(principal, id, deepest)
      return shown(challenges.find(({ challenge }) => challenge.id === challengeId), versions)
    }
    const { peers, solutions, versions } = await matches.ofChallenge(principal, challengeId, deepest, { fits: true })
    return shown(resource === 'solutions' ? solutions.find(({ solution }) => solution.id === id) : peers.find(({ challenge }) => challenge.id === id), versions)
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}
