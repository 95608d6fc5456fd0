import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { changesPage, changesQuery } from '../schemas/changes.ts'
import type { Changes } from '../services/changes.ts'
import { answer, problems } from './responses.ts'

export const changes = (services: { changes: Changes }): FastifyPluginAsyncZod => async (app) => {
  app.route({
    method: 'GET',
    url: '/v1/changes',
    config: { action: 'changes:read' },
    schema: {
      operationId: 'readChanges',
      summary: 'Follow what changes',
      description: 'Every change of a public profile, and of your own, in the order of commits and without gaps. Keep `next`, and pass it as `after`. With `wait` the answer comes as soon as there is something to tell.',
      tags: ['changes'],
      querystring: changesQuery,
      response: { 200: answer('Changes after the position asked for.', changesPage), ...problems('invalid-input') }
    },
    async handler (request, reply) {
      const gone = new AbortController()
      reply.raw.on('close', () => gone.abort())
      const page = await services.changes.read(request.principal, request.query, gone.signal)
      // Each item was presented by its own resource's rules; the union of five shapes is checked on the way out.
      return page as Parameters<typeof reply.send>[0]
    }
  })
}
