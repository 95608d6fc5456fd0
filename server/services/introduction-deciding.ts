import type { Introduction, Party, Repositories } from '../../db/index.ts'
import type { Problem } from '../errors.ts'
import { refuse } from '../refusals.ts'
import { record } from './audit.ts'
import { type DeclineReason, judgeDecline, judgeOutcome, type Outcome } from './introduction-judgements.ts'
import { type IntroductionLetters, othersOf } from './introduction-letters.ts'
import { isIn, isOpen } from './introduction-parties.ts'
import { type Step, stepOf } from './introduction-states.ts'
import type { Value } from './letters.ts'
import type { Principal } from './principal.ts'

/** What happens, with what is said by it. `expire` is time's, every other one a party's. */
export type Decision =
  | { event: 'accept', disclosed: string[] }
  | { event: 'decline', reason: DeclineReason, words: string }
  | { event: 'withdraw', words?: string }
  | { event: 'close', outcome: Outcome, words?: string }
  | { event: 'expire' }

export interface Decided {
  introduction: Introduction
  parties: Party[]
}

const actions = { accept: 'introductions:accept', decline: 'introductions:decline', withdraw: 'introductions:withdraw', close: 'introductions:close', expire: 'introductions:expire' } as const

/** Says what cannot be done, and where the introduction stands. */
export const stateProblem = ({ status }: Pick<Introduction, 'status'>, own?: Pick<Party, 'consent'>): Problem => own !== undefined && isOpen({ status }) && !isIn(own)
  ? refuse('you-left', { consent: own.consent, status })
  : refuse('stands-otherwise', { status })

const moved = (introduction: Introduction, { status }: Step, decision: Decision, own: Party | undefined, now: Date): Introduction => {
  const after = { ...introduction, version: introduction.version + 1, status, acceptedAt: introduction.acceptedAt ?? (status === 'accepted' ? now : null) }
  if (isOpen(after)) return after
  return {
    ...after,
    endedAt: now,
    endedBy: own?.organisationId ?? null,
    endWords: 'words' in decision ? decision.words ?? null : null,
    declineReason: status === 'declined' && decision.event === 'decline' ? decision.reason : null,
    outcome: decision.event === 'close' ? decision.outcome : null
  }
}

/** Parties after a step; those whose time has passed are out without anybody having said so. */
const consenting = (parties: readonly Party[], { consents }: Step, decision: Decision, own: Party | undefined, personId: string | null, now: Date): Party[] => parties.map((party) => {
  const changed = consents.find(({ organisationId }) => organisationId === party.organisationId)
  if (changed === undefined) return party
  const decides = party.organisationId === own?.organisationId
  return { ...party, consent: changed.consent, decidedAt: now, decidedBy: decides ? personId : null, ...(decides && decision.event === 'accept' ? { disclosed: decision.disclosed } : {}) }
})

const codeOf = (decision: Decision) => decision.event === 'decline' ? { reason: decision.reason } : decision.event === 'close' ? { outcome: decision.outcome } : {}

const tell = async (letters: IntroductionLetters, repositories: Repositories, decision: Decision, before: Decided, { introduction, parties }: Decided, own: Party | undefined): Promise<void> => {
  const others = othersOf(parties, own?.organisationId ?? null)
  const ofOwn = (kind: Parameters<IntroductionLetters['send']>[3], words = '', values: Readonly<Record<string, Value>> = {}) =>
    letters.send(repositories, introduction, others, kind, own === undefined ? [] : [own.organisationId], { ...values, words })
  switch (decision.event) {
    case 'decline': await ofOwn('introduction-declined', decision.words, { reason: { list: 'decline', code: decision.reason } }); break
    case 'withdraw': await ofOwn('introduction-withdrawn', decision.words); break
    case 'close': await ofOwn('introduction-closed', decision.words, { outcome: { list: 'outcome', code: decision.outcome } }); break
    case 'expire': {
      const silent = before.parties.filter((party) => isIn(party) && (introduction.status === 'expired' || party.consent === 'pending'))
      await letters.send(repositories, introduction, silent, 'introduction-expired', [])
    }
  }
  if (introduction.status === 'accepted' && before.introduction.status === 'requested') {
    await letters.send(repositories, introduction, decision.event === 'accept' ? others : othersOf(parties, null), 'introduction-accepted', othersOf(parties, null).map(({ organisationId }) => organisationId))
  }
}

/**
 * Lets a decision take effect in the transaction at hand: state, consents, audit entry, judgements and letters.
 * @param own the party whose decision it is; undefined for time
 * @throws {Problem} `introduction-state` where it cannot be taken
 */
export const decide = async (letters: IntroductionLetters, repositories: Repositories, principal: Principal, before: Decided, decision: Decision, own: Party | undefined): Promise<Decided> => {
  const step = stepOf(before.introduction, before.parties, decision.event, own)
  if (step === undefined) throw stateProblem(before.introduction, own)
  const now = new Date()
  const introduction = moved(before.introduction, step, decision, own, now)
  if (!await repositories.introductions.replace(introduction)) throw refuse('decided-just-now', {})
  const parties = consenting(before.parties, step, decision, own, principal.personId, now)
  for (const [index, party] of parties.entries()) {
    const { consent, decidedAt, decidedBy, disclosed } = party
    if (party !== before.parties[index]) await repositories.parties.update(introduction.id, party.organisationId, { consent, decidedAt, decidedBy, disclosed })
  }
  await record(repositories, principal, actions[decision.event], { id: introduction.id, ownerId: introduction.askedBy }, {
    before: { status: before.introduction.status, version: before.introduction.version },
    after: { status: introduction.status, version: introduction.version, ...codeOf(decision) }
  })
  if (decision.event === 'decline' && own !== undefined) await judgeDecline(repositories, principal, introduction, own, decision.reason)
  if (decision.event === 'close') await judgeOutcome(repositories, principal, introduction, parties, decision.outcome)
  await tell(letters, repositories, decision, before, { introduction, parties }, own)
  return { introduction, parties }
}
