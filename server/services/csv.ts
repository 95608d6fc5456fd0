import { z } from 'zod'
import type { JsonObject } from '../../db/index.ts'
import type { Resource } from '../../db/vocabulary.ts'
import { resourceSchemas } from '../schemas/resource.ts'
import { isTextInput } from '../schemas/text.ts'
import { isCodeList, schemaAt, typedText } from './typed-text.ts'

/** Between the values of a list in one cell. */
const listSeparator = ';'

/** A cell that a spreadsheet would take for a formula is led by an apostrophe on the way out; it is taken off on the way in. */
const formulaStart = /^[=+\-@\t\r]/
const shielded = (value: string): string => formulaStart.test(value) ? `'${value}` : value
const unshielded = (value: string): string => value.startsWith("'") && formulaStart.test(value.slice(1)) ? value.slice(1) : value

const unwrapped = (schema: z.ZodType): z.ZodType => schema instanceof z.ZodOptional ? unwrapped(schema.unwrap() as z.ZodType) : schema

const columnsOf = (schema: z.ZodType, path: string): string[] => {
  const inner = unwrapped(schema)
  if (isTextInput(inner)) return [path, `${path}.language`, `${path}.origin`, `${path}.translations`]
  if (inner instanceof z.ZodObject) return Object.entries(inner.shape).flatMap(([name, field]) => columnsOf(field as z.ZodType, `${path}.${name}`))
  return [path]
}

/** Columns of a resource's CSV: a text is its words, with its language, origin and translations beside it; groups of fields are written with a dot. */
export const csvColumns = (resource: Resource): string[] => [
  'id', ...Object.entries((resourceSchemas[resource].body as z.ZodObject).shape).flatMap(([name, field]) => columnsOf(field as z.ZodType, name))
]

/** A value as a cell: nothing that a spreadsheet would run, lists joined, objects as JSON. */
export const csvCell = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return shielded(value)
  if (Array.isArray(value)) {
    if (value.length === 0) return ''
    return value.every((item) => typeof item === 'string' && !item.includes(listSeparator) && !item.startsWith('[')) ? shielded(value.join(listSeparator)) : JSON.stringify(value)
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, name) => typeof inner === 'object' && inner !== null ? (inner as JsonObject)[name] : undefined, value)

/** A presented profile as the cells of its columns. */
export const csvRow = (columns: readonly string[], profile: JsonObject): string[] => columns.map((column) => {
  const value = valueAt(profile, column.split('.'))
  const isText = typeof value === 'object' && value !== null && 'translations' in value && 'text' in value
  return csvCell(isText ? value.text : value)
})

/** Why a header is not usable, or undefined when it is. */
export const headerError = (resource: Resource, columns: readonly string[]): { column: string, detail: string } | undefined => {
  const known = new Set(csvColumns(resource))
  const seen = new Set<string>()
  for (const column of columns) {
    if (!known.has(column)) return { column, detail: `is not a column of ${resource}` }
    if (seen.has(column)) return { column, detail: 'stands twice' }
    seen.add(column)
  }
  return undefined
}

/** The body that a row's cells say; empty cells say nothing. */
export const csvBody = (resource: Resource, columns: readonly string[], cells: readonly string[]): JsonObject => {
  const body: JsonObject = {}
  const schema = resourceSchemas[resource].body
  for (const [index, column] of columns.entries()) {
    const written = unshielded(cells[index] ?? '')
    if (written === '') continue
    const path = column.split('.')
    const at = schemaAt(schema, path)
    const text = at !== undefined && isTextInput(at)
    const value = at === undefined || text ? written : typedText(at, written, isCodeList(at) ? listSeparator : '')
    let holder = body
    for (const name of path.slice(0, -1)) holder = (holder[name] ??= {}) as JsonObject
    const last = path.at(-1) ?? column
    if (text) holder[last] = { ...(holder[last] as JsonObject | undefined), text: value }
    else holder[last] = value
  }
  return body
}
