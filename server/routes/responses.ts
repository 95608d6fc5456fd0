import type { z } from 'zod'
import { type ErrorCode, errorTable } from '../errors.ts'
import { problem } from '../schemas/problem.ts'

/** Every operation may answer these. */
const anywhere: readonly ErrorCode[] = ['invalid-key', 'rate-limited', 'internal', 'overloaded']

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

/** Anybody may call it, and a key is welcome; or a key is needed. */
export const openToAll: ReadonlyArray<Record<string, string[]>> = [{}, { key: [] }]
export const keyNeeded: ReadonlyArray<Record<string, string[]>> = [{ key: [] }]
