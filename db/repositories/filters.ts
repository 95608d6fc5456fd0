import { and, eq, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Dialect } from '../engines/dialect.ts'
import type { CodeTable, ProfileTable, Tables } from '../tables/index.ts'
import type { ProfileFilters } from '../types.ts'
import type { CodeScheme } from '../vocabulary.ts'

/** The questions that repositories ask of columns, of code rows and of a profile's city. */
export interface Questions {
  isIn (column: AnyPgColumn, values: readonly string[]): SQL
  hasCode (table: ProfileTable, codes: CodeTable, scheme: CodeScheme, values: readonly string[]): SQL
  hasCity (cityId: AnyPgColumn, condition: SQL): SQL
}

/** Up to here a list is so many parameters, which both planners know better what to do with than with a list in one. */
const fewValues = 300

export const questions = (tables: Tables, dialect: Dialect): Questions => {
  const isIn = (column: AnyPgColumn, values: readonly string[]) => values.length <= fewValues
    ? inArray(column, [...values])
    : dialect.isIn(column, sql.param(dialect.list(values)))
  return {
    isIn,
    hasCode: (table, codes, scheme, values) =>
      sql`exists (select 1 from ${codes} where ${codes.parentId} = ${table.id} and ${codes.scheme} = ${scheme} and ${isIn(codes.code, values)})`,
    hasCity: (cityId, condition) => sql`exists (select 1 from ${tables.cities} where ${tables.cities.id} = ${cityId} and ${condition})`
  }
}

/** What `%`, `_` and `\` mean to LIKE they do not mean here. */
const contains = (column: AnyPgColumn, word: string) => sql`${column} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`

type CommonFilter = 'ownerId' | 'statuses' | 'alsoOwnedBy' | 'languages' | 'words' | 'sample' | 'erased'
type OwnFilter = Exclude<keyof ProfileFilters, CommonFilter>

/** The filters that only some resources can answer. */
type OwnFilters = { readonly [K in OwnFilter]?: (value: NonNullable<ProfileFilters[K]>) => SQL | undefined }

const ownFilters = Object.keys({
  areas: true,
  sdgTargets: true,
  countries: true,
  stages: true,
  solutionKinds: true,
  populationMin: true,
  populationMax: true,
  cityId: true,
  providerId: true,
  providerIds: true,
  solutionId: true,
  challengeId: true,
  cityIds: true,
  solutionIds: true,
  challengeIds: true
} satisfies Record<OwnFilter, true>) as OwnFilter[]

export interface Filtered {
  name: string
  table: ProfileTable
  /** Absent where no field is a list of codes. */
  codes?: CodeTable
  lists: Readonly<Record<string, CodeScheme>>
  filters: OwnFilters
}

const ownCondition = <K extends OwnFilter>(spec: Filtered, name: K, value: NonNullable<ProfileFilters[K]>): SQL | undefined => {
  const filter: OwnFilters[K] = spec.filters[name]
  if (filter === undefined) throw new TypeError(`${spec.name} cannot be filtered by ${name}`)
  return filter(value)
}

/** The rows that pass every filter; an empty list lets nothing pass. Throws a TypeError for a filter that the resource cannot answer. */
export const condition = (spec: Filtered, ask: Questions, filters: ProfileFilters): SQL | undefined => {
  const { table, codes } = spec
  const { ownerId, statuses, alsoOwnedBy, languages, words, sample, erased } = filters
  const conditions: Array<SQL | undefined> = []
  if (ownerId !== undefined) conditions.push(eq(table.ownerId, ownerId))
  if (statuses !== undefined) {
    conditions.push(or(ask.isIn(table.status, statuses), alsoOwnedBy === undefined ? undefined : eq(table.ownerId, alsoOwnedBy)))
  }
  if (languages !== undefined) {
    const listed = codes && Object.values(spec.lists).includes('language') ? ask.hasCode(table, codes, 'language', languages) : undefined
    conditions.push(or(ask.isIn(table.language, languages), listed))
  }
  for (const word of words ?? []) conditions.push(contains(table.search, word))
  if (sample !== undefined) conditions.push(eq(table.sample, sample))
  if (erased !== undefined) conditions.push(erased ? isNotNull(table.erasedAt) : isNull(table.erasedAt))
  for (const name of ownFilters) {
    const value = filters[name]
    if (value !== undefined) conditions.push(ownCondition(spec, name, value))
  }
  return and(...conditions)
}
