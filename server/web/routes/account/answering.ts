import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Problem } from '../../../errors.ts'
import type { Returned } from '../../forms.ts'
import { ownPath, type Visit, type Visits } from '../../visit.ts'

/** The token of a link. */
export const linkQuery = z.object({ token: z.string().max(200).optional() })

/** A form that is handed back. A recovery code is typed into the field for codes. */
export const refilled = ({ problem: { code, message, errors, headers, refused }, ...returned }: Returned): Returned =>
  ({ ...returned, problem: new Problem(code, message, errors.map((error) => ({ ...error, pointer: error.pointer.replace('/recoveryCode', '/code') })), headers, refused) })

/** A look at a page as it is after a form was sent to it: whoever changes the language there comes back to the page. */
export const visitAt = async (visits: Visits, request: FastifyRequest, path: string): Promise<Visit> => ({ ...await visits(request), path })

/** Where to go after signing in: never to signing in or up, but to where these lead on to. */
export const wayBack = (back: string | undefined): string => {
  let path = ownPath(back)
  for (let depth = 0; /^\/sign-(in|up)\b/.test(path) && depth < 5; depth += 1) path = ownPath(new URL(path, 'http://here.invalid').searchParams.get('back') ?? undefined)
  return /^\/sign-(in|up)\b/.test(path) ? '/' : path
}
