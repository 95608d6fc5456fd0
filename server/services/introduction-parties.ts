import type { Introduction, Party } from '../../db/index.ts'
import type { IntroductionStatus } from '../../db/vocabulary.ts'
import type { Principal } from './principal.ts'

/** In these all who are in have agreed: contacts are shown and messages written, or were until it was closed. */
export const introducedStatuses = ['accepted', 'active', 'closed'] as const satisfies readonly IntroductionStatus[]

/** Whether a party sees what the others disclose and takes part in what is said. */
export const isIntroduced = ({ status }: Pick<Introduction, 'status'>, { consent }: Pick<Party, 'consent'>): boolean =>
  consent === 'agreed' && (introducedStatuses as readonly IntroductionStatus[]).includes(status)

/** The party that a principal acts for. The secretariat is none of its own accord. */
export const partyOf = (principal: Principal, parties: readonly Party[]): Party | undefined =>
  principal.organisationId === null ? undefined : parties.find((party) => party.organisationId === principal.organisationId)
