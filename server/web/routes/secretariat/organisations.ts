import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { organisationKinds } from '../../../../db/vocabulary.ts'
import { organisationPatch } from '../../../schemas/organisations.ts'
import { id } from '../../../schemas/primitives.ts'
import { revocation } from '../../../schemas/verifications.ts'
import type { Services } from '../../../services/index.ts'
import { OrganisationCase } from '../../pages/secretariat/organisation.tsx'
import { Organisations } from '../../pages/secretariat/organisations.tsx'
import { type Returned, tried } from '../../forms.ts'
import { said, type Sent, sentBy } from '../../sent.ts'
import type { Visits } from '../../visit.ts'
import { doneAt } from '../organisation/acting.ts'
import { createShowOffice } from './showing.ts'
import { checked } from '../../../schemas/checked.ts'

const at = '/secretariat/organisations'
const yesNo = z.enum(['true', 'false']).optional().catch(undefined)
const query = z.object({ kind: z.enum(organisationKinds).optional().catch(undefined), verified: yesNo, suspended: yesNo, cursor: id.optional().catch(undefined) })
const truth = (value: 'true' | 'false' | undefined): boolean | undefined => value === undefined ? undefined : value === 'true'

const reasonIn = (sent: Sent): string => said(sent, 'reason') ?? ''
const capIn = (sent: Sent): number | null => {
  const cap = said(sent, 'introductionCap')
  return cap === undefined ? null : Number(cap)
}

/** Every organisation, and what the secretariat does about one. */
export const organisationRoutes = ({ organisations, verifications, members }: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const show = createShowOffice(visits)
  const ofOne = { hide: true, params: z.object({ id }) }
  const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id

  app.get(at, { config: { action: 'pages:read' }, schema: { hide: true } }, (request, reply) => show(request, reply, at, null, async (visit) => {
    const filters = query.parse(request.query)
    const { items, next } = await organisations.list(request.principal, { ...filters, verified: truth(filters.verified), suspended: truth(filters.suspended), limit: 25 })
    return h(Organisations, { visit, returned: null, items, next, filters })
  }))

  const one = (request: FastifyRequest, reply: FastifyReply, returned: Returned | null) => show(request, reply, `${at}/${idOf(request)}`, returned, async (visit) => {
    const { principal } = request
    return h(OrganisationCase, {
      visit,
      returned,
      organisation: await organisations.read(principal, idOf(request)),
      members: (await members.list(principal, idOf(request))).items,
      history: (await verifications.history(principal, idOf(request), { limit: 200 })).items
    })
  })

  app.get(`${at}/:id`, { config: { action: 'pages:read' }, schema: ofOne }, (request, reply) => one(request, reply, null))

  const changing = (name: string, changes: (sent: Sent) => object) => app.post(`${at}/:id/${name}`, { config: { action: 'organisations:change' }, schema: ofOne }, async (request, reply) => {
    const sent = sentBy(request)
    const { returned } = await tried(name, sent, async () => organisations.change(request.principal, idOf(request), checked(organisationPatch, { ...changes(sent), reason: reasonIn(sent) })))
    return returned === null ? doneAt(reply, `${at}/${idOf(request)}`, 'saved') : one(request, reply, returned)
  })
  changing('suspend', () => ({ suspended: true }))
  changing('lift', () => ({ suspended: false }))
  changing('cap', (sent) => ({ introductionCap: capIn(sent) }))

  app.post(`${at}/:id/revoke`, { config: { action: 'verifications:revoke' }, schema: ofOne }, async (request, reply) => {
    const sent = sentBy(request)
    const { returned } = await tried('revoke', sent, async () => verifications.revoke(request.principal, idOf(request), checked(revocation, { reason: reasonIn(sent) }).reason))
    return returned === null ? doneAt(reply, `${at}/${idOf(request)}`, 'revoked') : one(request, reply, returned)
  })
}
