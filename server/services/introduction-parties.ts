import type { Introduction, Party, Repositories } from '../../db/index.ts'
import type { IntroductionStatus } from '../../db/vocabulary.ts'
import { Problem } from '../errors.ts'
import type { Principal } from './principal.ts'

/** States of an introduction in which all parties that are left have agreed, or had when it was closed. */
export const agreedStatuses: readonly IntroductionStatus[] = ['accepted', 'active', 'closed']

/** An introduction as one of its organisations sees it. */
export interface Attended {
  introduction: Introduction
  parties: readonly Party[]
  /** The party that the principal acts for. */
  own: Party
}

/**
 * An introduction that the principal's organisation takes part in.
 * @throws {Problem} `not-found` for everybody else: that it is there is between its parties
 */
export const requireParty = async ({ introductions, parties }: Repositories, { organisationId }: Principal, id: string): Promise<Attended> => {
  const introduction = await introductions.find(id)
  const all = introduction === undefined ? [] : await parties.listOf([id])
  const own = all.find((party) => party.organisationId === organisationId)
  if (introduction === undefined || own === undefined) throw new Problem('not-found', 'There is no such introduction')
  return { introduction, parties: all, own }
}

/** How an organisation was introduced about a challenge. */
export interface Introduced {
  /** Whether it takes part with a solution. */
  provider: boolean
  /** An introduction, not closed yet, in which it does; null for none. */
  open: string | null
}

/**
 * The organisations that were introduced about a challenge together with a provider: the providers, and the cities of groups.
 * One stays among them when its introduction is closed.
 */
export const introducedAbout = async ({ parties }: Repositories, challengeId: string): Promise<Map<string, Introduced>> => {
  const taking = await parties.listAbout(challengeId)
  const offers = ({ resource }: Party): boolean => resource === 'solutions'
  const withProvider = new Set(taking.filter(({ party }) => offers(party)).map(({ party }) => party.introductionId))
  const introduced = new Map<string, Introduced>()
  for (const { party, status } of taking) {
    if (!withProvider.has(party.introductionId)) continue
    const known = introduced.get(party.organisationId)
    introduced.set(party.organisationId, {
      provider: offers(party) || known?.provider === true,
      open: known?.open ?? (offers(party) && status !== 'closed' ? party.introductionId : null)
    })
  }
  return introduced
}
