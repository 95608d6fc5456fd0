import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { h } from 'preact'
import type { z } from 'zod'
import type { Problem } from '../../../errors.ts'
import { acceptance } from '../../../schemas/invitations.ts'
import { organisationBody } from '../../../schemas/organisations.ts'
import type { Services } from '../../../services/index.ts'
import { attempt, tried, unfilled } from '../../forms.ts'
import { FoundOrganisation, InvitationPage } from '../../pages/account/joining.tsx'
import { said, sentBy } from '../../sent.ts'
import { sendOwn } from '../../render.ts'
import { toSignIn, type Visit, type Visits } from '../../visit.ts'
import { linkQuery, refilled, visitAt } from './answering.ts'
import { checked } from '../../../schemas/checked.ts'

/** Into an organisation: by founding one, or by an invitation. */
export const joining = (services: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const { organisations, invitations } = services
  const open = { action: 'pages:read' } as const

  app.get('/organisations/new', { config: open, schema: { hide: true } }, async (request, reply) => {
    const visit = await visits(request)
    return visit.member === null ? toSignIn(reply, visit) : sendOwn(reply, h(FoundOrganisation, { visit, filled: unfilled }))
  })

  app.post('/organisations/new', { config: { action: 'organisations:create' }, schema: { hide: true } }, async (request, reply) => {
    const sent = sentBy(request)
    const { returned } = await tried('found', sent, async () => organisations.create(request.principal, checked(organisationBody, { name: said(sent, 'name'), kind: said(sent, 'kind') })))
    if (returned === null) return reply.redirect('/organisation', 303)
    const visit = await visitAt(visits, request, '/organisations/new')
    return sendOwn(reply, h(FoundOrganisation, { visit, filled: refilled(returned) }), returned.problem)
  })

  /** What keeps an invitation from being taken up, as a page; anything else is thrown. */
  const refuse = (reply: FastifyReply, visit: Visit, problem: Problem): FastifyReply => {
    if (!['not-found', 'other-address', 'invalid-input'].includes(problem.code)) throw problem
    return sendOwn(reply, h(InvitationPage, { visit, token: '', invited: problem.code === 'other-address' ? 'other' : 'over' }), problem)
  }

  app.get('/invitations', { config: open, schema: { hide: true, querystring: linkQuery } }, async (request, reply) => {
    const { token = '' } = request.query as z.output<typeof linkQuery>
    const visit = await visits(request)
    if (visit.member === null) return toSignIn(reply, visit)
    const { done, problem } = await attempt(async () => invitations.read(request.principal, token))
    return problem === null ? sendOwn(reply, h(InvitationPage, { visit, token, invited: done })) : refuse(reply, visit, problem)
  })

  app.post('/invitations', { config: { action: 'invitations:accept' }, schema: { hide: true } }, async (request, reply) => {
    const token = said(sentBy(request), 'token')
    const { problem } = await attempt(async () => invitations.accept(request.principal, checked(acceptance, { token }).token))
    return problem === null ? reply.redirect('/account?note=acting', 303) : refuse(reply, await visitAt(visits, request, '/account'), problem)
  })
}
