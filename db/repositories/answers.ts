import { and, eq, lt } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { AnswerRepository } from '../types.ts'

export const answerRepository = (handle: Handle, { answers }: Tables): AnswerRepository => ({
  find: async (ownerId, key) => (await handle.select().from(answers).where(and(eq(answers.ownerId, ownerId), eq(answers.key, key))))[0],
  insert: async (answer) => { await handle.insert(answers).values(answer) },
  remove: async (ownerId, key) => { await handle.delete(answers).where(and(eq(answers.ownerId, ownerId), eq(answers.key, key))) },
  removeAbout: async (profileId) => { await handle.delete(answers).where(eq(answers.profileId, profileId)) },
  removeBefore: async (instant) => (await handle.delete(answers).where(lt(answers.createdAt, instant)).returning({ key: answers.key })).length
})
