import { z } from 'zod'
import { Problem } from '../../../errors.ts'
import { fieldErrors } from '../../../schemas/issues.ts'
import { attempt, type Filled } from '../../forms.ts'

/** A form as it comes: names with what was typed; a name that stands several times is a list. */
export const formBody = z.preprocess((body) => body ?? {}, z.record(z.string(), z.union([z.string(), z.array(z.string())])))
export type FormBody = z.output<typeof formBody>

export const one = (body: FormBody, name: string): string | undefined => {
  const value = Object.hasOwn(body, name) ? body[name] : undefined
  const first = Array.isArray(value) ? value[0] : value
  return first === undefined || first.trim() === '' ? undefined : first
}

export const many = (body: FormBody, name: string): string[] => {
  const value = Object.hasOwn(body, name) ? body[name] : undefined
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

/** @throws {Problem} `invalid-input`, by the API's own schema */
export const checked = <T extends z.ZodType>(schema: T, body: unknown): z.output<T> => {
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new Problem('invalid-input', undefined, fieldErrors(parsed.error, 'body'))
  return parsed.data
}

/** Does what a form asks for; a refusal is for the form to be shown again with what was typed, unless there is nothing to show it about. */
export const attemptForm = async <T>(values: FormBody, work: () => Promise<T>): Promise<{ done: T, filled: null } | { done: null, filled: Filled & { problem: Problem } }> => {
  const { done, problem } = await attempt(work)
  if (problem === null) return { done, filled: null }
  if (problem.code === 'not-found') throw problem
  return { done: null, filled: { values, problem } }
}
