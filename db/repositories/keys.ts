import { and, asc, eq, isNull, sql } from 'drizzle-orm'
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
    insert: async (key) => { await handle.insert(keys).values(key) },
    revoke: async (id, at) => (await handle.update(keys).set({ revokedAt: at }).where(and(eq(keys.id, id), isNull(keys.revokedAt))).returning({ id: keys.id })).length > 0,
    replace: async (id, { replacedBy, expiresAt, revokedAt }) => { await handle.update(keys).set({ replacedBy, expiresAt, revokedAt }).where(eq(keys.id, id)) },
    touch: async (id, at) => { await handle.update(keys).set({ lastUsedAt: at }).where(eq(keys.id, id)) }
  }
}
