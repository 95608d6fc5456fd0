import { and, asc, desc, eq, getTableColumns, sql, type Placeholder } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Dialect } from '../engines/dialect.ts'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { Derived, ListQuery, ProfileFilters, ProfileRecord, ProfileRepository } from '../types.ts'
import type { CodeScheme } from '../vocabulary.ts'
import { joinContent, splitContent, type ContentPlan, type StoredContent } from './content.ts'
import { condition, questions, type Questions } from './filters.ts'
import { tally, type Counted } from './tallies.ts'

/** What one resource's repository differs by. */
interface ProfileSpec extends ContentPlan, Counted {}

/** A resource's spec over one engine's tables. */
export type ProfileSpecOf = (tables: Tables, ask: Questions) => ProfileSpec

type Codes = Array<readonly [CodeScheme, string]>

/** SQLite gives the list as text, PostgreSQL as what it says. */
const decodeCodes = (value: unknown): Codes => typeof value === 'string' ? JSON.parse(value) : value as Codes

const selection = ({ table, codes, columns }: ProfileSpec, dialect: Dialect) => {
  const all: Record<string, AnyPgColumn> = getTableColumns(table)
  const own: Record<string, AnyPgColumn> = {}
  for (const name of Object.keys(columns)) {
    const column = all[name]
    if (column === undefined) throw new TypeError(`no column ${name}`)
    own[name] = column
  }
  return {
    id: table.id,
    ownerId: table.ownerId,
    externalId: table.externalId,
    status: table.status,
    version: table.version,
    sample: table.sample,
    createdAt: table.createdAt,
    updatedAt: table.updatedAt,
    publishedAt: table.publishedAt,
    closedAt: table.closedAt,
    erasedAt: table.erasedAt,
    contact: table.contact,
    label: table.label,
    details: table.details,
    own,
    codes: codes === undefined ? sql<null>`null` : sql<Codes | null>`${dialect.codeList(codes, table.id)}`.mapWith(decodeCodes)
  }
}

const toRow = (record: ProfileRecord, derived: Derived, spec: ProfileSpec) => {
  const { content, ...kept } = record
  const { columns, codes, details } = splitContent(content, spec)
  return { row: { ...kept, ...derived, details, ...columns }, codes }
}

/** A repository of one resource on one handle; its frequent statements are prepared there on first use. */
export const profileRepository = (handle: Handle, tables: Tables, dialect: Dialect, specOf: ProfileSpecOf): ProfileRepository => {
  const ask = questions(tables, dialect)
  const spec = specOf(tables, ask)
  const { name, table, codes } = spec
  const fields = selection(spec, dialect)
  const query = () => handle.select(fields).from(table)
  const toRecord = ({ own, codes, details, label, ...kept }: Awaited<ReturnType<typeof query>>[number]): ProfileRecord =>
    ({ ...kept, content: joinContent(own, codes ?? [], details, spec) })

  const placeholders: Record<string, Placeholder> = {}
  for (const column of Object.keys(getTableColumns(table))) placeholders[column] = sql.placeholder(column)

  const prepared = {
    find: once(() => query().where(eq(table.id, sql.placeholder('id'))).prepare(`${name}_find`)),
    findMany: once(() => query().where(dialect.isIn(table.id, sql.placeholder('ids'))).prepare(`${name}_find_many`)),
    findByExternalIds: once(() => query().where(and(eq(table.ownerId, sql.placeholder('ownerId')), dialect.isIn(table.externalId, sql.placeholder('externalIds'))))
      .prepare(`${name}_find_by_external_ids`)),
    insert: once(() => handle.insert(table).values(placeholders as never).prepare(`${name}_insert`)),
    replace: once(() => handle.update(table).set(placeholders).where(and(eq(table.id, sql.placeholder('id')), eq(table.version, sql.placeholder('replaces'))))
      .returning({ id: table.id }).prepare(`${name}_replace`)),
    insertCodes: once(() => codes && handle.insert(codes).select(dialect.codeRows(sql.placeholder('id'), sql.placeholder('rows'))).prepare(`${name}_insert_codes`)),
    removeCodes: once(() => codes && handle.delete(codes).where(eq(codes.parentId, sql.placeholder('id'))).prepare(`${name}_remove_codes`))
  }
  const insertCodes = async (id: string, rows: StoredContent['codes']) => {
    if (rows.length > 0) await prepared.insertCodes()?.execute({ id, rows: JSON.stringify(rows) })
  }

  return {
    find: async (id) => {
      const [row] = await prepared.find().execute({ id })
      return row && toRecord(row)
    },
    findMany: async (ids) => {
      if (ids.length === 0) return []
      return (await prepared.findMany().execute({ ids: dialect.list(ids) })).map(toRecord)
    },
    findByExternalIds: async (ownerId, externalIds) => {
      if (externalIds.length === 0) return []
      return (await prepared.findByExternalIds().execute({ ownerId, externalIds: dialect.list(externalIds) })).map(toRecord)
    },
    list: async ({ filters, sort, descending, limit, after }: ListQuery) => {
      if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new RangeError('limit must be 1 to 1000')
      const column = { updated: table.updatedAt, created: table.createdAt, label: table.label }[sort]
      const beyond = after && sql`(${column}, ${table.id}) ${sql.raw(descending ? '<' : '>')} (${sql.param(sort === 'label' ? after.value : instantOf(after.value), column)}, ${after.id})`
      const direction = descending ? desc : asc
      const rows = await query().where(and(condition(spec, ask, filters), beyond)).orderBy(direction(column), direction(table.id)).limit(limit + 1)
      const last = rows.length > limit ? rows[limit - 1] : undefined
      const records = rows.slice(0, limit).map(toRecord)
      if (last === undefined) return { records }
      const value = { updated: () => last.updatedAt.toISOString(), created: () => last.createdAt.toISOString(), label: () => last.label }[sort]()
      return { records, next: { value, id: last.id } }
    },
    count: async (filters: ProfileFilters) => {
      const [row] = await handle.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(table).where(condition(spec, ask, filters))
      return row?.count ?? 0
    },
    tally: tally(handle, spec, ask, fields.own),
    insert: async (record, derived) => {
      const { row, codes } = toRow(record, derived, spec)
      await prepared.insert().execute(row)
      await insertCodes(record.id, codes)
    },
    replace: async (record, derived) => {
      const { row, codes } = toRow(record, derived, spec)
      const replaced = await prepared.replace().execute({ ...row, replaces: record.version - 1 })
      if (replaced.length === 0) return false
      await prepared.removeCodes()?.execute({ id: record.id })
      await insertCodes(record.id, codes)
      return true
    }
  }
}

const instantOf = (value: string): Date => {
  const instant = new Date(value)
  if (Number.isNaN(instant.getTime())) throw new RangeError('the sort value to go on from is not an instant')
  return instant
}

const once = <T>(make: () => T): () => T => {
  let made: T | undefined
  return () => (made ??= make())
}
