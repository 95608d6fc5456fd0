import { sql, type Param, type Placeholder, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { CodeTable, Tables } from '../tables/index.ts'

/** The SQL that differs by engine, all of it. */
export interface Dialect {
  /** The codes of one profile as a JSON list of [scheme, code], in their order; of the row's own snapshot, so never torn. */
  codeList (codes: CodeTable, parentId: AnyPgColumn): SQL
  /** Selects the rows that a profile's codes are, in the order of the table's columns, out of a JSON list of [scheme, ordinal, code]. */
  codeRows (parentId: Placeholder, rows: Placeholder): SQL
  /** Whether a column's value is in a list given as one parameter: constant SQL, so it can be prepared and has no limit of variables. */
  isIn (column: AnyPgColumn, list: Placeholder | Param): SQL
  /** A list as the parameter of `isIn`. */
  list (values: readonly string[]): unknown
  /**
   * What a new change's position is given as.
   *
   * SQLite has one writer, so the order of inserts is the order of commits and a rollback takes its numbers back.
   * PostgreSQL leaves it null and numbers afterwards, `numbering`: a counter would make every writer wait for the slowest,
   * and a sequence shows later numbers before earlier ones and leaves gaps.
   */
  newPosition (changes: Tables['changes']): SQL
}

/** In parentheses of its own: drizzle takes the table's name off the columns of a select field's outermost SQL. */
const subquery = (query: SQL) => sql`(${query})`

export const sqliteDialect: Dialect = {
  codeList: (codes, parentId) => subquery(sql`select json_group_array(json_array(${codes.scheme}, ${codes.code}) order by ${codes.scheme}, ${codes.ordinal}) from ${codes} where ${codes.parentId} = ${parentId}`),
  codeRows: (parentId, rows) => sql`select ${parentId}, value ->> 0, value ->> 1, value ->> 2 from json_each(${rows}) where true`,
  isIn: (column, list) => sql`${column} in (select value from json_each(${list}))`,
  list: (values) => JSON.stringify(values),
  newPosition: (changes) => subquery(sql`select coalesce(max(${changes.position}), 0) + 1 from ${changes}`)
}

export const postgresDialect: Dialect = {
  codeList: (codes, parentId) => subquery(sql`select json_agg(json_build_array(${codes.scheme}, ${codes.code}) order by ${codes.scheme}, ${codes.ordinal}) from ${codes} where ${codes.parentId} = ${parentId}`),
  codeRows: (parentId, rows) => sql`select ${parentId}, value ->> 0, (value ->> 1)::bigint, value ->> 2 from json_array_elements(${rows}) as value`,
  isIn: (column, list) => sql`${column} = any(${list})`,
  list: (values) => [...values],
  newPosition: () => sql`null`
}

/** Any number that no other program uses for its advisory locks on the same database. */
const migrationLock = 7_418_002_301
const numberingLock = 7_418_002_302
const retryLock = 7_418_002_303

/**
 * Statements of PostgreSQL that the query builder does not have.
 *
 * `number` continues from the highest position over what is committed and unnumbered, in the order of inserts. It runs
 * READ COMMITTED after `lockNumbering` as a statement of its own, so its snapshot is taken with the lock held and sees
 * every number given before. A change that commits later is numbered later, so nothing appears before what was read.
 */
export const postgresStatements = {
  begin: 'begin isolation level serializable',
  lockRetries: `select pg_advisory_lock(${retryLock})`,
  unlockRetries: `select pg_advisory_unlock(${retryLock})`,
  beginReadCommitted: 'begin isolation level read committed',
  lockNumbering: `select pg_advisory_xact_lock(${numberingLock})`,
  unnumbered: 'select exists (select from changes where position is null) as found',
  number: `
    update changes set position = numbered.position
    from (
      select id, (select coalesce(max(position), 0) from changes) + row_number() over (order by id) as position
      from changes where position is null
    ) as numbered
    where changes.id = numbered.id`,
  migrationsTable: 'create table if not exists schema_migrations (name text primary key, hash text not null, applied_at timestamptz not null)',
  lockMigrations: `select pg_advisory_xact_lock(${migrationLock})`
}
