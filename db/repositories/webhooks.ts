import { and, asc, desc, eq, exists, inArray, isNull, lt, lte, notExists, sql, type SQL } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { WebhookRepository } from '../types.ts'
import { beingSent, isQueued } from './deliveries.ts'
import { rows } from './rows.ts'

export const webhookRepository = (handle: Handle, { webhooks, organisations, deliveries }: Tables): WebhookRepository => {
  const active = and(isNull(webhooks.pausedAt), isNull(webhooks.removedAt), isNull(organisations.suspendedAt))
  const select = () => handle.select({ webhook: webhooks }).from(webhooks).innerJoin(organisations, eq(organisations.id, webhooks.organisationId))
  return {
    ...rows(handle, webhooks),
    listOf: async (organisationId) => handle.select().from(webhooks).where(and(eq(webhooks.organisationId, organisationId), isNull(webhooks.removedAt))).orderBy(desc(webhooks.createdAt), desc(webhooks.id)),
    findActive: async (ids) => ids.length === 0 ? [] : (await select().where(and(inArray(webhooks.id, [...ids]), active))).map(({ webhook }) => webhook),
    listBehind: async (position) => (await select().where(and(lt(webhooks.position, position), active)).orderBy(asc(webhooks.position), asc(webhooks.id))).map(({ webhook }) => webhook),
    listDue: async (now) => {
      const queued = (...conditions: SQL[]) => handle.select({ one: sql`1` }).from(deliveries).where(and(eq(deliveries.webhookId, webhooks.id), isQueued(deliveries), ...conditions))
      return (await select().where(and(active, exists(queued(lte(deliveries.nextAt, now))), notExists(queued(...beingSent(deliveries, now)))))).map(({ webhook }) => webhook)
    }
  }
}
