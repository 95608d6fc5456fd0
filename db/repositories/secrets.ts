import { eq } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { SecretRepository } from '../types.ts'

export const secretRepository = (handle: Handle, { secrets }: Tables): SecretRepository => ({
  find: async (name) => (await handle.select().from(secrets).where(eq(secrets.name, name)))[0]?.value,
  insert: async (name, value) => { await handle.insert(secrets).values({ name, value }) }
})
