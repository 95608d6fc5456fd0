import { z } from 'zod'

const unwrapped = (schema: z.ZodType): z.ZodType => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) return unwrapped(schema.unwrap() as z.ZodType)
  return schema
}

/** The schema at a path of field names, or undefined where there is none. */
export const schemaAt = (schema: z.ZodType, path: readonly string[]): z.ZodType | undefined => {
  const [name, ...rest] = path
  if (name === undefined) return unwrapped(schema)
  const inner = unwrapped(schema)
  if (inner instanceof z.ZodObject) return Object.hasOwn(inner.shape, name) ? schemaAt(inner.shape[name] as z.ZodType, rest) : undefined
  if (inner instanceof z.ZodUnion) {
    for (const option of inner.options) {
      const found = schemaAt(option as z.ZodType, path)
      if (found !== undefined) return found
    }
  }
  return undefined
}

export const isCodeList = (schema: z.ZodType): boolean => {
  const inner = unwrapped(schema)
  if (!(inner instanceof z.ZodArray)) return false
  const element = unwrapped(inner.element as z.ZodType)
  return !(element instanceof z.ZodObject) && !(element instanceof z.ZodUnion)
}

/**
 * What a schema would take a written value for: query parameters and CSV cells are text, schemas say of what.
 * What cannot be so taken is left as it is, for the schema to refuse with its own words.
 * @param separator between the values of a list
 */
export const typedText = (schema: z.ZodType, value: string, separator: string): unknown => {
  const inner = unwrapped(schema)
  if (inner instanceof z.ZodNumber) return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value.trim()) ? Number(value) : value
  if (inner instanceof z.ZodBoolean) return value === 'true' ? true : value === 'false' ? false : value
  if (inner instanceof z.ZodArray && isCodeList(inner) && !value.trimStart().startsWith('[')) {
    return value.split(separator).map((item) => typedText(inner.element as z.ZodType, item.trim(), separator))
  }
  if (inner instanceof z.ZodArray || inner instanceof z.ZodObject) {
    try {
      return JSON.parse(value)
    } catch {
      return value
    }
  }
  return value
}
