import { asc, eq } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { QuestionRepository } from '../types.ts'
import { rows } from './rows.ts'

export const questionRepository = (handle: Handle, { questions }: Tables): QuestionRepository => ({
  ...rows(handle, questions),
  listAbout: async (challengeId) => handle.select().from(questions).where(eq(questions.challengeId, challengeId)).orderBy(asc(questions.askedAt), asc(questions.id))
})
