import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { keyBody, rotation } from '../../../schemas/keys.ts'
import { id } from '../../../schemas/primitives.ts'
import type { Services } from '../../../services/index.ts'
import { SecretPage } from '../../components/secret.tsx'
import { OrganisationKeys } from '../../pages/organisation/keys.tsx'
import { type Returned, tried } from '../../forms.ts'
import { listed, said, type Sent, sentBy } from '../../sent.ts'
import type { Visits } from '../../visit.ts'
import { createShow, doneAt } from './acting.ts'
import { checked } from '../../../schemas/checked.ts'

/** A key is good until its last day is over. */
const endOf = (sent: Sent): string | undefined => {
  const day = said(sent, 'expiresAt')
  return day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) ? `${day}T23:59:59.000Z` : day
}

export const minutesOf = (sent: Sent): number => Number(said(sent, 'overlapMinutes') ?? 0)

/** The keys of the organisation acted for. */
export const keyRoutes = ({ keys }: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const show = createShow(visits)
  const at = '/organisation/keys'
  const query = z.object({ cursor: id.optional().catch(undefined) })
  const ofKey = { hide: true, params: z.object({ id }) }

  const page = (request: FastifyRequest, reply: FastifyReply, returned: Returned | null) => show(request, reply, at, returned, async (visit, acting) => {
    const { items, next } = await keys.list(request.principal, { limit: 20, ...query.parse(request.query) })
    return h(OrganisationKeys, { visit, acting, returned, keys: items, next })
  })

  /** The secret is in this answer and in no other: there is no address to come back to it. */
  const once = (request: FastifyRequest, reply: FastifyReply, secret: string) => show(request, reply, at, null, async (visit) =>
    h(SecretPage, { visit, secret, label: visit.reader.words.office.secret.key, back: at }))

  app.get(at, { config: { action: 'pages:read' }, schema: { hide: true } }, (request, reply) => page(request, reply, null))

  app.post(at, { config: { action: 'keys:create' }, schema: { hide: true } }, async (request, reply) => {
    const sent = sentBy(request)
    const { done, returned } = await tried('make', sent, async () =>
      keys.create(request.principal, checked(keyBody, { name: said(sent, 'name') ?? '', scopes: listed(sent, 'scopes'), expiresAt: endOf(sent) })))
    return returned === null ? once(request, reply, done.secret) : page(request, reply, returned)
  })

  app.post(`${at}/:id/rotate`, { config: { action: 'keys:rotate' }, schema: ofKey }, async (request, reply) => {
    const sent = sentBy(request)
    const { done, returned } = await tried('rotate', sent, async () =>
      keys.rotate(request.principal, (request.params as { id: string }).id, checked(rotation, { overlapMinutes: minutesOf(sent) }).overlapMinutes))
    return returned === null ? once(request, reply, done.secret) : page(request, reply, returned)
  })

  app.post(`${at}/:id/revoke`, { config: { action: 'keys:revoke' }, schema: ofKey }, async (request, reply) => {
    const { returned } = await tried('revoke', {}, () => keys.revoke(request.principal, (request.params as { id: string }).id))
    return returned === null ? doneAt(reply, at, 'revoked') : page(request, reply, returned)
  })
}
