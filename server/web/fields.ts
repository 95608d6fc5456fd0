import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Problem } from '../errors.ts'
import { fieldErrors } from '../schemas/issues.ts'

/** What a form of a page sends: names and texts, whatever they are worth. */
export const formFields = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** A form's fields as one text each. */
export const fieldsOf = (request: FastifyRequest): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(Object.entries(formFields.parse(request.body ?? {})).map(([name, value]) => [name, typeof value === 'string' ? value : value[0]]))

/** The token of a link. */
export const linkQuery = z.object({ token: z.string().max(200).optional() })

/**
 * A body as the API takes it, made of a form's fields.
 * @throws {Problem} `invalid-input`
 */
export const bodyOf = <T>(schema: z.ZodType<T>, fields: unknown): T => {
  const parsed = schema.safeParse(fields)
  if (!parsed.success) throw new Problem('invalid-input', undefined, fieldErrors(parsed.error, 'body'))
  return parsed.data
}
