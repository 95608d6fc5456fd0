import { asc, eq } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables.ts'
import type { OrganisationRepository } from '../types.ts'

export const organisationRepository = (handle: Handle, { organisations }: Tables): OrganisationRepository => ({
  find: async (id) => (await handle.select().from(organisations).where(eq(organisations.id, id)))[0],
  findByName: async (name) => (await handle.select().from(organisations).where(eq(organisations.name, name)))[0],
  list: async () => handle.select().from(organisations).orderBy(asc(organisations.name)),
  insert: async (organisation) => { await handle.insert(organisations).values(organisation) }
})
