import { and, asc, eq, gt } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { MessageRepository } from '../types.ts'
import { rows } from './rows.ts'

export const messageRepository = (handle: Handle, { messages, reads }: Tables): MessageRepository => ({
  ...rows(handle, messages),
  listOf: async (introductionId, after, limit) => handle.select().from(messages)
    .where(and(eq(messages.introductionId, introductionId), gt(messages.ordinal, after))).orderBy(asc(messages.ordinal)).limit(limit),
  saveRead: async (read) => {
    await handle.insert(reads).values(read).onConflictDoUpdate({ target: [reads.introductionId, reads.personId], set: { ordinal: read.ordinal, at: read.at } })
  },
  readsOf: async (introductionId) => handle.select().from(reads).where(eq(reads.introductionId, introductionId))
})
