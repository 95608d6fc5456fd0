import { and, eq, lt } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { TokenRepository } from '../types.ts'

export const tokenRepository = (handle: Handle, { tokens }: Tables): TokenRepository => ({
  find: async (hash) => (await handle.select().from(tokens).where(eq(tokens.hash, hash)))[0],
  insert: async (token) => { await handle.insert(tokens).values(token) },
  removeOf: async (personId, purpose) => {
    await handle.delete(tokens).where(and(eq(tokens.personId, personId), purpose === undefined ? undefined : eq(tokens.purpose, purpose)))
  },
  removeExpired: async (now) => { await handle.delete(tokens).where(lt(tokens.expiresAt, now)) }
})
