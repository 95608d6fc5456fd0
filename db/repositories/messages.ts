import { and, asc, count, eq, gt, ne } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { MessageRepository } from '../types.ts'
import { rows } from './rows.ts'

export const messageRepository = (handle: Handle, { messages, reads }: Tables): MessageRepository => ({
  ...rows(handle, messages),
  listOf: async (introductionId, after, limit) => handle.select().from(messages)
    .where(and(eq(messages.introductionId, introductionId), gt(messages.ordinal, after))).orderBy(asc(messages.ordinal)).limit(limit),
  countAfter: async (introductionId, ordinal, exceptOrganisationId) => (await handle.select({ messages: count() }).from(messages)
    .where(and(eq(messages.introductionId, introductionId), gt(messages.ordinal, ordinal), ne(messages.organisationId, exceptOrganisationId))))[0]?.messages ?? 0,
  saveRead: async (read) => {
    await handle.insert(reads).values(read).onConflictDoUpdate({ target: [reads.introductionId, reads.personId], set: { ordinal: read.ordinal, at: read.at } })
  },
  readsOf: async (introductionId) => handle.select().from(reads).where(eq(reads.introductionId, introductionId))
})
