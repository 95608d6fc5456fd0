import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Problem } from '../errors.ts'
import { attempt, type Filled, unfilled } from './forms.ts'

/** What a form sent: text, and lists where a name came more than once. */
export type Sent = Readonly<Record<string, string | readonly string[] | undefined>>

const form = z.record(z.string(), z.union([z.string(), z.array(z.string())])).catch({})

export const sentBy = ({ body }: FastifyRequest): Sent => form.parse(body ?? {})

/** A field that was filled in. */
export const said = (sent: Sent, name: string): string | undefined => {
  const value = sent[name]
  const first = typeof value === 'string' ? value : value?.[0]
  return first === undefined || first.trim() === '' ? undefined : first
}

export const listed = (sent: Sent, name: string): readonly string[] => {
  const value = sent[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** A form that comes back with what was wrong, by its name on the page. */
export interface Returned {
  readonly form: string
  readonly filled: Filled
}

export const filledOf = (returned: Returned | null, form: string, fresh: Filled = unfilled): Filled => returned?.form === form ? returned.filled : fresh

/** What is not there, and whoever is not signed in, are pages of their own; every other refusal is shown beside its form. */
const beside = ({ status }: Problem): boolean => status !== 401 && status !== 404

/** Does what a form asks for, or hands the form back with what was sent and what was wrong. */
export const tried = async <T>(name: string, sent: Sent, work: () => Promise<T>): Promise<{ done: T, returned: null } | { done: null, returned: Returned }> => {
  const { done, problem } = await attempt(work)
  if (problem === null) return { done: done as T, returned: null }
  if (!beside(problem)) throw problem
  return { done: null, returned: { form: name, filled: { values: sent, problem } } }
}
