import { desc, eq } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { AlertRepository } from '../types.ts'
import { rows } from './rows.ts'

export const alertRepository = (handle: Handle, { alerts }: Tables): AlertRepository => ({
  ...rows(handle, alerts),
  listOf: async (searchId, limit) => handle.select().from(alerts).where(eq(alerts.searchId, searchId)).orderBy(desc(alerts.createdAt), desc(alerts.id)).limit(limit)
})
