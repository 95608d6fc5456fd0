import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { Problem } from '../../../errors.ts'
import { invitationBody } from '../../../schemas/invitations.ts'
import { memberPatch } from '../../../schemas/members.ts'
import { id } from '../../../schemas/primitives.ts'
import type { Services } from '../../../services/index.ts'
import { OrganisationPeople } from '../../pages/organisation/people.tsx'
import { type Returned, tried } from '../../forms.ts'
import { said, sentBy } from '../../sent.ts'
import { may, type Visits } from '../../visit.ts'
import { createShow, doneAt } from './acting.ts'
import { checked } from '../../../schemas/checked.ts'

/** Who belongs to the organisation acted for. */
export const peopleRoutes = ({ members, invitations }: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const show = createShow(visits)
  const at = '/organisation/people'
  const ofPerson = { hide: true, params: z.object({ personId: id }) }

  const page = (request: FastifyRequest, reply: FastifyReply, returned: Returned | null) => show(request, reply, at, returned, async (visit, acting) => h(OrganisationPeople, {
    visit,
    acting,
    returned,
    members: (await members.list(request.principal, acting.id)).items,
    invitations: may(visit, 'organisation') ? (await invitations.list(request.principal, acting.id)).items : []
  }))

  const own = ({ principal: { organisationId } }: FastifyRequest): string => {
    if (organisationId === null) throw new Problem('no-organisation')
    return organisationId
  }

  app.get(at, { config: { action: 'pages:read' }, schema: { hide: true } }, (request, reply) => page(request, reply, null))

  app.post(`${at}/invitations`, { config: { action: 'invitations:create' }, schema: { hide: true } }, async (request, reply) => {
    const sent = sentBy(request)
    const { returned } = await tried('invite', sent, async () =>
      invitations.create(request.principal, own(request), checked(invitationBody, { email: said(sent, 'email')?.trim() ?? '', role: said(sent, 'role') })))
    return returned === null ? doneAt(reply, at, 'invited') : page(request, reply, returned)
  })

  app.post(`${at}/invitations/:invitationId/withdraw`, { config: { action: 'invitations:withdraw' }, schema: { hide: true, params: z.object({ invitationId: id }) } }, async (request, reply) => {
    const { invitationId } = request.params as { invitationId: string }
    const { returned } = await tried('withdraw', {}, () => invitations.withdraw(request.principal, own(request), invitationId))
    return returned === null ? doneAt(reply, at, 'withdrawn') : page(request, reply, returned)
  })

  app.post(`${at}/:personId/role`, { config: { action: 'members:change' }, schema: ofPerson }, async (request, reply) => {
    const { personId } = request.params as { personId: string }
    const sent = sentBy(request)
    const { returned } = await tried('role', sent, async () => members.setRole(request.principal, own(request), personId, checked(memberPatch, { role: said(sent, 'role') }).role))
    return returned === null ? doneAt(reply, at, 'saved') : page(request, reply, returned)
  })

  app.post(`${at}/:personId/remove`, { config: { action: 'members:remove' }, schema: ofPerson }, async (request, reply) => {
    const { personId } = request.params as { personId: string }
    const { returned } = await tried('remove', {}, () => members.remove(request.principal, own(request), personId))
    if (returned !== null) return page(request, reply, returned)
    return personId === request.principal.personId ? reply.redirect('/organisation', 303) : doneAt(reply, at, 'removed')
  })
}
