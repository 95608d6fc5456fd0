import { z } from 'zod'
import { type ErrorCode, errorTable } from '../errors.ts'
import { type Action, ruleOf } from '../services/policy.ts'
import { problem } from '../schemas/problem.ts'

/** Every operation may answer these. */
const anywhere: readonly ErrorCode[] = ['invalid-key', 'rate-limited', 'internal', 'overloaded']

/** What may be wrong with any JSON body. */
export const bodyProblems = ['bad-json', 'too-large', 'unsupported-type', 'invalid-input'] as const satisfies readonly ErrorCode[]

/** The answer to who has it already. */
export const unchanged = z.undefined().describe('Nothing has changed.')

/** Response schemas for errors, grouped by status, each naming its codes. */
export const problems = (...codes: readonly ErrorCode[]) => {
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of [...codes, ...anywhere]) {
    const { status } = errorTable[code]
    byStatus.set(status, [...byStatus.get(status) ?? [], code])
  }
  return Object.fromEntries([...byStatus].sort(([a], [b]) => a - b).map(([status, of]) => [status, {
    description: of.map((code) => `\`${code}\`: ${errorTable[code].title}.`).join(' '),
    content: { 'application/problem+json': { schema: problem } }
  }]))
}

/** A body of a media type of its own, or JSON. */
export const answer = <T extends z.ZodType>(description: string, schema: T, type = 'application/json') =>
  ({ description, content: { [type]: { schema } } })

/** How one may say who one is, for OpenAPI: what everybody may do takes nothing, what only a person may do takes a session. */
export const securityOf = (action: Action): ReadonlyArray<Record<string, string[]>> => {
  const { allow } = ruleOf(action)
  const named = Object.keys(allow)
  const people = [{ session: [], csrf: [] }]
  if (named.every((relation) => relation === 'person' || relation === 'self')) return people
  const anyone = [{ key: [] }, ...people]
  return 'anybody' in allow ? [{}, ...anyone] : anyone
}
