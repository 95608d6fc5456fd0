import { and, asc, desc, eq, exists, getTableColumns, gt, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { IntroductionRepository } from '../types.ts'
import { rows } from './rows.ts'

export const introductionRepository = (handle: Handle, { introductions, parties, challenges, challengeCodes, cities }: Tables): IntroductionRepository => {
  const withParty = (...conditions: Array<SQL | undefined>) =>
    exists(handle.select({ id: parties.introductionId }).from(parties).where(and(eq(parties.introductionId, introductions.id), ...conditions)))
  return {
    ...rows(handle, introductions),
    replace: async ({ id, ...introduction }) => (await handle.update(introductions).set(introduction)
      .where(and(eq(introductions.id, id), eq(introductions.version, introduction.version - 1))).returning({ id: introductions.id })).length > 0,
    list: async ({ organisationId, side, statuses, challengeId, profileId, before, limit }) => handle.select().from(introductions).where(and(
      organisationId === undefined ? undefined : withParty(eq(parties.organisationId, organisationId), side && eq(parties.side, side)),
      statuses && inArray(introductions.status, [...statuses]),
      challengeId === undefined ? undefined : eq(introductions.challengeId, challengeId),
      profileId === undefined ? undefined : withParty(eq(parties.profileId, profileId)),
      before === undefined ? undefined : lt(introductions.id, before)
    )).orderBy(desc(introductions.id)).limit(limit),
    tally: async () => {
      const counted = { status: introductions.status, outcome: introductions.outcome, country: sql<string>`${cities.country}`, count: sql<number>`count(*)`.mapWith(Number) }
      const about = [introductions.status, introductions.outcome, cities.country] as const
      const byArea = await handle.select({ ...counted, area: challengeCodes.code }).from(introductions)
        .innerJoin(challenges, eq(challenges.id, introductions.challengeId))
        .innerJoin(cities, eq(cities.id, challenges.cityId))
        .innerJoin(challengeCodes, and(eq(challengeCodes.parentId, challenges.id), eq(challengeCodes.scheme, 'area')))
        .groupBy(...about, challengeCodes.code)
      const all = await handle.select(counted).from(introductions)
        .innerJoin(challenges, eq(challenges.id, introductions.challengeId))
        .innerJoin(cities, eq(cities.id, challenges.cityId))
        .groupBy(...about)
      return [...byArea, ...all.map((row) => ({ ...row, area: null }))]
    },
    between: async (organisationId, otherId) => {
      const other = alias(parties, 'other')
      return handle.select(getTableColumns(introductions)).from(parties)
        .innerJoin(other, and(eq(other.introductionId, parties.introductionId), eq(other.organisationId, otherId)))
        .innerJoin(introductions, eq(introductions.id, parties.introductionId))
        .where(eq(parties.organisationId, organisationId))
    },
    requestsToProvider: async (organisationId) => handle.select({ introduction: getTableColumns(introductions), solutionId: parties.profileId }).from(parties)
      .innerJoin(introductions, and(eq(introductions.id, parties.introductionId), eq(introductions.status, 'requested')))
      .where(and(eq(parties.organisationId, organisationId), eq(parties.resource, 'solutions'), inArray(parties.consent, ['pending', 'agreed']))),
    requestedUntil: async (time, remindedAbove, limit) => handle.select().from(introductions).where(and(
      eq(introductions.status, 'requested'),
      lte(introductions.expiresAt, time),
      or(isNull(introductions.remindedAt), gt(introductions.remindedAt, remindedAbove))
    )).orderBy(asc(introductions.expiresAt), asc(introductions.id)).limit(limit)
  }
}
