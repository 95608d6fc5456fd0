import type { FastifyReply, FastifyRequest } from 'fastify'
import { h, type JSX } from 'preact'
import type { Acting } from '../../pages/organisation/frame.tsx'
import { NoOrganisation } from '../../pages/organisation/none.tsx'
import { sendOwn } from '../../render.ts'
import type { Returned } from '../../forms.ts'
import { toSignIn, type Visit, type Visits } from '../../visit.ts'

export type Show = (request: FastifyRequest, reply: FastifyReply, at: string, returned: Returned | null, make: (visit: Visit, acting: Acting) => Promise<JSX.Element>) => Promise<FastifyReply>

/** Shows a page of the organisation acted for, or the way to one. A form that comes back is shown as the page at `at` would be. */
export const createShow = (visits: Visits): Show => async (request, reply, at, returned, make) => {
  const visit = await visits(request)
  if (visit.member === null) return toSignIn(reply, { ...visit, path: request.method === 'GET' ? visit.path : at })
  const shown: Visit = request.method === 'GET' ? visit : { ...visit, path: at }
  const acting = visit.member.organisation
  return sendOwn(reply, acting === null ? h(NoOrganisation, { visit: shown, returned }) : await make(shown, acting), returned?.problem)
}

/** Back to a page that says what was done. */
export const doneAt = (reply: FastifyReply, at: string, done: string): FastifyReply => reply.redirect(`${at}?done=${done}`, 303)
