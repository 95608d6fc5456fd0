import { and, asc, desc, eq, exists, gt, gte, inArray, isNull, lt, min, or } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { SearchRepository } from '../types.ts'
import { rows } from './rows.ts'

export const searchRepository = (handle: Handle, { searches, alerts }: Tables): SearchRepository => ({
  ...rows(handle, searches),
  listOf: async (personId) => handle.select().from(searches).where(eq(searches.personId, personId)).orderBy(desc(searches.createdAt), desc(searches.id)),
  remove: async (id) => { await handle.delete(searches).where(eq(searches.id, id)) },
  leastPosition: async (from, before) => {
    const [row] = await handle.select({ position: min(searches.position) }).from(searches).where(and(gte(searches.position, from), lt(searches.position, before)))
    return row?.position ?? undefined
  },
  listAt: async (position, afterId, limit) => handle.select().from(searches)
    .where(and(eq(searches.position, position), gt(searches.id, afterId))).orderBy(asc(searches.id)).limit(limit),
  advance: async (from, to, ids) => {
    await handle.update(searches).set({ position: to }).where(and(eq(searches.position, from), ids && inArray(searches.id, [...ids])))
  },
  listDue: async (frequency, end, afterId, limit) => handle.select().from(searches).where(and(
    eq(searches.frequency, frequency),
    isNull(searches.stoppedAt),
    or(isNull(searches.digestedAt), lt(searches.digestedAt, end)),
    gt(searches.id, afterId),
    exists(handle.select({ id: alerts.id }).from(alerts).where(and(eq(alerts.searchId, searches.id), isNull(alerts.mailedAt), lt(alerts.createdAt, end))))
  )).orderBy(asc(searches.id)).limit(limit)
})
