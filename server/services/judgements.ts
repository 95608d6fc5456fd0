import { v7 as uuid } from 'uuid'
import type { Judgement, ProfileRecord, Repositories, Store } from '../../db/index.ts'
import { Problem } from '../errors.ts'
import { judgement, type JudgementAnswer } from '../schemas/judgements.ts'
import { type MatchFields, matchQuery } from '../schemas/matches.ts'
import { singular } from '../schemas/resource.ts'
import { record } from './audit.ts'
import { requireAction, requireVisible } from './authority.ts'
import type { Matches } from './matches.ts'
import type { Principal } from './principal.ts'
import { transactTwice } from './transact-twice.ts'

export type Judged = 'challenges' | 'solutions'

/**
 * Thumbs of people on the matches of their organisation's own challenges and solutions. All throw {@link Problem}:
 * `person-needed` with a key, `suspended`, `not-yours` for the matches of another organisation's profile.
 */
export interface Judgements {
  /** One's own. */
  list (principal: Principal, resource: Judged, id: string): Promise<{ items: JudgementAnswer[] }>
  /** Stores or replaces one's own, with the match as it is shown now. @throws {Problem} `not-found` for what is no match of the profile */
  save (principal: Principal, resource: Judged, id: string, matchId: string, useful: boolean): Promise<JudgementAnswer>
  /** @throws {Problem} `not-found` where there is none */
  remove (principal: Principal, resource: Judged, id: string, matchId: string): Promise<void>
}

/** A match as a judgement keeps it. */
type Shown = Pick<MatchFields, 'rank' | 'band' | 'score' | 'parts'> & { versions: Record<string, string> }

/** Matches are looked for as deep as a list goes, without filters. */
const options = { ...matchQuery.parse({ limit: 50 }), reader: 'en' as const }

const present = ({ matchResource, matchId, value, at, match }: Judgement): JudgementAnswer =>
  judgement.parse({ ...match, matchResource, matchId, useful: value > 0, at: at.toISOString() })

/** @throws {Problem} as reading the profile does; `not-yours` */
const requireOwn = async (repositories: Repositories, principal: Principal, resource: Judged, id: string): Promise<ProfileRecord> => {
  const profile = requireVisible(principal, resource, await repositories[resource].find(id))
  if (profile.ownerId !== principal.organisationId) throw new Problem('not-yours', `Matches are judged by who acts for the organisation whose ${singular[resource]} it is`)
  return profile
}

/** @throws {Problem} as {@link requireOwn}; `suspended` */
const requireJudging = async (repositories: Repositories, principal: Principal, resource: Judged, id: string): Promise<ProfileRecord> => {
  if (principal.suspended) throw new Problem('suspended')
  return requireOwn(repositories, principal, resource, id)
}

export const createJudgements = (store: Store, matches: Matches): Judgements => {
  const shownMatch = async (principal: Principal, resource: Judged, id: string, matchId: string): Promise<{ matchResource: Judged, match: Shown }> => {
    const shown = ({ rank, band, score, parts }: MatchFields, versions: Record<string, string>): Shown => ({ rank, band, score, parts, versions })
    if (resource === 'challenges') {
      const { peers, solutions, versions } = await matches.ofChallenge(principal, id, options)
      const peer = peers.find(({ challenge }) => challenge.id === matchId)
      if (peer !== undefined) return { matchResource: 'challenges', match: shown(peer, versions) }
      const solution = solutions.find(({ solution }) => solution.id === matchId)
      if (solution !== undefined) return { matchResource: 'solutions', match: shown(solution, versions) }
    } else {
      const { challenges, versions } = await matches.ofSolution(principal, id, options)
      const found = challenges.find(({ challenge }) => challenge.id === matchId)
      if (found !== undefined) return { matchResource: 'challenges', match: shown(found, versions) }
    }
    throw new Problem('not-found', `This is not among the first ${options.limit} matches of the ${singular[resource]}`)
  }

  return {
    async list (principal, resource, id) {
      requireAction(principal, 'judgements:list')
      await requireOwn(store.read, principal, resource, id)
      return { items: principal.personId === null ? [] : (await store.read.judgements.thumbsOf(principal.personId, id)).map(present) }
    },

    async save (principal, resource, id, matchId, useful) {
      requireAction(principal, 'judgements:save')
      const { personId } = principal
      if (personId === null) throw new Problem('person-needed')
      await requireJudging(store.read, principal, resource, id)
      const { matchResource, match } = await shownMatch(principal, resource, id, matchId)
      return transactTwice(store, async (repositories) => {
        const { ownerId } = await requireJudging(repositories, principal, resource, id)
        const said = { organisationId: ownerId, value: useful ? 1 : -1, match: { ...match }, at: new Date() }
        const before = await repositories.judgements.findThumb(personId, id, matchId)
        const thumb: Judgement = before === undefined
          ? { id: uuid(), kind: 'thumb', personId, introductionId: null, queryResource: resource, queryId: id, matchResource, matchId, detail: null, ...said }
          : { ...before, ...said }
        if (before === undefined) await repositories.judgements.insert(thumb)
        else await repositories.judgements.update(before.id, said)
        await record(repositories, principal, 'judgements:save', { id: thumb.id, ownerId }, {
          ...(before === undefined ? {} : { before: { useful: before.value > 0 } }),
          after: { useful, queryId: id, matchId }
        })
        return present(thumb)
      })
    },

    remove: (principal, resource, id, matchId) => store.transact(async (repositories) => {
      requireAction(principal, 'judgements:remove')
      const { ownerId } = await requireJudging(repositories, principal, resource, id)
      const thumb = principal.personId === null ? undefined : await repositories.judgements.findThumb(principal.personId, id, matchId)
      if (thumb === undefined) throw new Problem('not-found', 'You have said nothing of this match')
      await repositories.judgements.remove(thumb.id)
      await record(repositories, principal, 'judgements:remove', { id: thumb.id, ownerId }, { before: { useful: thumb.value > 0, queryId: id, matchId } })
    })
  }
}
