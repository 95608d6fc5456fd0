import type { z } from 'zod'
import { Problem } from '../errors.ts'
import { fieldErrors } from './issues.ts'

/**
 * A body by its schema, where it did not come in as a request's own.
 * @throws {Problem} `invalid-input` with what is wrong, field by field
 */
export const checked = <S extends z.ZodType>(schema: S, body: unknown): z.output<S> => {
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new Problem('invalid-input', undefined, fieldErrors(parsed.error, 'body'))
  return parsed.data
}
