import type { JsonObject } from '../../db/index.ts'

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON merge patch, RFC 7396 section 2; neither argument is changed. */
export const mergePatch = (target: unknown, patch: JsonObject): JsonObject => {
  const merged: JsonObject = isObject(target) ? { ...target } : {}
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name]
    else merged[name] = isObject(value) ? mergePatch(merged[name], value) : value
  }
  return merged
}
