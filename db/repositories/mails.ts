import { and, asc, count, desc, eq, inArray, lt, lte, or, sql } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { MailRepository } from '../types.ts'
import { rows } from './rows.ts'

export const mailRepository = (handle: Handle, { mails }: Tables): MailRepository => {
  // The word itself and no parameter: an engine takes a partial index only for what it knows to be in it.
  const isDue = (now: Date) => and(sql`${mails.status} = 'queued'`, lte(mails.nextAt, now))
  return {
    ...rows(handle, mails),
    findByMessageId: async (messageId) => (await handle.select().from(mails).where(eq(mails.messageId, messageId)))[0],
    listOf: async (personId) => handle.select().from(mails).where(eq(mails.personId, personId)).orderBy(desc(mails.createdAt), desc(mails.id)),
    page: async ({ status, before, limit }) => handle.select().from(mails).where(and(
      eq(mails.status, status),
      before && or(lt(mails.createdAt, before.createdAt), and(eq(mails.createdAt, before.createdAt), lt(mails.id, before.id)))
    )).orderBy(desc(mails.createdAt), desc(mails.id)).limit(limit),
    due: async (now, first, limit) => (await handle.select({ id: mails.id }).from(mails).where(isDue(now))
      .orderBy(sql`case when ${inArray(mails.kind, [...first])} then 0 else 1 end`, asc(mails.nextAt), asc(mails.id)).limit(limit)).map(({ id }) => id),
    lease: async (id, now, until) =>
      (await handle.update(mails).set({ nextAt: until, attempts: sql`${mails.attempts} + 1` }).where(and(eq(mails.id, id), isDue(now))).returning())[0],
    settle: async (id, leasedUntil, changes) => {
      await handle.update(mails).set(changes).where(and(eq(mails.id, id), eq(mails.status, 'queued'), eq(mails.nextAt, leasedUntil)))
    },
    markSent: async (id, at, forgets) => {
      await handle.update(mails).set({ status: 'sent', sentAt: at, lastError: null, ...(forgets ? { text: '', html: '' } : {}) }).where(eq(mails.id, id))
    },
    count: async (statuses) => Object.fromEntries((await handle.select({ status: mails.status, number: count() }).from(mails)
      .where(inArray(mails.status, [...statuses])).groupBy(mails.status)).map(({ status, number }) => [status, number])),
    remove: async (id) => { await handle.delete(mails).where(eq(mails.id, id)) },
    removeOf: async (personId) => { await handle.delete(mails).where(eq(mails.personId, personId)) },
    // The index knows when mails were written, which is before they were sent.
    removeSentBefore: async (instant) => {
      await handle.delete(mails).where(and(eq(mails.status, 'sent'), lt(mails.createdAt, instant), lt(mails.sentAt, instant)))
    }
  }
}
