import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { mail, mailPage, mailsQuery } from '../schemas/mails.ts'
import { id } from '../schemas/primitives.ts'
import type { Mails } from '../services/mails.ts'
import { ifNoneMatch } from './headers.ts'
import { answer, problems } from './responses.ts'

const params = z.object({ id })

/** For the secretariat. What a mail says is shown to nobody: it may hold a link that signs its reader in. */
export const mails = (services: { mails: Mails }): FastifyPluginAsyncZod => async (app) => {
  const tags = ['mails']

  app.route({
    method: 'GET',
    url: '/v1/mails',
    config: { action: 'mails:list' },
    schema: {
      operationId: 'listMails',
      summary: 'List mails',
      description: 'For the secretariat: those that were given up, unless `status` says otherwise, newest first, without what they say. A mail is given up when its address or the mail itself is refused for good, or when it could not be sent for three days. Pages are linked by `next` and by the Link header.',
      tags,
      querystring: mailsQuery,
      headers: ifNoneMatch,
      response: { 200: answer('One page.', mailPage), 304: z.undefined().describe('Nothing has changed.'), ...problems('invalid-cursor', 'invalid-input') }
    },
    async handler (request, reply) {
      const found = await services.mails.list(request.principal, request.query)
      if (found.next !== null) {
        const next = new URLSearchParams(request.url.split('?')[1])
        next.set('cursor', found.next)
        reply.header('link', `</v1/mails?${next}>; rel="next"`)
      }
      return found
    }
  })

  app.route({
    method: 'POST',
    url: '/v1/mails/:id/resend',
    config: { action: 'mails:resend' },
    schema: {
      operationId: 'resendMail',
      summary: 'Send a mail again',
      description: 'For the secretariat: puts a mail that was given up, or sent, back in the queue, under its Message-ID and with three days more.',
      tags,
      params,
      response: { 200: answer('The mail, in the queue.', mail), ...problems('not-found', 'mail-state') }
    },
    handler: (request) => services.mails.resend(request.principal, request.params.id)
  })

  app.route({
    method: 'DELETE',
    url: '/v1/mails/:id',
    config: { action: 'mails:drop' },
    schema: {
      operationId: 'dropMail',
      summary: 'Drop a mail',
      description: 'For the secretariat: removes a mail that was given up, with what it says.',
      tags,
      params,
      response: { 204: z.undefined().describe('It is gone.'), ...problems('not-found', 'mail-state') }
    },
    async handler (request, reply) {
      await services.mails.drop(request.principal, request.params.id)
      return reply.code(204).send()
    }
  })
}
