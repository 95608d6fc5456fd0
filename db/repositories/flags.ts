import { desc, eq } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { FlagRepository } from '../types.ts'
import { rows } from './rows.ts'

export const flagRepository = (handle: Handle, { flags }: Tables): FlagRepository => ({
  ...rows(handle, flags),
  listOf: async (profileId) => handle.select().from(flags).where(eq(flags.profileId, profileId)).orderBy(desc(flags.raisedAt), desc(flags.id))
})
