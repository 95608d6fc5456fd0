import { inArray, lt } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { AttemptRepository } from '../types.ts'

export const attemptRepository = (handle: Handle, { attempts }: Tables): AttemptRepository => ({
  findMany: async (subjects) => subjects.length === 0 ? [] : handle.select().from(attempts).where(inArray(attempts.subject, [...subjects])),
  save: async ({ subject, ...counted }) => {
    await handle.insert(attempts).values({ subject, ...counted }).onConflictDoUpdate({ target: attempts.subject, set: counted })
  },
  remove: async (subjects) => { if (subjects.length > 0) await handle.delete(attempts).where(inArray(attempts.subject, [...subjects])) },
  removeBefore: async (lastAt) => { await handle.delete(attempts).where(lt(attempts.lastAt, lastAt)) }
})
