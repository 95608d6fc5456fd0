import type { FastifyReply, FastifyRequest } from 'fastify'
import { h, type JSX } from 'preact'
import { NotSecretariat } from '../../pages/secretariat/frame.tsx'
import type { Returned } from '../../forms.ts'
import { sendOwn } from '../../render.ts'
import { may, toSignIn, type Visit, type Visits } from '../../visit.ts'

export type ShowOffice = (request: FastifyRequest, reply: FastifyReply, at: string, returned: Returned | null, make: (visit: Visit) => Promise<JSX.Element>) => Promise<FastifyReply>

/** Shows a page of the secretariat to who acts for it, and a page that says so to everybody else. */
export const createShowOffice = (visits: Visits): ShowOffice => async (request, reply, at, returned, make) => {
  const visit = await visits(request)
  if (visit.member === null) return toSignIn(reply, { ...visit, path: request.method === 'GET' ? visit.path : at })
  const shown: Visit = request.method === 'GET' ? visit : { ...visit, path: at }
  if (!may(visit, 'admin')) return sendOwn(reply, h(NotSecretariat, { visit: shown }), null, 403)
  return sendOwn(reply, await make(shown), returned?.problem)
}
