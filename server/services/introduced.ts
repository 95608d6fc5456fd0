import type { Party, Repositories } from '../../db/index.ts'

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
