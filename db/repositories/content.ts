import type { JsonObject } from '../types.ts'
import type { CodeScheme } from '../vocabulary.ts'

/** Where the fields of one resource's content are kept; a path is a field or `object.field`. What is named in neither is JSON. */
export interface ContentPlan {
  /** Table field -> path. */
  columns: Readonly<Record<string, string>>
  /** Path of a list -> scheme of its code rows. */
  lists: Readonly<Record<string, CodeScheme>>
}

export interface StoredContent {
  columns: JsonObject
  /** Ordinals count within the scheme. */
  codes: Array<[scheme: CodeScheme, ordinal: number, code: string]>
  details: JsonObject
}

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Takes the value at a path out of an object whose nested objects are its own. */
const take = (from: JsonObject, path: string): unknown => {
  const dot = path.indexOf('.')
  if (dot >= 0) {
    const inner = from[path.slice(0, dot)]
    return isObject(inner) ? take(inner, path.slice(dot + 1)) : undefined
  }
  const value = from[path]
  delete from[path]
  return value
}

const put = (into: JsonObject, path: string, value: unknown): void => {
  const dot = path.indexOf('.')
  if (dot < 0) {
    into[path] = value
    return
  }
  const head = path.slice(0, dot)
  const inner = into[head]
  if (isObject(inner)) put(inner, path.slice(dot + 1), value)
  else into[head] = { [path.slice(dot + 1)]: value }
}

/** Takes content apart for storing. An object whose fields all have columns leaves `{}` behind, so that it comes back. */
export const splitContent = (content: JsonObject, plan: ContentPlan): StoredContent => {
  const details: JsonObject = {}
  for (const [field, value] of Object.entries(content)) details[field] = isObject(value) ? { ...value } : value
  const columns: JsonObject = {}
  for (const [column, path] of Object.entries(plan.columns)) columns[column] = take(details, path) ?? null
  const codes: StoredContent['codes'] = []
  for (const [path, scheme] of Object.entries(plan.lists)) {
    const list = take(details, path)
    if (Array.isArray(list)) list.forEach((code, ordinal) => codes.push([scheme, ordinal, String(code)]))
  }
  return { columns, codes, details }
}

/** Puts content together again: what was absent stays absent, and so does a code list that was empty. Takes over `details`. */
export const joinContent = (columns: JsonObject, codes: ReadonlyArray<readonly [CodeScheme, string]>, details: JsonObject, plan: ContentPlan): JsonObject => {
  const content = details
  for (const [column, path] of Object.entries(plan.columns)) {
    const value = columns[column]
    if (value !== null && value !== undefined) put(content, path, value)
  }
  for (const [path, scheme] of Object.entries(plan.lists)) {
    const list = codes.filter((code) => code[0] === scheme).map((code) => code[1])
    if (list.length > 0) put(content, path, list)
  }
  return content
}
