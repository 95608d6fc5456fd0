import { sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { ProfileFilters, TallyBy } from '../types.ts'
import type { CodeScheme } from '../vocabulary.ts'
import { condition, type Filtered, type Questions } from './filters.ts'

export interface Counted extends Filtered {
  /** The one country that a profile is in; absent where profiles list the countries they serve. */
  country?: SQL | AnyPgColumn
}

/** The region that each country lies in, of those asked for; null for one that lies in none. */
const regionOf = (regions: ReadonlyMap<string, readonly string[]>): SQL => {
  const cases = [...regions].filter(([, countries]) => countries.length > 0).map(([region, countries]) => sql`when value in ${[...countries]} then ${region}`)
  return cases.length === 0 ? sql`null` : sql`case ${sql.join(cases, sql` `)} end`
}

/** Selects what is counted: each profile's id with each value it has, once. */
export const valuesOf = (spec: Counted, ask: Questions, filters: ProfileFilters, by: TallyBy, columns: Readonly<Record<string, AnyPgColumn>>): SQL => {
  const { name, table, codes } = spec
  const own = condition(spec, ask, filters) ?? sql`true`
  const ofColumn = (column: SQL | AnyPgColumn): SQL => sql`select ${table.id} as id, ${column} as value from ${table} where ${own}`
  const ofCodes = (scheme: CodeScheme): SQL => {
    if (codes === undefined) throw new TypeError(`${name} has no code lists`)
    return sql`select ${table.id} as id, ${codes.code} as value from ${codes} inner join ${table} on ${table.id} = ${codes.parentId} where ${codes.scheme} = ${scheme} and ${own}`
  }
  const ofCountries = (): SQL => spec.country === undefined ? ofCodes('country') : ofColumn(spec.country)
  if (by === 'countries') return ofCountries()
  if (by === 'languages') return Object.values(spec.lists).includes('language') ? sql`${ofColumn(table.language)} union ${ofCodes('language')}` : ofColumn(table.language)
  if ('regions' in by) return sql`select distinct id, ${regionOf(by.regions)} as value from (${ofCountries()}) as placed`
  if ('codes' in by) return ofCodes(by.codes)
  const column = columns[by.column]
  if (column === undefined) throw new TypeError(`${name} has no column ${by.column}`)
  return ofColumn(column)
}
