import { isDeepStrictEqual } from 'node:util'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import type { Introduction, JsonObject, Party, Repositories, Store } from '../../db/index.ts'
import { Problem } from '../errors.ts'
import { refuse } from '../refusals.ts'
import type { Acceptance, Closing, IntroductionAnswer, IntroductionAudit, IntroductionBody, IntroductionsQuery, Refusal, Withdrawal } from '../schemas/introductions.ts'
import { record } from './audit.ts'
import { fieldsOf, mayRead, requireAction } from './authority.ts'
import { type Answer, answerOnce, type Once } from './idempotency.ts'
import { partiesOf, requireDisclosable, takingsOf } from './introduction-asking.ts'
import { decide, type Decided, type Decision } from './introduction-deciding.ts'
import { createIntroductionLetters, othersOf } from './introduction-letters.ts'
import { requireAskable } from './introduction-limits.ts'
import { isOpen, knowsEnd, relationsTo, requireIntroduction } from './introduction-parties.ts'
import { presentIntroductions } from './introduction-presenting.ts'
import type { Links } from './links.ts'
import type { Matches } from './matches.ts'
import type { Action } from './policy.ts'
import type { Post } from './post.ts'
import { anonymous, asItStands, isAdmin, type Principal } from './principal.ts'
import { transactTwice } from './transact-twice.ts'
import { matchAsShown } from './shown-match.ts'
import { sightOf } from './visibility.ts'

const day = 24 * 3_600_000

/** A request may be answered for so long. */
const lifetime = 21 * day
/** Days before the end when those who have not answered are reminded, the last one first. */
export const reminders = [2, 7] as const
/** What one run of the job takes on; the next run goes on. */
const atOnce = 500

/** Introductions between organisations. All throw {@link Problem}: `not-found` for whoever takes no part in one, `introduction-state` for a decision that comes too late. */
export interface Introductions {
  /** @throws {Problem} also `invalid-input`, `not-yours`, `introduction-open`, `cooling`, `introduction-cap` */
  ask (principal: Principal, body: IntroductionBody, once?: Once): Promise<Answer>
  list (principal: Principal, query: IntroductionsQuery): Promise<{ items: IntroductionAnswer[], next: string | null }>
  read (principal: Principal, id: string): Promise<IntroductionAnswer>
  /** Every step it took. */
  audit (principal: Principal, id: string): Promise<IntroductionAudit>
  accept (principal: Principal, id: string, body: Acceptance): Promise<IntroductionAnswer>
  decline (principal: Principal, id: string, body: Refusal): Promise<IntroductionAnswer>
  withdraw (principal: Principal, id: string, body: Withdrawal): Promise<IntroductionAnswer>
  close (principal: Principal, id: string, body: Closing): Promise<IntroductionAnswer>
  /** Ends what was not answered in time, and reminds those who are to answer. */
  keepTime (stopping: AbortSignal): Promise<void>
}

/** Whether this party decided just that before: a repeat, which changes nothing. */
const isRepeat = ({ status, endedBy, declineReason, outcome }: Introduction, own: Party, decision: Decision): boolean => {
  const ended = endedBy === own.organisationId
  switch (decision.event) {
    case 'accept': return own.consent === 'agreed' && isOpen({ status }) && isDeepStrictEqual([...own.disclosed].sort(), [...decision.disclosed].sort())
    case 'decline': return own.consent === 'declined' && (!ended || declineReason === null || declineReason === decision.reason)
    case 'withdraw': return own.consent === 'withdrawn' && own.decidedAt !== null
    case 'close': return status === 'closed' && ended && outcome === decision.outcome
    case 'expire': return false
  }
}

/** Nobody agrees to show a contact to who was suspended since they asked. */
const requireAcceptable = async (repositories: Repositories, { introduction, parties }: Decided, own: Party, disclosed: readonly string[]): Promise<void> => {
  const profile = await repositories[own.resource].find(own.profileId)
  if (profile === undefined) throw new Error(`party ${own.organisationId} takes part with nothing`)
  requireDisclosable({ resource: own.resource === 'solutions' ? 'solutions' : 'challenges', record: profile }, disclosed)
  const suspended = (await repositories.organisations.findMany(othersOf(parties, own.organisationId).map(({ organisationId }) => organisationId))).filter(({ suspendedAt }) => suspendedAt !== null)
  if (introduction.status === 'requested' && suspended.length > 0) throw refuse('suspended-since', { organisations: suspended.map(({ name }) => name) })
}

const cursorOf = (cursor: string | undefined): string | undefined => {
  if (cursor === undefined || z.uuid().safeParse(cursor).success) return cursor
  throw new Problem('invalid-cursor', undefined, [{ in: 'query', pointer: '/cursor', code: 'invalid', detail: 'must be `next` of a page of this list' }])
}

export const createIntroductions = (store: Store, post: Post, links: Links, matches: Matches): Introductions => {
  const letters = createIntroductionLetters(post, links)

  const withParties = async ({ parties }: Repositories, introductions: readonly Introduction[]): Promise<Decided[]> => {
    const all = await parties.listOf(introductions.map(({ id }) => id))
    return introductions.map((introduction) => ({ introduction, parties: all.filter(({ introductionId }) => introductionId === introduction.id) }))
  }

  const presentOne = async (repositories: Repositories, principal: Principal, found: Decided): Promise<IntroductionAnswer> => {
    const [presented] = await presentIntroductions(repositories, principal, [found])
    if (presented === undefined) throw new Error('what was found is presented')
    return presented
  }

  const taken = async (asking: Principal, id: string, action: Action, decision: Decision): Promise<IntroductionAnswer> => {
    const { principal, decided } = await store.transact(async (repositories) => {
      const principal = await asItStands(repositories, asking)
      const { introduction, parties, own } = await requireIntroduction(repositories, principal, action, id)
      if (own === undefined) throw new Problem('not-yours')
      if (isRepeat(introduction, own, decision)) return { principal, decided: { introduction, parties } }
      if (decision.event === 'accept') await requireAcceptable(repositories, { introduction, parties }, own, decision.disclosed)
      return { principal, decided: await decide(letters, repositories, principal, { introduction, parties }, decision, own) }
    })
    return presentOne(store.read, principal, decided)
  }

  const expire = (id: string): Promise<void> => store.transact(async (repositories) => {
    const introduction = await repositories.introductions.find(id)
    if (introduction === undefined || introduction.status !== 'requested' || introduction.expiresAt > new Date()) return
    await decide(letters, repositories, anonymous, { introduction, parties: await repositories.parties.listOf([id]) }, { event: 'expire' }, undefined)
  })

  const remind = (id: string, days: number): Promise<void> => store.transact(async (repositories) => {
    const introduction = await repositories.introductions.find(id)
    if (introduction === undefined || introduction.status !== 'requested' || introduction.expiresAt <= new Date()) return
    if (introduction.remindedAt !== null && introduction.remindedAt <= days) return
    await repositories.introductions.update(id, { remindedAt: days })
    const pending = (await repositories.parties.listOf([id])).filter(({ consent }) => consent === 'pending')
    await letters.send(repositories, introduction, pending, 'introduction-reminder', [introduction.askedBy], { day: { day: introduction.expiresAt } })
  })

  return {
    async ask (asker, body, once) {
      requireAction(asker, 'introductions:create')
      const { organisationId } = asker
      if (organisationId === null) throw new Problem('no-organisation')
      const own = (await store.read.challenges.find(body.challengeId))?.ownerId === organisationId
      const match = await matchAsShown(matches, asker, { from: own ? 'challenge' : 'solution', challengeId: body.challengeId, with: body.with })
      return transactTwice(store, async (repositories) => {
        const principal = await asItStands(repositories, asker)
        requireAction(principal, 'introductions:create')
        return answerOnce(repositories, principal, once, async () => {
          const asking = await takingsOf(repositories, principal, body)
          requireDisclosable(asking.asker, body.disclose)
          const now = new Date()
          await requireAskable(repositories, principal, await sightOf(principal, repositories), asking, now)
          const introduction: Introduction = {
            id: uuid(), version: 1, status: 'requested', challengeId: body.challengeId, matchResource: body.with.resource, matchId: body.with.id, askedBy: organisationId, purpose: body.purpose, message: body.message, match, createdAt: now, expiresAt: new Date(now.getTime() + lifetime), remindedAt: null, acceptedAt: null, endedAt: null, endedBy: null, declineReason: null, endWords: null, outcome: null, messageCount: 0
          }
          const parties = partiesOf(introduction, asking, body.disclose, principal.personId)
          await repositories.introductions.insert(introduction)
          for (const party of parties) await repositories.parties.insert(party)
          await record(repositories, principal, 'introductions:create', { id: introduction.id, ownerId: organisationId }, { after: { status: introduction.status, version: introduction.version } })
          await letters.send(repositories, introduction, parties.filter(({ consent }) => consent === 'pending'), 'introduction-requested', [organisationId], { purpose: { list: 'purpose', code: body.purpose }, message: body.message, day: { day: introduction.expiresAt } })
          return { status: 201, version: 1, location: `/v1/introductions/${introduction.id}`, body: await presentOne(repositories, principal, { introduction, parties }) }
        })
      })
    },

    async list (principal, { status, side, challengeId, profile, limit, cursor }) {
      requireAction(principal, 'introductions:list')
      const ofAll = isAdmin(principal) && side === undefined
      const found = await store.read.introductions.list({ organisationId: ofAll ? undefined : principal.organisationId ?? '', side, statuses: status, challengeId, profileId: profile, before: cursorOf(cursor), limit: limit + 1 })
      const page = found.slice(0, limit)
      return { items: await presentIntroductions(store.read, principal, await withParties(store.read, page)), next: found.length > limit ? page.at(-1)?.id ?? null : null }
    },

    async read (principal, id) {
      return presentOne(store.read, principal, await requireIntroduction(store.read, principal, 'introductions:read', id))
    },

    async audit (principal, id) {
      const { introduction, parties, own } = await requireIntroduction(store.read, principal, 'introductions:audit', id)
      const told = (after: JsonObject | null): JsonObject | null =>
        after === null || knowsEnd(introduction, own) ? after : Object.fromEntries(Object.entries(after).filter(([name]) => name !== 'outcome'))
      const entries = await store.read.audit.read({ objectId: id, limit: 1000 })
      return {
        items: entries.reverse().map(({ at, action, organisationId, personId, before, after }) => {
          const held = [...relationsTo(principal, introduction, parties), ...(organisationId !== null && organisationId === principal.organisationId ? ['own' as const] : [])]
          const named = mayRead(fieldsOf(principal, 'introductions:audit', held), 'personId')
          return { at: at.toISOString(), action, organisationId, personId: named ? personId : null, before, after: told(after) }
        })
      }
    },

    accept: (principal, id, { disclose }) => taken(principal, id, 'introductions:accept', { event: 'accept', disclosed: disclose }),
    decline: (principal, id, { reason, words }) => taken(principal, id, 'introductions:decline', { event: 'decline', reason, words }),
    withdraw: (principal, id, { words }) => taken(principal, id, 'introductions:withdraw', { event: 'withdraw', words }),
    close: (principal, id, { outcome, words }) => taken(principal, id, 'introductions:close', { event: 'close', outcome, words }),

    async keepTime (stopping) {
      const failures: unknown[] = []
      const each = async (found: readonly Introduction[], work: (id: string) => Promise<void>): Promise<void> => {
        for (const { id } of found) {
          if (stopping.aborted) return
          await work(id).catch((error: unknown) => { failures.push(error) })
        }
      }
      const now = new Date()
      await each(await store.read.introductions.requestedUntil(now, -1, atOnce), expire)
      for (const days of reminders) await each(await store.read.introductions.requestedUntil(new Date(now.getTime() + days * day), days, atOnce), (id) => remind(id, days))
      if (failures.length > 0) throw new AggregateError(failures, `${failures.length} introductions could not be expired or reminded of`)
    }
  }
}
