import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { FlagRepository } from '../types.ts'
import { rows } from './rows.ts'

export const flagRepository = (handle: Handle, { flags }: Tables): FlagRepository => ({
  ...rows(handle, flags),
  listOf: async (profileId) => handle.select().from(flags).where(eq(flags.profileId, profileId)).orderBy(desc(flags.raisedAt), desc(flags.id)),
  page: async ({ ownerId, statuses, profileId, appealed, after, limit }) => handle.select().from(flags).where(and(
    ownerId === undefined ? undefined : eq(flags.ownerId, ownerId),
    statuses === undefined ? undefined : inArray(flags.status, [...statuses]),
    profileId === undefined ? undefined : eq(flags.profileId, profileId),
    appealed === true ? and(isNotNull(flags.appealedAt), isNull(flags.appealOutcome)) : undefined,
    after === undefined ? undefined : gt(flags.id, after)
  )).orderBy(asc(flags.id)).limit(limit),
  countOpenBy: async (personId) => {
    const [row] = await handle.select({ count: count() }).from(flags).where(and(eq(flags.raisedBy, personId), eq(flags.status, 'open')))
    return Number(row?.count ?? 0)
  },
  hasOpenByRule: async (ownerId) =>
    (await handle.select({ id: flags.id }).from(flags).where(and(eq(flags.ownerId, ownerId), eq(flags.status, 'open'), isNull(flags.raisedBy))).limit(1)).length > 0
})
