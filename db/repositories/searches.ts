import { desc, eq } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { SearchRepository } from '../types.ts'
import { rows } from './rows.ts'

export const searchRepository = (handle: Handle, { searches }: Tables): SearchRepository => ({
  ...rows(handle, searches),
  listOf: async (personId) => handle.select().from(searches).where(eq(searches.personId, personId)).orderBy(desc(searches.createdAt), desc(searches.id)),
  remove: async (id) => { await handle.delete(searches).where(eq(searches.id, id)) }
})
