import { eq, inArray } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { PersonRepository } from '../types.ts'
import { rows } from './rows.ts'

export const personRepository = (handle: Handle, { people }: Tables): PersonRepository => ({
  ...rows(handle, people),
  findByEmail: async (email) => (await handle.select().from(people).where(eq(people.email, email)))[0],
  findMany: async (ids) => ids.length === 0 ? [] : handle.select().from(people).where(inArray(people.id, [...ids]))
})
