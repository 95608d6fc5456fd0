import type { FastifyPluginAsync } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { id } from '../../../schemas/primitives.ts'
import type { Services } from '../../../services/index.ts'
import { OrganisationRecord } from '../../pages/organisation/record.tsx'
import { profileNames } from '../../naming.ts'
import { may, type Visits } from '../../visit.ts'
import { createShow } from './acting.ts'

/** What the log is narrowed down by; what is no id names nothing. */
export const recordQuery = z.object({
  object: z.string().trim().min(1).max(200).optional().catch(undefined),
  organisation: id.optional().catch(undefined),
  person: id.optional().catch(undefined),
  cursor: z.coerce.number().int().positive().optional().catch(undefined)
})

/** What was done to what is the organisation's. */
export const recordRoutes = ({ audit, catalogue, keys, members, webhooks }: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const show = createShow(visits)
  const at = '/organisation/record'
  app.get(at, { config: { action: 'pages:read' }, schema: { hide: true } }, (request, reply) => show(request, reply, at, null, async (visit, acting) => {
    const { object, person, cursor } = recordQuery.parse(request.query)
    const { items, next } = await audit.read(request.principal, { organisation: acting.id, object, person, cursor, limit: 50 })
    const people = (await members.list(request.principal, acting.id)).items
    const names = new Map<string, string>([
      ...people.flatMap(({ personId, name }) => name === null ? [] : [[personId, name] as const]),
      [acting.id, acting.name],
      ...(may(visit, 'keys') ? (await keys.list(request.principal, { limit: 200 })).items.map(({ id: keyId, name }) => [keyId, name] as const) : []),
      ...(may(visit, 'webhooks') ? (await webhooks.list(request.principal)).items.map(({ id: webhookId, url }) => [webhookId, url] as const) : []),
      ...await profileNames({ catalogue }, request.principal, items, visit.reader)
    ])
    return h(OrganisationRecord, { visit, acting, returned: null, entries: items, next, names, filters: { object, person } })
  }))
}
