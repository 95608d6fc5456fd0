import { v7 as uuid } from 'uuid'
import type { Introduction, Party, Repositories } from '../../db/index.ts'
import type { declineReasons, outcomes } from '../../db/vocabulary.ts'
import type { Principal } from './principal.ts'

export type DeclineReason = (typeof declineReasons)[number]
export type Outcome = (typeof outcomes)[number]

/** How useful a match was, from -1 to 1, by why it was declined: reasons that say nothing of the match count as nothing. */
const declineValues: Readonly<Record<DeclineReason, number>> = {
  'not-now': 0, 'no-capacity': 0, 'not-a-fit': -1, 'already-solved': -0.5, 'outside-mandate': -0.5, 'conflict-of-interest': 0, 'too-little-said': 0, other: 0
}
/** The same, by what came of it. */
const outcomeValues: Readonly<Record<Outcome, number>> = { none: 0, exchange: 0.4, pilot: 0.7, 'market-sounding': 0.7, tender: 0.9, contract: 1 }

interface Verdict { kind: 'decline' | 'outcome', value: number, detail: string }

/** The stored match is of the challenge it was asked about: of a city that joined it says nothing. */
const judge = async ({ judgements }: Repositories, { personId, organisationId }: Principal, { id, challengeId, matchResource, matchId, match }: Introduction, queryIds: readonly string[], verdict: Verdict): Promise<void> => {
  if (organisationId === null) return
  for (const queryId of queryIds) {
    await judgements.insert({ id: uuid(), ...verdict, organisationId, personId, introductionId: id, queryResource: 'challenges', queryId, matchResource, matchId, match: queryId === challengeId ? match : null, at: new Date() })
  }
}

/** A city that does not join judges the match of its own challenge; the other side that of the challenge it was asked about. */
export const judgeDecline = async (repositories: Repositories, principal: Principal, introduction: Introduction, { side, profileId }: Party, reason: DeclineReason): Promise<void> =>
  judge(repositories, principal, introduction, [side === 'asking' ? profileId : introduction.challengeId], { kind: 'decline', value: declineValues[reason], detail: reason })

/** Of every challenge that took part to the end. */
export const judgeOutcome = async (repositories: Repositories, principal: Principal, introduction: Introduction, parties: readonly Party[], outcome: Outcome): Promise<void> => {
  const challenges = parties.filter(({ resource, profileId, consent }) => resource === 'challenges' && profileId !== introduction.matchId && consent === 'agreed')
  await judge(repositories, principal, introduction, challenges.map(({ profileId }) => profileId), { kind: 'outcome', value: outcomeValues[outcome], detail: outcome })
}
