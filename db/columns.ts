import * as postgres from 'drizzle-orm/pg-core'
import * as sqlite from 'drizzle-orm/sqlite-core'

/**
 * The column vocabulary: each kind of column once in either engine's spelling, with the same TypeScript type out.
 *
 * Every kind is a custom type, because drizzle hands a null that fills a placeholder of a prepared statement to the
 * column's encoder (0.45): each encoder here passes null on.
 */

const encoded = <T, D>(encode: (value: T) => D) => (value: T): D => value === null ? value as never : encode(value)

/** `C` orders by code point, as SQLite does, whatever the database's locale, and compares fastest. */
const postgresText = 'text COLLATE "C"'

export const postgresColumns = {
  table: postgres.pgTable,
  index: postgres.index,
  uniqueIndex: postgres.uniqueIndex,
  check: postgres.check,
  primaryKey: postgres.primaryKey,

  /** Numbered from 1 by the engine, in the order of inserts. */
  serial: (name: string) => postgres.bigserial(name, { mode: 'number' }).primaryKey(),
  text: postgres.customType<{ data: string }>({ dataType: () => postgresText }),
  oneOf: <T extends string>(name: string, _values: readonly T[]) => postgres.customType<{ data: T }>({ dataType: () => postgresText })(name),
  /** Exact to 2^53. */
  integer: postgres.customType<{ data: number, driverData: string | number }>({ dataType: () => 'bigint', fromDriver: Number }),
  real: postgres.customType<{ data: number }>({ dataType: () => 'double precision' }),
  flag: postgres.customType<{ data: boolean }>({ dataType: () => 'boolean' }),
  /** To the millisecond. */
  instant: postgres.customType<{ data: Date, driverData: string }>({
    dataType: () => 'timestamp (3) with time zone',
    toDriver: encoded((value: Date) => value.toISOString()),
    fromDriver: (value) => new Date(value)
  }),
  /** `json`, not `jsonb`: kept as written, key order and all, and cheaper to write. Queries take no more than titles out of it. */
  json: <T>(name: string) => postgres.customType<{ data: T, driverData: string | T }>({
    dataType: () => 'json',
    toDriver: encoded((value: T) => JSON.stringify(value)),
    fromDriver: (value) => value as T
  })(name),
  bytes: postgres.customType<{ data: Buffer }>({ dataType: () => 'bytea' })
}

export type Columns = typeof postgresColumns

export const sqliteColumns = {
  table: sqlite.sqliteTable,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  check: sqlite.check,
  primaryKey: sqlite.primaryKey,

  serial: (name: string) => sqlite.integer(name).primaryKey({ autoIncrement: true }),
  text: sqlite.customType<{ data: string }>({ dataType: () => 'text' }),
  oneOf: <T extends string>(name: string, _values: readonly T[]) => sqlite.customType<{ data: T }>({ dataType: () => 'text' })(name),
  integer: sqlite.customType<{ data: number }>({ dataType: () => 'integer' }),
  real: sqlite.customType<{ data: number }>({ dataType: () => 'real' }),
  flag: sqlite.customType<{ data: boolean, driverData: number }>({
    dataType: () => 'integer',
    toDriver: encoded((value: boolean) => value ? 1 : 0),
    fromDriver: (value) => value === 1
  }),
  /** Milliseconds since 1970. */
  instant: sqlite.customType<{ data: Date, driverData: number }>({
    dataType: () => 'integer',
    toDriver: encoded((value: Date) => value.getTime()),
    fromDriver: (value) => new Date(value)
  }),
  json: <T>(name: string) => sqlite.customType<{ data: T, driverData: string }>({
    dataType: () => 'text',
    toDriver: encoded((value: T) => JSON.stringify(value)),
    fromDriver: (value) => JSON.parse(value)
  })(name),
  bytes: sqlite.customType<{ data: Buffer }>({ dataType: () => 'blob' })
}
