import type { FastifyPluginAsync } from 'fastify'
import { h } from 'preact'
import type { z } from 'zod'
import type { Services } from '../../services/index.ts'
import { attempt } from '../forms.ts'
import { StopPage } from '../pages/stop.tsx'
import { said, sentBy } from '../sent.ts'
import { sendOwn } from '../render.ts'
import type { Visits } from '../visit.ts'
import { linkQuery } from './account/answering.ts'

/** The page of the link in mails that ends them, for whoever has the link. */
export const stopPages = ({ searches }: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  app.get('/stop', { config: { action: 'searches:stop' }, schema: { hide: true, querystring: linkQuery } }, async (request, reply) => {
    const { token = '' } = request.query as z.output<typeof linkQuery>
    const { done, problem } = await attempt(async () => searches.isStopped(token))
    if (problem !== null && problem.code !== 'not-found') throw problem
    return sendOwn(reply, h(StopPage, { visit: await visits(request), token, state: done === null ? 'wrong' : done.stopped ? 'off' : 'on' }), problem)
  })

  app.post('/stop', { config: { action: 'searches:stop', byLink: true }, schema: { hide: true } }, async (request, reply) => {
    const token = said(sentBy(request), 'token') ?? ''
    const { problem } = await attempt(async () => searches.stop(request.principal, token))
    if (problem !== null && problem.code !== 'not-found') throw problem
    return reply.redirect(`/stop?token=${encodeURIComponent(token)}`, 303)
  })
}
