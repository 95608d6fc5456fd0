import { asc, eq, inArray } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { OrganisationRepository } from '../types.ts'
import { rows } from './rows.ts'

export const organisationRepository = (handle: Handle, { organisations }: Tables): OrganisationRepository => ({
  ...rows(handle, organisations),
  findMany: async (ids) => ids.length === 0 ? [] : handle.select().from(organisations).where(inArray(organisations.id, [...ids])),
  findByName: async (name) => (await handle.select().from(organisations).where(eq(organisations.name, name)))[0],
  list: async () => handle.select().from(organisations).orderBy(asc(organisations.name))
})
