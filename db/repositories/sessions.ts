import { and, desc, eq, lt, ne, sql } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { SessionRepository } from '../types.ts'
import { rows } from './rows.ts'

export const sessionRepository = (handle: Handle, { sessions, people, organisations, memberships }: Tables): SessionRepository => {
  // Every request with a cookie asks this.
  const byHash = () => handle.select({ session: sessions, person: people, organisation: organisations, role: memberships.role }).from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(memberships, and(eq(memberships.personId, sessions.personId), eq(memberships.organisationId, sessions.organisationId)))
    .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(sessions.hash, sql.placeholder('hash'))).prepare('sessions_find_by_hash')
  let findByHash: ReturnType<typeof byHash> | undefined
  return {
    ...rows(handle, sessions),
    findByHash: async (hash) => (await (findByHash ??= byHash()).execute({ hash }))[0],
    // A session that ended meanwhile is none to note.
    touch: async (id, seen) => { await handle.update(sessions).set(seen).where(eq(sessions.id, id)) },
    listOf: async (personId) => handle.select().from(sessions).where(eq(sessions.personId, personId)).orderBy(desc(sessions.createdAt), desc(sessions.id)),
    remove: async (id) => { await handle.delete(sessions).where(eq(sessions.id, id)) },
    removeOf: async (personId, exceptId) => {
      await handle.delete(sessions).where(and(eq(sessions.personId, personId), exceptId === undefined ? undefined : ne(sessions.id, exceptId)))
    },
    removeExpired: async (now) => { await handle.delete(sessions).where(lt(sessions.expiresAt, now)) }
  }
}
