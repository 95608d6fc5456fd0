import type { JsonObject } from '../../../db/index.ts'

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands at a path such as `budget.min`. */
export const at = (content: JsonObject, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => isObject(value) ? value[name] : undefined, content)

/** The content with something else at a path; a group of fields that is left without any goes. Nothing is changed in place. */
export const withAt = (content: JsonObject, path: string, value: unknown): JsonObject => {
  const [name = '', ...rest] = path.split('.')
  const { [name]: before, ...others } = content
  const after = rest.length === 0 ? value : withAt(isObject(before) ? before : {}, rest.join('.'), value)
  const empty = after === undefined || (rest.length > 0 && isObject(after) && Object.keys(after).length === 0)
  return empty ? others : { ...content, [name]: after }
}
