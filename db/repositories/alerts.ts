import { and, asc, desc, eq, inArray, isNull, lt } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { AlertRepository } from '../types.ts'
import { rows } from './rows.ts'

export const alertRepository = (handle: Handle, { alerts }: Tables): AlertRepository => ({
  ...rows(handle, alerts),
  listOf: async (searchId, limit) => handle.select().from(alerts).where(eq(alerts.searchId, searchId)).orderBy(desc(alerts.createdAt), desc(alerts.id)).limit(limit),
  toldOf: async (searchId, profileIds) => (await handle.select({ profileId: alerts.profileId }).from(alerts)
    .where(and(eq(alerts.searchId, searchId), inArray(alerts.profileId, [...profileIds])))).map(({ profileId }) => profileId),
  listWaiting: async (searchId, before) => handle.select().from(alerts)
    .where(and(eq(alerts.searchId, searchId), isNull(alerts.mailedAt), lt(alerts.createdAt, before))).orderBy(asc(alerts.createdAt), asc(alerts.id)),
  settle: async (searchId, at, before) => {
    await handle.update(alerts).set({ mailedAt: at }).where(and(eq(alerts.searchId, searchId), isNull(alerts.mailedAt), before && lt(alerts.createdAt, before)))
  }
})
