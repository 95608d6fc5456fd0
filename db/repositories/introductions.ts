import { and, eq } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { IntroductionRepository } from '../types.ts'
import { rows } from './rows.ts'

export const introductionRepository = (handle: Handle, { introductions }: Tables): IntroductionRepository => ({
  ...rows(handle, introductions),
  replace: async ({ id, ...introduction }) => (await handle.update(introductions).set(introduction)
    .where(and(eq(introductions.id, id), eq(introductions.version, introduction.version - 1))).returning({ id: introductions.id })).length > 0
})
