import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { organisationBody, organisationPatch } from '../../../schemas/organisations.ts'
import { id } from '../../../schemas/primitives.ts'
import { verificationBody } from '../../../schemas/verifications.ts'
import { Problem } from '../../../errors.ts'
import type { Services } from '../../../services/index.ts'
import { OtherOrganisation } from '../../pages/organisation/none.tsx'
import { OrganisationOverview } from '../../pages/organisation/overview.tsx'
import { type Returned, tried } from '../../forms.ts'
import { said, sentBy } from '../../sent.ts'
import { sendOwn } from '../../render.ts'
import { may, toSignIn, type Visits } from '../../visit.ts'
import { createShow, doneAt } from './acting.ts'
import { checked } from '../../../schemas/checked.ts'

/** The organisation itself: making one, choosing the one acted for, its name, its verification. */
export const overviewRoutes = ({ organisations, verifications, sessions }: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const show = createShow(visits)
  const at = '/organisation'
  const hidden = { hide: true }

  const page = (request: FastifyRequest, reply: FastifyReply, returned: Returned | null) => show(request, reply, at, returned, async (visit, acting) => {
    const { principal } = request
    const [organisation, history] = [await organisations.read(principal, acting.id), await verifications.history(principal, acting.id, { limit: 200 })]
    return h(OrganisationOverview, { visit, acting, returned, organisation, history: history.items })
  })

  /** The organisation acted for, of who has one. */
  const own = ({ principal: { organisationId } }: FastifyRequest): string => {
    if (organisationId === null) throw new Problem('no-organisation')
    return organisationId
  }

  app.get(at, { config: { action: 'pages:read' }, schema: hidden }, (request, reply) => page(request, reply, null))

  app.post(at, { config: { action: 'organisations:create' }, schema: hidden }, async (request, reply) => {
    const sent = sentBy(request)
    const { returned } = await tried('make', sent, async () => organisations.create(request.principal, checked(organisationBody, { name: said(sent, 'name'), kind: said(sent, 'kind') })))
    return returned === null ? doneAt(reply, at, 'saved') : page(request, reply, returned)
  })

  app.post('/act-for', { config: { action: 'sessions:choose' }, schema: hidden }, async (request, reply) => {
    const chosen = checked(z.object({ organisationId: id }), { organisationId: said(sentBy(request), 'organisationId') })
    await sessions.choose(request.principal, request.sessionSecret ?? '', chosen.organisationId)
    return reply.redirect(at, 303)
  })

  app.post('/organisation/name', { config: { action: 'organisations:change' }, schema: hidden }, async (request, reply) => {
    const sent = sentBy(request)
    const { returned } = await tried('rename', sent, async () => organisations.change(request.principal, own(request), checked(organisationPatch, { name: said(sent, 'name') ?? '' })))
    return returned === null ? doneAt(reply, at, 'saved') : page(request, reply, returned)
  })

  app.post('/organisation/verification', { config: { action: 'verifications:ask' }, schema: hidden }, async (request, reply) => {
    const sent = sentBy(request)
    const { returned } = await tried('ask', sent, async () =>
      verifications.ask(request.principal, own(request), checked(verificationBody, { method: said(sent, 'method'), evidence: said(sent, 'evidence') ?? '', words: said(sent, 'words') })))
    return returned === null ? doneAt(reply, at, 'asked') : page(request, reply, returned)
  })

  app.post('/organisation/verification/withdraw', { config: { action: 'verifications:withdraw' }, schema: hidden }, async (request, reply) => {
    const { returned } = await tried('withdraw', {}, () => verifications.withdraw(request.principal, own(request)))
    return returned === null ? doneAt(reply, at, 'withdrawn') : page(request, reply, returned)
  })

  // Letters to owners and to the secretariat lead here: each goes on to where they see it.
  app.get('/organisations/:id', { config: { action: 'pages:read' }, schema: { ...hidden, params: z.object({ id }) } }, async (request, reply) => {
    const visit = await visits(request)
    if (visit.member === null) return toSignIn(reply, visit)
    const { id: wanted } = request.params as { id: string }
    if (visit.member.organisation?.id === wanted) return reply.redirect(at, 303)
    if (may(visit, 'admin')) return reply.redirect(`/secretariat/organisations/${wanted}`, 303)
    const organisation = visit.member.organisations.find((other) => other.id === wanted)
    if (organisation === undefined) throw new Problem('not-found')
    return sendOwn(reply, h(OtherOrganisation, { visit, organisation }))
  })
}
