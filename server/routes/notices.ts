import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { preferredLocale } from '../locales/index.ts'
import { noticePage, noticesQuery, readAnswer, readBody } from '../schemas/notices.ts'
import type { Notices } from '../services/notices.ts'
import { ifNoneMatch } from './headers.ts'
import { answer, problems } from './responses.ts'

export const notices = (services: { notices: Notices }): FastifyPluginAsyncZod => async (app) => {
  const tags = ['notices']

  app.route({
    method: 'GET',
    url: '/v1/notices',
    config: { action: 'notices:list' },
    schema: {
      operationId: 'listNotices',
      summary: 'Read your inbox',
      description: 'What happened that concerns you, in your language, newest first, and how much of it is unread. Pages are linked by `next` and by the Link header.',
      tags,
      querystring: noticesQuery,
      headers: ifNoneMatch,
      response: { 200: answer('One page.', noticePage), 304: z.undefined().describe('Nothing has changed.'), ...problems('invalid-cursor', 'invalid-input') }
    },
    async handler (request, reply) {
      const accepted = request.headers['accept-language']
      const page = await services.notices.list(request.principal, request.query, accepted === undefined ? undefined : preferredLocale(accepted))
      if (page.next !== null) {
        const next = new URLSearchParams(request.url.split('?')[1])
        next.set('cursor', page.next)
        reply.header('link', `</v1/notices?${next}>; rel="next"`)
      }
      return page
    }
  })

  app.route({
    method: 'POST',
    url: '/v1/notices/read',
    config: { action: 'notices:mark' },
    schema: {
      operationId: 'markNotices',
      summary: 'Mark notices as read',
      description: 'By their ids, or all up to one. Ids that are not in your inbox are passed over.',
      tags,
      body: readBody,
      response: { 200: answer('How many are left.', readAnswer), ...problems('not-found', 'bad-json', 'too-large', 'unsupported-type', 'invalid-input') }
    },
    handler: (request) => services.notices.markRead(request.principal, request.body)
  })
}
