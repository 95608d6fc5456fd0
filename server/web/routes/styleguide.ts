import type { FastifyPluginAsync } from 'fastify'
import { h } from 'preact'
import type { Services } from '../../services/index.ts'
import { Styleguide } from '../pages/styleguide.tsx'
import { sendPage } from '../render.ts'
import type { Visits } from '../visit.ts'

/** What pages are made of; for those who make them, so not in production. */
export const styleguide = ({ config }: Pick<Services, 'config'>, visits: Visits): FastifyPluginAsync => async (app) => {
  if (config.production) return
  app.get('/styleguide', { config: { action: 'pages:read' }, schema: { hide: true } }, async (request, reply) => sendPage(reply, h(Styleguide, { visit: await visits(request) })))
}
