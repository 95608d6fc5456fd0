import type { FieldError } from '../errors.ts'
import { Problem } from '../errors.ts'

/** What a form held and what was wrong with it: shown again with everything that was typed. */
export interface Filled {
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly problem: Problem | null
}

export const unfilled: Filled = { values: {}, problem: null }

/** What went wrong with one field, in the service's words; a field of the body is named by its pointer. */
export const errorsOf = ({ problem }: Filled, name: string): readonly FieldError[] =>
  problem?.errors.filter(({ pointer }) => pointer === `/${name.replaceAll('.', '/')}` || pointer.startsWith(`/${name.replaceAll('.', '/')}/`)) ?? []

export const valueOf = ({ values }: Filled, name: string): string => {
  const value = values[name]
  return typeof value === 'string' ? value : value?.[0] ?? ''
}

export const valuesOf = ({ values }: Filled, name: string): readonly string[] => {
  const value = values[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** Does what a form asks for. A refusal is returned, for the form to be shown again; anything else is thrown. */
export const attempt = async <T>(work: () => Promise<T>): Promise<{ done: T, problem: null } | { done: null, problem: Problem }> => {
  try {
    return { done: await work(), problem: null }
  } catch (error) {
    if (error instanceof Problem) return { done: null, problem: error }
    throw error
  }
}
