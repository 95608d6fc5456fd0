import { v7 as uuid } from 'uuid'
import type { Introduction, Message, Party, Read, Repositories, Store } from '../../db/index.ts'
import type { IntroductionStatus } from '../../db/vocabulary.ts'
import { Problem } from '../errors.ts'
import { invalidField } from '../faults.ts'
import { type Reason, refuse } from '../refusals.ts'
import type { MessageAnswer, MessageBody, MessageListAnswer, MessagePatch, ReadMark } from '../schemas/messages.ts'
import type { Content } from '../schemas/resource.ts'
import { record } from './audit.ts'
import { requireAction } from './authority.ts'
import { answerOnce, type Answer, type Once } from './idempotency.ts'
import { isIntroduced, partyOf } from './introduction-parties.ts'
import type { Links } from './links.ts'
import type { Post } from './post.ts'
import { asItStands, type Principal } from './principal.ts'
import { transactTwice } from './transact-twice.ts'

/** A message may be changed for so long, in milliseconds. */
export const editable = 10 * 60_000

/**
 * What the parties of an introduction write to each other, once they have agreed. All throw {@link Problem}: `not-found` for
 * whoever is no party to it or did not agree, `introduction-state` before all have agreed and where it came to nothing.
 */
export interface Messages {
  /** @param after ordinal; messages that follow it, `limit` at most */
  list (principal: Principal, introductionId: string, page: { after: number, limit: number }): Promise<MessageListAnswer>
  /** The first one makes the introduction active. @throws {Problem} `introduction-state` where it is closed too */
  write (principal: Principal, introductionId: string, body: MessageBody, once?: Once): Promise<Answer>
  /** By its author. @throws {Problem} `not-yours`; `too-late` ten minutes after it was written */
  change (principal: Principal, introductionId: string, messageId: string, patch: MessagePatch): Promise<MessageAnswer>
  /** A person's own mark, which never goes back. */
  markRead (principal: Principal, introductionId: string, ordinal: number): Promise<ReadMark>
}

const inTheWay = {
  requested: 'not-all-agreed',
  accepted: undefined,
  active: undefined,
  closed: 'introduction-closed',
  declined: 'introduction-declined',
  expired: 'introduction-expired',
  withdrawn: 'introduction-withdrawn'
} as const satisfies Readonly<Record<IntroductionStatus, Reason | undefined>>

interface Attended {
  introduction: Introduction
  parties: readonly Party[]
  own: Party
}

/** An introduction that the principal's organisation has agreed to, as all have; for writing one that is not closed. */
const requireAgreed = async ({ introductions, parties }: Repositories, principal: Principal, introductionId: string, use: 'read' | 'write'): Promise<Attended> => {
  const introduction = await introductions.find(introductionId)
  const all = introduction === undefined ? [] : await parties.listOf([introductionId])
  const own = partyOf(principal, all)
  if (introduction === undefined || own === undefined) throw new Problem('not-found', 'There is no such introduction')
  const reason = inTheWay[introduction.status]
  if (!isIntroduced(introduction, own)) {
    // Where it went on without this party, what is said there is no longer for it.
    if (reason === undefined || introduction.status === 'closed') throw new Problem('not-found', 'There is no such introduction')
    throw refuse(reason, {})
  }
  if (use === 'write' && reason !== undefined) throw refuse(reason, {})
  return { introduction, parties: all, own }
}

const agreedOf = (parties: readonly Party[]): Party[] => parties.filter((party) => party.consent === 'agreed')

const markOf = (reads: readonly Read[], personId: string | null): number => reads.find((read) => read.personId === personId)?.ordinal ?? 0

const present = ({ personId }: Principal, message: Message, organisation: string): MessageAnswer => ({
  id: message.id,
  introductionId: message.introductionId,
  ordinal: message.ordinal,
  organisationId: message.organisationId,
  organisation,
  yours: personId !== null && message.authorId === personId,
  text: message.text,
  removed: message.text === null,
  links: message.text === null ? [] : message.links,
  createdAt: message.createdAt.toISOString(),
  editedAt: message.editedAt?.toISOString() ?? null
})

const nameOf = async ({ organisations }: Repositories, id: string): Promise<string> => (await organisations.find(id))?.name ?? ''

export const createMessages = (store: Store, post: Post, links: Links): Messages => {
  /** To everybody of the other organisations who can answer: one letter until they have read on, however many messages come. */
  const tell = async (repositories: Repositories, introduction: Introduction, parties: readonly Party[], reads: readonly Read[], message: Message): Promise<void> => {
    const challenge = await repositories.challenges.find(introduction.challengeId)
    const { title } = (challenge?.content ?? {}) as Partial<Content<'challenges'>>
    const letter = {
      kind: 'message' as const,
      values: { organisation: await nameOf(repositories, message.organisationId), profile: title?.text ?? '' },
      link: links.to(`/introductions/${introduction.id}`),
      objectId: introduction.id
    }
    const told = new Set([message.authorId])
    for (const { organisationId } of parties) {
      if (organisationId === message.organisationId) continue
      const members = (await repositories.memberships.listIn(organisationId)).filter(({ role, personId }) => role !== 'viewer' && !told.has(personId))
      for (const person of await repositories.people.findMany(members.map(({ personId }) => personId))) {
        told.add(person.id)
        await post.notify(repositories, person, letter, `${introduction.id}.${person.id}.${markOf(reads, person.id)}`)
      }
    }
  }

  const readBy = async (repositories: Repositories, parties: readonly Party[], reads: readonly Read[]): Promise<MessageListAnswer['readBy']> => {
    const all: MessageListAnswer['readBy'] = []
    for (const { organisationId } of parties) {
      const members = await repositories.memberships.listIn(organisationId)
      all.push({ organisationId, ordinal: Math.max(0, ...members.map(({ personId }) => markOf(reads, personId))) })
    }
    return all
  }

  return {
    async list (principal, introductionId, { after, limit }) {
      requireAction(principal, 'messages:list')
      const { introduction, parties, own } = await requireAgreed(store.read, principal, introductionId, 'read')
      const found = await store.read.messages.listOf(introductionId, after, limit + 1)
      const reads = await store.read.messages.readsOf(introductionId)
      const names = new Map<string, string>()
      for (const { organisationId } of parties) names.set(organisationId, await nameOf(store.read, organisationId))
      const items = found.slice(0, limit).map((message) => present(principal, message, names.get(message.organisationId) ?? ''))
      return {
        items,
        next: found.length > limit ? items.at(-1)?.ordinal ?? null : null,
        last: Math.max(introduction.messageCount, found.at(-1)?.ordinal ?? 0),
        readBy: await readBy(store.read, agreedOf(parties), reads),
        unread: principal.personId === null ? null : await store.read.messages.countAfter(introductionId, markOf(reads, principal.personId), own.organisationId)
      }
    },

    write: (asking, introductionId, { text, links }, once) => transactTwice(store, async (repositories) => {
      const principal = await asItStands(repositories, asking)
      requireAction(principal, 'messages:create')
      return answerOnce(repositories, principal, once, async () => {
        const { introduction, parties, own } = await requireAgreed(repositories, principal, introductionId, 'write')
        const message: Message = {
          id: uuid(),
          introductionId,
          ordinal: introduction.messageCount + 1,
          authorId: principal.personId,
          organisationId: own.organisationId,
          text,
          links,
          createdAt: new Date(),
          editedAt: null
        }
        const begins = introduction.status === 'accepted'
        await repositories.introductions.update(introductionId, { messageCount: message.ordinal, ...(begins ? { status: 'active', version: introduction.version + 1 } : {}) })
        if (begins) await record(repositories, principal, 'messages:create', { id: introductionId, ownerId: introduction.askedBy }, { before: { status: 'accepted' }, after: { status: 'active' } })
        await repositories.messages.insert(message)
        await record(repositories, principal, 'messages:create', { id: message.id, ownerId: own.organisationId }, { after: { introductionId, ordinal: message.ordinal } })
        const reads = await repositories.messages.readsOf(introductionId)
        // Whoever has read all before has read their own too; whoever has not, has not by writing.
        if (principal.personId !== null && markOf(reads, principal.personId) === message.ordinal - 1) {
          await repositories.messages.saveRead({ introductionId, personId: principal.personId, ordinal: message.ordinal, at: message.createdAt })
        }
        await tell(repositories, introduction, agreedOf(parties), reads, message)
        const body = present(principal, message, await nameOf(repositories, own.organisationId))
        return { status: 201, version: 1, location: `/v1/introductions/${introductionId}/messages?after=${message.ordinal - 1}&limit=1`, body }
      })
    }),

    change: (asking, introductionId, messageId, patch) => store.transact(async (repositories) => {
      const principal = await asItStands(repositories, asking)
      requireAction(principal, 'messages:change')
      const { own } = await requireAgreed(repositories, principal, introductionId, 'write')
      const message = await repositories.messages.find(messageId)
      if (message === undefined || message.introductionId !== introductionId) throw new Problem('not-found', 'There is no such message')
      if (principal.personId === null || message.authorId !== principal.personId || message.organisationId !== own.organisationId) throw refuse('another-wrote', {})
      const editedAt = new Date()
      if (editedAt.getTime() - message.createdAt.getTime() > editable) throw new Problem('too-late', 'A message can be changed for ten minutes; write another one')
      const changes = { ...patch, editedAt }
      await repositories.messages.update(messageId, changes)
      await record(repositories, principal, 'messages:change', { id: messageId, ownerId: own.organisationId }, { after: { introductionId, ordinal: message.ordinal } })
      return present(principal, { ...message, ...changes }, await nameOf(repositories, own.organisationId))
    }),

    // Not in the audit log: which person has read what is nobody else's to know.
    markRead: (principal, introductionId, ordinal) => transactTwice(store, async (repositories) => {
      requireAction(principal, 'messages:mark-read')
      const { introduction, own } = await requireAgreed(repositories, principal, introductionId, 'read')
      const { personId } = principal
      if (personId === null) throw new Problem('person-needed')
      if (ordinal > introduction.messageCount) throw invalidField(['ordinal'], 'beyond-messages', { count: introduction.messageCount })
      const mark = markOf(await repositories.messages.readsOf(introductionId), personId)
      if (ordinal > mark) await repositories.messages.saveRead({ introductionId, personId, ordinal, at: new Date() })
      const reached = Math.max(mark, ordinal)
      return { ordinal: reached, unread: await repositories.messages.countAfter(introductionId, reached, own.organisationId) }
    })
  }
}
