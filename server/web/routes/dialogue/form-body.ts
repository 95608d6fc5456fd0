import { z } from 'zod'
import type { Problem } from '../../../errors.ts'
import { attempt, type Filled } from '../../forms.ts'

/** A form as it comes: names with what was typed; a name that stands several times is a list. */
export const formBody = z.preprocess((body) => body ?? {}, z.record(z.string(), z.union([z.string(), z.array(z.string())])))
export type FormBody = z.output<typeof formBody>

/** Does what a form asks for; a refusal is for the form to be shown again with what was typed, unless there is nothing to show it about. */
export const attemptForm = async <T>(values: FormBody, work: () => Promise<T>): Promise<{ done: T, filled: null } | { done: null, filled: Filled & { problem: Problem } }> => {
  const { done, problem } = await attempt(work)
  if (problem === null) return { done, filled: null }
  if (problem.code === 'not-found') throw problem
  return { done: null, filled: { values, problem } }
}
