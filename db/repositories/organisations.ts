import { and, asc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { OrganisationRepository } from '../types.ts'
import { rows } from './rows.ts'

const isSet = (column: AnyPgColumn, wanted: boolean | undefined) => wanted === undefined ? undefined : wanted ? isNotNull(column) : isNull(column)

export const organisationRepository = (handle: Handle, { organisations }: Tables): OrganisationRepository => ({
  ...rows(handle, organisations),
  findByName: async (name) => (await handle.select().from(organisations).where(eq(organisations.name, name)))[0],
  findMany: async (ids) => ids.length === 0 ? [] : handle.select().from(organisations).where(inArray(organisations.id, [...ids])),
  list: async () => handle.select().from(organisations).orderBy(asc(organisations.name)),
  page: async ({ kind, verified, suspended, after, limit }) => handle.select().from(organisations).where(and(
    kind === undefined ? undefined : eq(organisations.kind, kind),
    isSet(organisations.verifiedAt, verified),
    isSet(organisations.suspendedAt, suspended),
    after === undefined ? undefined : gt(organisations.id, after)
  )).orderBy(asc(organisations.id)).limit(limit)
})
