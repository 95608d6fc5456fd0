import type { FastifyPluginAsync } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { measures } from '../../../services/coverage.ts'
import type { Services } from '../../../services/index.ts'
import { CoveragePage } from '../../pages/secretariat/coverage.tsx'
import { SecretariatOverview } from '../../pages/secretariat/overview.tsx'
import { SecretariatRecord } from '../../pages/secretariat/record.tsx'
import { profileNames } from '../../naming.ts'
import type { Visits } from '../../visit.ts'
import { recordQuery } from '../organisation/record.ts'
import { organisationRoutes } from './organisations.ts'
import { caseRoutes, mailRoutes, verificationRoutes } from './queues.ts'
import { createShowOffice } from './showing.ts'

/** As many as a list gives at once; more is more than anybody does in a day. */
const counted = 200

/** What the secretariat decides, and what it sees of the whole. */
export const secretariat = (services: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const { verifications, flags, mails, audit, coverage, catalogue, members, organisations } = services
  const show = createShowOffice(visits)
  const reading = { config: { action: 'pages:read' as const }, schema: { hide: true } }

  for (const routes of [verificationRoutes, caseRoutes, mailRoutes, organisationRoutes]) await app.register(routes(services, visits))

  app.get('/secretariat', reading, (request, reply) => show(request, reply, '/secretariat', null, async (visit) => {
    const { principal } = request
    const waiting = {
      verifications: (await verifications.list(principal, { status: 'asked', limit: counted })).items.length,
      flags: (await flags.list(principal, { status: ['open'], limit: counted })).items.length,
      appeals: (await flags.list(principal, { appealed: true, limit: counted })).items.length,
      mails: (await mails.waiting()).dead
    }
    return h(SecretariatOverview, { visit, returned: null, waiting })
  }))

  app.get('/secretariat/record', reading, (request, reply) => show(request, reply, '/secretariat/record', null, async (visit) => {
    const { object, organisation, person, cursor } = recordQuery.parse(request.query)
    const { items, next } = await audit.read(request.principal, { object, organisation, person, cursor, limit: 50 })
    const about = new Set(items.flatMap(({ action, objectId }) => action.startsWith('organisations:') ? [objectId] : []))
    const named = await Promise.all([...about].map(async (id) => [id, (await organisations.read(request.principal, id)).name] as const))
    const colleagues = (await members.list(request.principal, visit.member?.organisation?.id ?? '')).items.flatMap(({ personId, name }) => name === null ? [] : [[personId, name] as const])
    const names = new Map<string, string>([...named, ...colleagues, ...await profileNames({ catalogue }, request.principal, items, visit.reader)])
    return h(SecretariatRecord, { visit, returned: null, entries: items, next, names, filters: { object, organisation, person } })
  }))

  app.get('/secretariat/coverage', reading, (request, reply) => show(request, reply, '/secretariat/coverage', null, async (visit) => {
    const { show: measure } = z.object({ show: z.enum(measures).catch('challenges') }).parse(request.query)
    return h(CoveragePage, { visit, returned: null, ...await coverage.read(request.principal), measure })
  }))

  app.get('/secretariat/coverage.csv', { config: { action: 'coverage:read' }, schema: { hide: true } }, async (request, reply) =>
    reply.type('text/csv; charset=utf-8').headers({ 'content-disposition': 'attachment; filename="coverage.csv"', 'cache-control': 'no-store' }).serializer((text: string) => text).send(await coverage.csv(request.principal)))
}
