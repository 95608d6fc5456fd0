import type { FastifyPluginAsync } from 'fastify'
import type { Services } from '../../../services/index.ts'
import type { Visits } from '../../visit.ts'
import { decisionRoutes } from './decisions.ts'
import { keyRoutes } from './keys.ts'
import { overviewRoutes } from './overview.ts'
import { peopleRoutes } from './people.ts'
import { recordRoutes } from './record.ts'
import { webhookRoutes } from './webhooks.ts'

/** The pages of the organisation that somebody acts for. */
export const organisation = (services: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  for (const routes of [overviewRoutes, peopleRoutes, keyRoutes, webhookRoutes, recordRoutes, decisionRoutes]) await app.register(routes(services, visits))
}
