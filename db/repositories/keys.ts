import { and, asc, count, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { KeyRepository } from '../types.ts'

export const keyRepository = (handle: Handle, { keys, organisations }: Tables): KeyRepository => {
  // Every request with a key asks this.
  const byHash = () => handle.select({ key: keys, organisation: organisations }).from(keys)
    .innerJoin(organisations, eq(organisations.id, keys.organisationId)).where(eq(keys.hash, sql.placeholder('hash'))).prepare('keys_find_by_hash')
  let findByHash: ReturnType<typeof byHash> | undefined
  return {
    find: async (id) => (await handle.select().from(keys).where(eq(keys.id, id)))[0],
    findByHash: async (hash) => (await (findByHash ??= byHash()).execute({ hash }))[0],
    list: async (organisationId) => handle.select().from(keys)
      .where(organisationId === undefined ? undefined : eq(keys.organisationId, organisationId)).orderBy(asc(keys.createdAt), asc(keys.id)),
    page: async ({ organisationId, before, limit }) => handle.select().from(keys)
      .where(and(eq(keys.organisationId, organisationId), before === undefined ? undefined : lt(keys.id, before))).orderBy(desc(keys.id)).limit(limit),
    countInForce: async (organisationId, now) => {
      const [row] = await handle.select({ count: count() }).from(keys)
        .where(and(eq(keys.organisationId, organisationId), isNull(keys.revokedAt), or(isNull(keys.expiresAt), gt(keys.expiresAt, now))))
      return Number(row?.count ?? 0)
    },
    insert: async (key) => { await handle.insert(keys).values(key) },
    revoke: async (id, at) => (await handle.update(keys).set({ revokedAt: at }).where(and(eq(keys.id, id), isNull(keys.revokedAt))).returning({ id: keys.id })).length > 0,
    replace: async (id, { replacedBy, expiresAt, revokedAt }) => { await handle.update(keys).set({ replacedBy, expiresAt, revokedAt }).where(eq(keys.id, id)) },
    touch: async (id, at) => { await handle.update(keys).set({ lastUsedAt: at }).where(eq(keys.id, id)) }
  }
}
