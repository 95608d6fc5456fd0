import type { FastifyPluginAsync } from 'fastify'
import { h } from 'preact'
import type { Services } from '../../services/index.ts'
import { legalPages } from '../legal-pages.ts'
import { LegalPage } from '../pages/legal.tsx'
import { sendPage } from '../render.ts'
import type { Visits } from '../visit.ts'

/** Privacy, terms of use, accessibility. */
export const legal = ({ config: { operator, encoder } }: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const encoderHost = encoder.kind === 'openai' ? new URL(encoder.baseUrl).host : undefined
  for (const name of legalPages) {
    app.get(`/${name}`, { config: { action: 'pages:read' }, schema: { hide: true } }, async (request, reply) =>
      sendPage(reply, h(LegalPage, { visit: await visits(request), name, operator, encoderHost })))
  }
}
