import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { stopQuery } from '../../../schemas/searches.ts'
import type { Services } from '../../../services/index.ts'
import { StopPage } from '../../pages/dialogue/stop.tsx'
import { sendPage } from '../../render.ts'
import type { Visits } from '../../visit.ts'

/** The same link as /v1/stop, for people and for mail programs alike (RFC 8058): the address says all, whatever the body. */
export const stopPages = ({ searches }: Pick<Services, 'searches'>, visits: Visits): FastifyPluginAsync => async (app) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 16_384 }, (_request, _body, done) => done(null, null))

  const show = async (request: FastifyRequest, reply: FastifyReply, stopped: boolean) => {
    const { token } = request.query as { token: string }
    return sendPage(reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }), h(StopPage, { visit: { ...await visits(request), path: '/' }, token, stopped }))
  }
  const route = { config: { action: 'searches:stop', byLink: true }, schema: { hide: true, querystring: stopQuery } } as const

  app.get('/stop', route, async (request, reply) => show(request, reply, (await searches.isStopped((request.query as { token: string }).token)).stopped))
  app.post('/stop', route, async (request, reply) => show(request, reply, (await searches.stop(request.principal, (request.query as { token: string }).token)).stopped))
}
