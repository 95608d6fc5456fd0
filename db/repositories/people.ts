import { and, eq, inArray, isNull, lt, notExists } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { PersonRepository } from '../types.ts'
import { rows } from './rows.ts'

export const personRepository = (handle: Handle, { people, tokens, sessions, memberships }: Tables): PersonRepository => ({
  ...rows(handle, people),
  findByEmail: async (email) => (await handle.select().from(people).where(eq(people.email, email)))[0],
  findMany: async (ids) => ids.length === 0 ? [] : handle.select().from(people).where(inArray(people.id, [...ids])),
  removeUnconfirmed: async (before) => {
    const none = (table: typeof tokens | typeof sessions | typeof memberships) => notExists(handle.select({ personId: table.personId }).from(table).where(eq(table.personId, people.id)))
    await handle.delete(people).where(and(isNull(people.confirmedAt), isNull(people.erasedAt), lt(people.createdAt, before), none(tokens), none(sessions), none(memberships)))
  }
})
