import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { DeliveryRepository } from '../types.ts'
import { rows } from './rows.ts'

/** Written out, since SQLite takes no partial index for what a parameter says. */
export const isQueued = ({ status }: Tables['deliveries']): SQL => sql`${status} = 'queued'`

/** What is true of a queued delivery that somebody sends: its attempt was begun and has not ended, and its lease has not either. */
export const beingSent = ({ nextAt, lastAt, lastMilliseconds }: Tables['deliveries'], now: Date): SQL[] => [gt(nextAt, now), isNotNull(lastAt), isNull(lastMilliseconds)]

export const deliveryRepository = (handle: Handle, { deliveries }: Tables): DeliveryRepository => {
  const queuedOf = (webhookId: string) => and(eq(deliveries.webhookId, webhookId), isQueued(deliveries))
  /** What a delivery that is made out again takes over from the one made now. */
  const made = (column: AnyPgColumn) => sql`excluded.${sql.identifier(column.name)}`
  const again = { status: made(deliveries.status), attempts: made(deliveries.attempts), nextAt: made(deliveries.nextAt), since: made(deliveries.since), createdAt: made(deliveries.createdAt), deliveredAt: made(deliveries.deliveredAt) }
  return {
    ...rows(handle, deliveries),
    makeOut: async (all) => {
      if (all.length === 0) return
      await handle.insert(deliveries).values([...all]).onConflictDoUpdate({ target: [deliveries.webhookId, deliveries.position], set: again })
    },
    list: async ({ webhookId, status, before, limit }) => handle.select().from(deliveries).where(and(
      eq(deliveries.webhookId, webhookId),
      status === undefined ? undefined : eq(deliveries.status, status),
      before === undefined ? undefined : lt(deliveries.position, before)
    )).orderBy(desc(deliveries.position)).limit(limit),
    findDue: async (webhookId, now) =>
      (await handle.select().from(deliveries).where(and(queuedOf(webhookId), lte(deliveries.nextAt, now))).orderBy(asc(deliveries.nextAt), asc(deliveries.position)).limit(1))[0],
    isBeingSent: async (webhookId, now) =>
      (await handle.select({ id: deliveries.id }).from(deliveries).where(and(queuedOf(webhookId), ...beingSent(deliveries, now))).limit(1)).length > 0,
    settle: async (id, leasedUntil, changes) =>
      (await handle.update(deliveries).set(changes).where(and(eq(deliveries.id, id), eq(deliveries.status, 'queued'), eq(deliveries.nextAt, leasedUntil))).returning({ id: deliveries.id })).length > 0,
    release: async (webhookId, now) => { await handle.update(deliveries).set({ attempts: 0, nextAt: now, since: now }).where(queuedOf(webhookId)) },
    attemptsSince: async (webhookId, since) => {
      const [row] = await handle.select({ attempts: sql<number>`coalesce(sum(${deliveries.attempts}), 0)`.mapWith(Number) }).from(deliveries)
        .where(and(eq(deliveries.webhookId, webhookId), inArray(deliveries.status, ['queued', 'dead']), gte(deliveries.lastAt, since)))
      return row?.attempts ?? 0
    },
    count: async (status) => {
      const [row] = await handle.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(deliveries).where(eq(deliveries.status, status))
      return row?.count ?? 0
    },
    removeQueued: async (webhookId) => { await handle.delete(deliveries).where(queuedOf(webhookId)) },
    removeBefore: async (createdAt) => { await handle.delete(deliveries).where(and(inArray(deliveries.status, ['delivered', 'dead']), lt(deliveries.createdAt, createdAt))) }
  }
}
