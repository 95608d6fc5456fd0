import { sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Handle } from '../engines/engine.ts'
import type { ProfileFilters, TallyBy } from '../types.ts'
import type { CodeScheme } from '../vocabulary.ts'
import { condition, type Filtered, type Questions } from './filters.ts'

export interface Counted extends Filtered {
  /** The one country that a profile is in; absent where profiles list the countries they serve. */
  country?: SQL | AnyPgColumn
}

type Counts = Map<string, number>
type Regions = ReadonlyMap<string, readonly string[]>

/** The region that each country lies in, of those asked for; null for one that lies in none. */
const regionOf = (regions: Regions): SQL => {
  const cases = [...regions].filter(([, countries]) => countries.length > 0).map(([region, countries]) => sql`when value in ${[...countries]} then ${region}`)
  return cases.length === 0 ? sql`null` : sql`case ${sql.join(cases, sql` `)} end`
}

const summed = (counts: Counts, regions: Regions): Counts =>
  new Map([...regions].map(([region, countries]) => [region, countries.reduce((sum, country) => sum + (counts.get(country) ?? 0), 0)] as const).filter(([, sum]) => sum > 0))

/** How many profiles have each value. `columns` are the fields that can be counted by. */
export const tally = (handle: Handle, spec: Counted, ask: Questions, columns: Readonly<Record<string, AnyPgColumn>>) => async (filters: ProfileFilters, by: TallyBy): Promise<Counts> => {
  const { name, table, codes, country } = spec
  const own = condition(spec, ask, filters) ?? sql`true`

  // Each of these selects a profile's id with each value that it has, once.
  const ofColumn = (column: SQL | AnyPgColumn): SQL => sql`select ${table.id} as id, ${column} as value from ${table} where ${own}`
  const ofCodes = (scheme: CodeScheme): SQL => {
    if (codes === undefined) throw new TypeError(`${name} has no code lists`)
    return sql`select ${table.id} as id, ${codes.code} as value from ${codes} inner join ${table} on ${table.id} = ${codes.parentId} where ${codes.scheme} = ${scheme} and ${own}`
  }
  const ofField = (field: string): SQL => {
    const column = columns[field]
    if (column === undefined) throw new TypeError(`${name} has no column ${field}`)
    return ofColumn(column)
  }
  const ofLanguages = (): SQL => Object.values(spec.lists).includes('language') ? sql`${ofColumn(table.language)} union ${ofCodes('language')}` : ofColumn(table.language)
  const ofCountries = (): SQL => country === undefined ? ofCodes('country') : ofColumn(country)

  const count = async (values: SQL): Promise<Counts> => {
    const rows = await handle.select({ value: sql<string | null>`value`, count: sql<number>`count(*)`.mapWith(Number) }).from(sql`(${values}) as counted`).groupBy(sql`value`)
    return new Map(rows.flatMap(({ value, count }) => value === null ? [] : [[String(value), count]]))
  }

  if (by === 'countries') return count(ofCountries())
  if (by === 'languages') return count(ofLanguages())
  if ('codes' in by) return count(ofCodes(by.codes))
  if ('column' in by) return count(ofField(by.column))
  // Whoever serves several countries of a region counts once. Where each is in one country, sums say the same in a tenth of the time.
  return country === undefined ? count(sql`select distinct id, ${regionOf(by.regions)} as value from (${ofCountries()}) as placed`) : summed(await count(ofCountries()), by.regions)
}
