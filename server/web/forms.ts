import type { FieldError } from '../errors.ts'
import { Problem } from '../errors.ts'
import { listed, type Sent } from './sent.ts'

/** What a form holds and what is wrong with it. */
export interface Filled {
  readonly values: Sent
  readonly problem: Problem | null
}

export const unfilled: Filled = { values: {}, problem: null }

/** A form that is handed back, by its name on the page, with everything that was typed. */
export interface Returned extends Filled {
  readonly form: string
  readonly problem: Problem
}

/** What a form of a page holds: what it was handed back with, else what it starts from. */
export const filledOf = (returned: Returned | null, form: string, fresh: Filled = unfilled): Filled => returned?.form === form ? returned : fresh

/** What went wrong with one field, in the service's words; a field of the body is named by its pointer. Translations of a text are fields of their own. */
export const errorsOf = ({ problem }: Filled, name: string): readonly FieldError[] => {
  const at = `/${name.replaceAll('.', '/')}`
  return problem?.errors.filter(({ pointer }) => pointer === at || (pointer.startsWith(`${at}/`) && !pointer.startsWith(`${at}/translations/`))) ?? []
}

export const valueOf = ({ values }: Filled, name: string): string => valuesOf({ values }, name)[0] ?? ''

export const valuesOf = ({ values }: Pick<Filled, 'values'>, name: string): readonly string[] => listed(values, name)

/** Does something that may be refused. A refusal is returned; anything else is thrown. */
export const attempt = async <T>(work: () => Promise<T>): Promise<{ done: T, problem: null } | { done: null, problem: Problem }> => {
  try {
    return { done: await work(), problem: null }
  } catch (error) {
    if (error instanceof Problem) return { done: null, problem: error }
    throw error
  }
}

/** What is not there, and whoever is not signed in, are pages of their own; every other refusal is shown beside its form. */
const beside = ({ code }: Problem): boolean => code !== 'missing-key' && code !== 'not-found'

/** Does what a form asks for, or hands the form back with what was sent and what was wrong. */
export const tried = async <T>(form: string, sent: Sent, work: () => Promise<T>): Promise<{ done: T, returned: null } | { done: null, returned: Returned }> => {
  const { done, problem } = await attempt(work)
  if (problem === null) return { done, returned: null }
  if (!beside(problem)) throw problem
  return { done: null, returned: { form, values: sent, problem } }
}
