import type { z } from 'zod'
import { type FieldError, type Place, pointer } from '../errors.ts'
import { fieldError, isPlain } from '../faults.ts'

type Issue = z.core.$ZodIssue

/** Of a union's branches, the one that got furthest: a wrong kind of value says less than what is wrong inside the right kind. */
const best = (branches: ReadonlyArray<readonly Issue[]>): readonly Issue[] => {
  const depth = (issues: readonly Issue[]) => issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0) ? -1 : Math.max(0, ...issues.map((issue) => issue.path.length))
  return branches.toSorted((a, b) => depth(b) - depth(a))[0] ?? []
}

const formats = ['email', 'url', 'date', 'datetime'] as const

/** What is wrong, by rule; what no rule names is for programs only. */
const faultOf = (issue: Issue, path: readonly PropertyKey[], place: Place): FieldError => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined && issue.message.includes('received undefined')) return fieldError(place, path, 'required', {})
      if (issue.expected === 'int') return fieldError(place, path, 'whole', {})
      return issue.expected === 'number' ? fieldError(place, path, 'number', {}) : fieldError(place, path, 'type', { expected: issue.expected })
    case 'invalid_value':
      return fieldError(place, path, 'one-of', { options: issue.values.map(String) })
    case 'too_small': {
      const least = Number(issue.minimum)
      if (issue.origin === 'string') return least === 1 ? fieldError(place, path, 'empty', {}) : fieldError(place, path, 'too-short', { count: least })
      return issue.origin === 'array' ? fieldError(place, path, 'too-few', { count: least }) : fieldError(place, path, 'too-low', { limit: least })
    }
    case 'too_big': {
      const most = Number(issue.maximum)
      if (issue.origin === 'string') return fieldError(place, path, 'too-long', { count: most })
      return issue.origin === 'array' ? fieldError(place, path, 'too-many', { count: most }) : fieldError(place, path, 'too-high', { limit: most })
    }
    case 'custom':
      if (issue.message === 'crossed') return fieldError(place, path, 'crossed', { low: String(issue.params?.['low']) })
  }
  if (isPlain(issue.message)) return fieldError(place, path, issue.message, {})
  if (issue.code === 'invalid_format' && issue.message.startsWith('Invalid')) {
    const format = formats.find((name) => name === issue.format)
    return format === undefined ? fieldError(place, path, 'format', { format: issue.format }) : fieldError(place, path, format, {})
  }
  return { in: place, pointer: pointer(path), code: issue.code, detail: issue.message }
}

const flatten = (issue: Issue, prefix: readonly PropertyKey[], place: Place): FieldError[] => {
  const path = [...prefix, ...issue.path]
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return best(issue.errors).flatMap((inner) => flatten(inner, path, place))
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => fieldError(place, [...path, key], 'unknown-field', {}))
  return [faultOf(issue, path, place)]
}

/** One entry a wrong field, in the order of the fields. */
export const fieldErrors = (error: z.core.$ZodError, place: Place): FieldError[] =>
  error.issues.flatMap((issue) => flatten(issue, [], place))
