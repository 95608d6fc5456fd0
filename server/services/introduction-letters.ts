import type { Introduction, Party, Repositories } from '../../db/index.ts'
import type { Content } from '../schemas/resource.ts'
import { isIn } from './introduction-parties.ts'
import type { Value } from './letters.ts'
import type { Links } from './links.ts'
import type { Post } from './post.ts'

type Kind = 'introduction-requested' | 'introduction-reminder' | 'introduction-accepted' | 'introduction-declined' | 'introduction-expired' | 'introduction-withdrawn' | 'introduction-closed'

/** What is written to the parties of an introduction, in the transaction of what it tells. */
export interface IntroductionLetters {
  /** @param about organisations that the letter speaks of; those who read it are not named to themselves */
  send (repositories: Repositories, introduction: Introduction, to: readonly Party[], kind: Kind, about: readonly string[], values?: Readonly<Record<string, Value>>): Promise<void>
}

/** Title of the challenge it is about. */
const profileOf = async ({ challenges }: Repositories, { challengeId }: Introduction): Promise<string> =>
  ((await challenges.find(challengeId))?.content as Content<'challenges'> | undefined)?.title?.text ?? ''

export const createIntroductionLetters = (post: Post, links: Links): IntroductionLetters => ({
  async send (repositories, introduction, to, kind, about, values = {}) {
    if (to.length === 0) return
    const names = new Map((await repositories.organisations.findMany([...new Set(about)])).map(({ id, name }) => [id, name]))
    const profile = await profileOf(repositories, introduction)
    for (const { organisationId } of to) {
      const organisation = about.filter((id) => id !== organisationId).map((id) => names.get(id) ?? '').join(', ')
      await post.notifyOrganisation(repositories, organisationId, { kind, link: links.to(`/introductions/${introduction.id}`), objectId: introduction.id, values: { profile, organisation, ...values } })
    }
  }
})

/** Those who are in, but for one. */
export const othersOf = (parties: readonly Party[], organisationId: string | null): Party[] =>
  parties.filter((party) => isIn(party) && party.organisationId !== organisationId)
