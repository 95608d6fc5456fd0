import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { deliveryStatuses } from '../../../../db/vocabulary.ts'
import { id } from '../../../schemas/primitives.ts'
import { replay, secretRotation, type TestOutcome, webhookBody, webhookPatch } from '../../../schemas/webhooks.ts'
import type { Services } from '../../../services/index.ts'
import type { Action } from '../../../services/policy.ts'
import { SecretPage } from '../../components/secret.tsx'
import { OrganisationWebhook } from '../../pages/organisation/webhook.tsx'
import { OrganisationWebhooks } from '../../pages/organisation/webhooks.tsx'
import { type Returned, tried } from '../../forms.ts'
import { listed, said, type Sent, sentBy } from '../../sent.ts'
import type { Visits } from '../../visit.ts'
import { createShow, doneAt } from './acting.ts'
import { minutesOf } from './keys.ts'
import { checked } from '../../../schemas/checked.ts'

const list = '/organisation/webhooks'

/** Which deliveries of the log are shown; what cannot be read says nothing. */
const logQuery = z.object({ status: z.enum(deliveryStatuses).optional().catch(undefined), cursor: z.string().max(100).optional().catch(undefined) })

const bodyOf = (sent: Sent) => ({ url: said(sent, 'url')?.trim() ?? '', events: listed(sent, 'events') })

/** The webhooks of the organisation acted for. */
export const webhookRoutes = ({ webhooks }: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const show = createShow(visits)
  const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id

  const all = (request: FastifyRequest, reply: FastifyReply, returned: Returned | null) => show(request, reply, list, returned, async (visit, acting) =>
    h(OrganisationWebhooks, { visit, acting, returned, webhooks: (await webhooks.list(request.principal)).items }))

  const one = (request: FastifyRequest, reply: FastifyReply, returned: Returned | null, tested: TestOutcome | null = null) => show(request, reply, `${list}/${idOf(request)}`, returned, async (visit, acting) => {
    const { principal } = request
    const { status, cursor } = logQuery.parse(request.query)
    const webhook = await webhooks.read(principal, idOf(request))
    const { items, next } = await webhooks.deliveries(principal, webhook.id, { status, cursor, limit: 25 })
    return h(OrganisationWebhook, { visit, acting, returned, webhook, deliveries: items, next, status, tested })
  })

  const once = (request: FastifyRequest, reply: FastifyReply, secret: string, back: string) => show(request, reply, list, null, async (visit) =>
    h(SecretPage, { visit, secret, label: visit.reader.words.office.secret.webhook, back }))

  app.get(list, { config: { action: 'pages:read' }, schema: { hide: true } }, (request, reply) => all(request, reply, null))
  app.get(`${list}/:id`, { config: { action: 'pages:read' }, schema: { hide: true, params: z.object({ id }) } }, (request, reply) => one(request, reply, null))

  app.post(list, { config: { action: 'webhooks:create' }, schema: { hide: true } }, async (request, reply) => {
    const sent = sentBy(request)
    const { done, returned } = await tried('make', sent, async () => webhooks.create(request.principal, checked(webhookBody, bodyOf(sent))))
    return returned === null ? once(request, reply, done.secret, `${list}/${done.id}`) : all(request, reply, returned)
  })

  /** A form of one webhook that leads back to it and says what was done. */
  const doing = (verb: string, action: Action, done: string, work: (request: FastifyRequest, sent: Sent) => Promise<unknown>, back?: string) =>
    app.post(`${list}/:id/${verb}`, { config: { action }, schema: { hide: true, params: z.object({ id }) } }, async (request, reply) => {
      const sent = sentBy(request)
      const { returned } = await tried(verb, sent, () => work(request, sent))
      return returned === null ? doneAt(reply, back ?? `${list}/${idOf(request)}`, done) : one(request, reply, returned)
    })

  doing('change', 'webhooks:change', 'saved', async (request, sent) => webhooks.change(request.principal, idOf(request), checked(webhookPatch, bodyOf(sent))))
  doing('pause', 'webhooks:pause', 'paused', (request) => webhooks.pause(request.principal, idOf(request)))
  doing('resume', 'webhooks:resume', 'resumed', (request) => webhooks.resume(request.principal, idOf(request)))
  doing('replay', 'webhooks:replay', 'replayed', async (request, sent) => webhooks.replay(request.principal, idOf(request), checked(replay, { after: Number(said(sent, 'after') ?? Number.NaN) }).after))
  doing('remove', 'webhooks:remove', 'removed', (request) => webhooks.remove(request.principal, idOf(request)), list)

  app.post(`${list}/:id/rotate`, { config: { action: 'webhooks:rotate' }, schema: { hide: true, params: z.object({ id }) } }, async (request, reply) => {
    const sent = sentBy(request)
    const { done, returned } = await tried('rotate', sent, async () =>
      webhooks.rotate(request.principal, idOf(request), checked(secretRotation, { overlapMinutes: minutesOf(sent) }).overlapMinutes))
    return returned === null ? once(request, reply, done.secret, `${list}/${done.id}`) : one(request, reply, returned)
  })

  app.post(`${list}/:id/test`, { config: { action: 'webhooks:test' }, schema: { hide: true, params: z.object({ id }) } }, async (request, reply) => {
    const { done, returned } = await tried('test', {}, () => webhooks.test(request.principal, idOf(request)))
    return one(request, reply, returned, done)
  })
}
