import type { z } from 'zod'
import { type FieldError, type Place, pointer } from '../errors.ts'

type Issue = z.core.$ZodIssue

/** Of a union's branches, the one that got furthest: a wrong kind of value says less than what is wrong inside the right kind. */
const best = (branches: ReadonlyArray<readonly Issue[]>): readonly Issue[] => {
  const depth = (issues: readonly Issue[]) => issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0) ? -1 : Math.max(0, ...issues.map((issue) => issue.path.length))
  return branches.toSorted((a, b) => depth(b) - depth(a))[0] ?? []
}

const say = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('received undefined') ? 'is required' : `must be ${issue.expected === 'int' ? 'a whole number' : `of type ${issue.expected}`}`
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1 ? 'must not be empty' : `must have at least ${String(issue.minimum)}${issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' values' : ''}`.replace(/^must have at least (\S+)$/, 'must be at least $1')
    case 'too_big':
      return `must have at most ${String(issue.maximum)}${issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' values' : ''}`.replace(/^must have at most (\S+)$/, 'must be at most $1')
    case 'invalid_format':
      return issue.message.startsWith('Invalid') ? `is not a valid ${issue.format}` : issue.message
    default:
      return issue.message
  }
}

const flatten = (issue: Issue, prefix: readonly PropertyKey[], place: Place): FieldError[] => {
  const path = [...prefix, ...issue.path]
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return best(issue.errors).flatMap((inner) => flatten(inner, path, place))
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ in: place, pointer: pointer([...path, key]), code: 'unrecognized_key', detail: 'is not a field of this' }))
  return [{ in: place, pointer: pointer(path), code: issue.code, detail: say(issue) }]
}

/** One entry a wrong field, in the order of the fields. */
export const fieldErrors = (error: z.core.$ZodError, place: Place): FieldError[] =>
  error.issues.flatMap((issue) => flatten(issue, [], place))
