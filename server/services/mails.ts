import type { Mail, Repositories, Store } from '../../db/index.ts'
import { Problem } from '../errors.ts'
import { refuse } from '../refusals.ts'
import type { MailAnswer, MailsQuery } from '../schemas/mails.ts'
import { record } from './audit.ts'
import { requireAction } from './authority.ts'
import { decodeCursor, nextCursor } from './listing.ts'
import type { Principal } from './principal.ts'

/** How old the figures about the queue may be, in milliseconds: anybody may ask for them, as often as they like. */
const figuresAge = 5000

/** What the secretariat sees and does about mail. All but `waiting` throw {@link Problem}. */
export interface Mails {
  list (principal: Principal, query: MailsQuery): Promise<{ items: MailAnswer[], next: string | null }>
  /** Puts a mail that was given up or sent back in the queue, under its Message-ID. */
  resend (principal: Principal, id: string): Promise<MailAnswer>
  /** Removes a mail that was given up. */
  drop (principal: Principal, id: string): Promise<void>
  /** How many mails wait, and how many were given up. */
  waiting (): Promise<{ queued: number, dead: number }>
}

const present = ({ id, messageId, recipient, personId, kind, language, status, attempts, lastError, createdAt, nextAt, sentAt }: Mail): MailAnswer => ({
  id,
  messageId,
  recipient,
  personId,
  kind,
  language,
  status,
  attempts,
  lastError,
  createdAt: createdAt.toISOString(),
  nextAt: status === 'queued' ? nextAt.toISOString() : null,
  sentAt: sentAt?.toISOString() ?? null
})

const requireMail = async ({ mails }: Repositories, id: string): Promise<Mail> => {
  const mail = await mails.find(id)
  if (mail === undefined) throw new Problem('not-found', 'There is no such mail')
  return mail
}

export const createMails = (store: Store): Mails => {
  let figures: { at: number, counts: ReturnType<Mails['waiting']> } | undefined
  return {
    async list (principal, { status, limit, cursor }) {
      requireAction(principal, 'mails:list')
      const after = cursor === undefined ? undefined : decodeCursor('-created', cursor)
      const found = await store.read.mails.page({ status, limit: limit + 1, before: after && { createdAt: new Date(after.value), id: after.id } })
      const items = found.slice(0, limit)
      const last = found.length > limit ? items.at(-1) : undefined
      return { items: items.map(present), next: nextCursor('-created', last && { value: last.createdAt.toISOString(), id: last.id }) }
    },

    async resend (principal, id) {
      requireAction(principal, 'mails:resend')
      return store.transact(async (repositories) => {
        const mail = await requireMail(repositories, id)
        if (mail.status === 'queued') throw refuse('mail-queued', {})
        if (mail.text === '') throw refuse('mail-forgotten', {})
        const changes = { status: 'queued', attempts: 0, nextAt: new Date(), lastError: null, sentAt: null } as const
        await repositories.mails.update(id, changes)
        await record(repositories, principal, 'mails:resend', { id, ownerId: null }, { before: { status: mail.status }, after: { status: changes.status } })
        return present({ ...mail, ...changes })
      })
    },

    async drop (principal, id) {
      requireAction(principal, 'mails:drop')
      await store.transact(async (repositories) => {
        const mail = await requireMail(repositories, id)
        if (mail.status !== 'dead') throw refuse('mail-not-dead', { status: mail.status })
        await repositories.mails.remove(id)
        await record(repositories, principal, 'mails:drop', { id, ownerId: null }, { before: { status: mail.status, kind: mail.kind } })
      })
    },

    waiting () {
      if (figures === undefined || Date.now() - figures.at > figuresAge) {
        figures = { at: Date.now(), counts: store.read.mails.count(['queued', 'dead']).then(({ queued = 0, dead = 0 }) => ({ queued, dead })) }
      }
      return figures.counts
    }
  }
}
