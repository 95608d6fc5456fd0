import type { Introduction, Party, Repositories } from '../../db/index.ts'
import type { IntroductionStatus } from '../../db/vocabulary.ts'
import { Problem } from '../errors.ts'
import { refuse } from '../refusals.ts'
import { fieldsOf, requireAction } from './authority.ts'
import type { Action, Fields, Relation } from './policy.ts'
import { isAdmin, type Principal } from './principal.ts'

/**
 * Glossary
 *
 * - asker: the organisation that asked first
 * - joining: a city that the asker asked to ask with it
 * - asked: the other side, a provider or a city
 * - in: a party that has neither declined nor withdrawn
 */

/** In these it can still become something; while one is open, the same two profiles have no other. */
export const openStatuses = ['requested', 'accepted', 'active'] as const satisfies readonly IntroductionStatus[]

/** In these all who are in have agreed: contacts are shown and messages written, or were until it was closed. */
export const introducedStatuses = ['accepted', 'active', 'closed'] as const satisfies readonly IntroductionStatus[]

export const isOpen = ({ status }: Pick<Introduction, 'status'>): boolean => (openStatuses as readonly IntroductionStatus[]).includes(status)

export const isIn = ({ consent }: Pick<Party, 'consent'>): boolean => consent === 'pending' || consent === 'agreed'

/** Whether a party sees what the others disclose and takes part in what is said. */
export const isIntroduced = ({ status }: Pick<Introduction, 'status'>, { consent }: Pick<Party, 'consent'>): boolean =>
  consent === 'agreed' && (introducedStatuses as readonly IntroductionStatus[]).includes(status)

/** Whether a party may know what came of it: who left while the others went on is not told how they fared. */
export const knowsEnd = ({ endedBy }: Pick<Introduction, 'endedBy'>, own: Party | undefined): boolean =>
  own === undefined || isIn(own) || endedBy === own.organisationId

/** The party that a principal acts for. The secretariat is none of its own accord. */
export const partyOf = (principal: Principal, parties: readonly Party[]): Party | undefined =>
  principal.organisationId === null ? undefined : parties.find((party) => party.organisationId === principal.organisationId)

/** How a principal stands to an introduction. */
export const relationsTo = (principal: Principal, introduction: Introduction, parties: readonly Party[]): Relation[] => {
  const own = partyOf(principal, parties)
  if (own === undefined) return []
  return [
    'party',
    ...(own.side === 'asking' ? ['asking' as const] : []),
    ...(own.organisationId === introduction.askedBy ? [] : ['asked' as const])
  ]
}

export interface Found {
  introduction: Introduction
  parties: Party[]
  /** The party that asks; undefined for the secretariat. */
  own: Party | undefined
  /** What of it the action is allowed. */
  fields: readonly Fields[]
}

/**
 * An introduction for an action of one of its parties.
 * @throws {Problem} `not-found` for everybody who takes no part; `not-yours` where the action is for other parties
 */
export const requireIntroduction = async (repositories: Repositories, principal: Principal, action: Action, id: string): Promise<Found> => {
  requireAction(principal, action)
  const introduction = await repositories.introductions.find(id)
  const parties = introduction === undefined ? [] : await repositories.parties.listOf([id])
  const held = introduction === undefined ? [] : relationsTo(principal, introduction, parties)
  if (introduction === undefined || (held.length === 0 && !isAdmin(principal))) throw new Problem('not-found', 'There is no such introduction')
  const fields = fieldsOf(principal, action, held)
  if (fields.length === 0) throw refuse(held.includes('asking') ? 'for-asked' : 'for-askers', {})
  return { introduction, parties, own: partyOf(principal, parties), fields }
}
