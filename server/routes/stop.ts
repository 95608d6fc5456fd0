import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { stopQuery, stopState } from '../schemas/searches.ts'
import type { Searches } from '../services/searches.ts'
import { answer, problems } from './responses.ts'

/** Nobody on the way keeps who has stopped what. */
const unkept = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }

/**
 * The link in mails by which their reader, or the reader's mail program (RFC 8058), ends them. Opening it changes nothing:
 * programs that look through mail open every link.
 */
export const stop = ({ searches }: { searches: Searches }): FastifyPluginAsyncZod => async (app) => {
  const tags = ['searches']
  // Mail programs send a form, pages perhaps nothing: the link says all, whatever the body.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 16_384 }, (_request, _body, done) => done(null, null))

  app.route({
    method: 'GET',
    url: '/v1/stop',
    config: { action: 'searches:stop', byLink: true },
    schema: {
      operationId: 'readStop',
      summary: 'See whether mails of a search are stopped',
      description: 'The link in a mail, which needs no signing in. It changes nothing: programs that look through mail open links.',
      tags,
      querystring: stopQuery,
      response: { 200: answer('How it is.', stopState), ...problems('not-found', 'invalid-input') }
    },
    handler: async (request, reply) => reply.headers(unkept).send(await searches.isStopped(request.query.token))
  })

  app.route({
    method: 'POST',
    url: '/v1/stop',
    config: { action: 'searches:stop', byLink: true },
    schema: {
      operationId: 'stopMails',
      summary: 'Stop the mails of a search',
      description: 'The same address: for whoever has the link, without signing in and as often as they like. Mail programs send `List-Unsubscribe=One-Click` (RFC 8058); the body does not matter. The inbox goes on, and the person may start the mails again.',
      tags,
      consumes: ['application/x-www-form-urlencoded', 'multipart/form-data'],
      querystring: stopQuery,
      body: z.any().meta({ description: 'As mail programs send it; it may be left out.', examples: ['List-Unsubscribe=One-Click'] }),
      response: { 200: answer('They are stopped.', stopState), ...problems('not-found', 'too-large', 'invalid-input') }
    },
    handler: async (request, reply) => reply.headers(unkept).send(await searches.stop(request.principal, request.query.token))
  })
}
