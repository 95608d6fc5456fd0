import { and, desc, eq, isNull, lt, or } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { NoticeRepository } from '../types.ts'
import { rows } from './rows.ts'

export const noticeRepository = (handle: Handle, { notices }: Tables): NoticeRepository => ({
  ...rows(handle, notices),
  listOf: async (personId, { unread, before, limit }) => handle.select().from(notices).where(and(
    eq(notices.personId, personId),
    unread === true ? isNull(notices.readAt) : undefined,
    before && or(lt(notices.createdAt, before.createdAt), and(eq(notices.createdAt, before.createdAt), lt(notices.id, before.id)))
  )).orderBy(desc(notices.createdAt), desc(notices.id)).limit(limit),
  removeOf: async (personId) => { await handle.delete(notices).where(eq(notices.personId, personId)) }
})
