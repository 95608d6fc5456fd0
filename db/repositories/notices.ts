import { and, count, desc, eq, inArray, isNull, lt, or } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { NoticePlace, NoticeRepository } from '../types.ts'
import { rows } from './rows.ts'

export const noticeRepository = (handle: Handle, { notices }: Tables): NoticeRepository => {
  const olderThan = ({ createdAt, id }: NoticePlace) => or(lt(notices.createdAt, createdAt), and(eq(notices.createdAt, createdAt), lt(notices.id, id)))
  const unreadOf = (personId: string) => and(eq(notices.personId, personId), isNull(notices.readAt))
  return {
    ...rows(handle, notices),
    listOf: async (personId, { unread, before, limit }) => handle.select().from(notices).where(and(
      unread === true ? unreadOf(personId) : eq(notices.personId, personId),
      before && olderThan(before)
    )).orderBy(desc(notices.createdAt), desc(notices.id)).limit(limit),
    countUnread: async (personId) => (await handle.select({ unread: count() }).from(notices).where(unreadOf(personId)))[0]?.unread ?? 0,
    markRead: async (personId, ids, at) => {
      await handle.update(notices).set({ readAt: at }).where(and(unreadOf(personId), inArray(notices.id, [...ids])))
    },
    markReadUpTo: async (personId, last, at) => {
      await handle.update(notices).set({ readAt: at }).where(and(unreadOf(personId), or(eq(notices.id, last.id), olderThan(last))))
    },
    removeOf: async (personId) => { await handle.delete(notices).where(eq(notices.personId, personId)) }
  }
}
