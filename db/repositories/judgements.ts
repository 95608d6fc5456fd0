import { and, asc, count, desc, eq, gt } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { JudgementRepository } from '../types.ts'
import { rows } from './rows.ts'

export const judgementRepository = (handle: Handle, { judgements }: Tables): JudgementRepository => ({
  ...rows(handle, judgements),
  findThumb: async (personId, queryId, matchId) => (await handle.select().from(judgements)
    .where(and(eq(judgements.kind, 'thumb'), eq(judgements.personId, personId), eq(judgements.queryId, queryId), eq(judgements.matchId, matchId))))[0],
  thumbsOf: async (personId, queryId) => handle.select().from(judgements)
    .where(and(eq(judgements.kind, 'thumb'), eq(judgements.personId, personId), eq(judgements.queryId, queryId))).orderBy(desc(judgements.at), desc(judgements.id)),
  remove: async (id) => { await handle.delete(judgements).where(eq(judgements.id, id)) },
  count: async () => (await handle.select({ judgements: count() }).from(judgements))[0]?.judgements ?? 0,
  page: async (afterId, limit) => handle.select().from(judgements).where(afterId === undefined ? undefined : gt(judgements.id, afterId)).orderBy(asc(judgements.id)).limit(limit)
})
