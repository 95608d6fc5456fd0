import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { id } from '../schemas/primitives.ts'
import { deliveriesQuery, deliveryPage, newWebhook, replay, secretRotation, testOutcome, webhookAnswer, webhookBody, webhookList, webhookPatch, webhooksQuery } from '../schemas/webhooks.ts'
import type { Webhooks } from '../services/webhooks.ts'
import { ifNoneMatch } from './headers.ts'
import { answer, problems } from './responses.ts'

const params = z.object({ id })

/** An answer with a secret is kept nowhere on its way. */
const unkept = { 'cache-control': 'no-store' }

export const webhooks = (services: { webhooks: Webhooks }): FastifyPluginAsyncZod => async (app) => {
  const tags = ['webhooks']
  const bodyProblems = ['bad-json', 'too-large', 'unsupported-type', 'invalid-input'] as const
  const unchanged = z.undefined().describe('Nothing has changed.')

  app.route({
    method: 'GET',
    url: '/v1/webhooks',
    config: { action: 'webhooks:list' },
    schema: {
      operationId: 'listWebhooks',
      summary: 'List webhooks',
      description: 'Every webhook of your organisation, newest first, without secrets. Needs the scope `webhooks`, or an owner’s session, as all of these do.',
      tags,
      querystring: webhooksQuery,
      headers: ifNoneMatch,
      response: { 200: answer('The webhooks.', webhookList), 304: unchanged, ...problems('not-found', 'invalid-input') }
    },
    handler: (request) => services.webhooks.list(request.principal, request.query.organisation)
  })

  app.route({
    method: 'POST',
    url: '/v1/webhooks',
    config: { action: 'webhooks:create' },
    schema: {
      operationId: 'createWebhook',
      summary: 'Make a webhook',
      description: 'From now on each change that your organisation may read in the change feed is sent to the address by POST, as JSON `{ type, timestamp, data }`, where `data` is an item of `GET /v1/changes` as it stands when it is sent. Signed as standard-webhooks has it: verify the headers `webhook-id`, `webhook-timestamp` and `webhook-signature` with the secret, and answer 2xx within 15 seconds. Other answers are failures, redirects too, and are tried again for three days; 410 pauses the webhook at once, and failing for a day does. The same event may come twice, with the same `webhook-id`, and not always in order: `data.position` tells the order. The secret is in this answer and in no later one; for that reason no Idempotency-Key is taken.',
      tags,
      body: webhookBody,
      response: { 201: answer('The webhook and its secret.', newWebhook), ...problems('too-many', ...bodyProblems) }
    },
    async handler (request, reply) {
      const made = await services.webhooks.create(request.principal, request.body)
      return reply.code(201).headers({ ...unkept, location: `/v1/webhooks/${made.id}` }).send(made)
    }
  })

  app.route({
    method: 'GET',
    url: '/v1/webhooks/:id',
    config: { action: 'webhooks:read' },
    schema: {
      operationId: 'readWebhook',
      summary: 'Read a webhook',
      description: 'How it stands, without its secret.',
      tags,
      params,
      headers: ifNoneMatch,
      response: { 200: answer('The webhook.', webhookAnswer), 304: unchanged, ...problems('not-found') }
    },
    handler: (request) => services.webhooks.read(request.principal, request.params.id)
  })

  app.route({
    method: 'PATCH',
    url: '/v1/webhooks/:id',
    config: { action: 'webhooks:change' },
    schema: {
      operationId: 'changeWebhook',
      summary: 'Change a webhook',
      description: 'Its address or the types of events. What waits for another attempt goes to the new address at once; a change of types counts for what is yet to be made out.',
      tags,
      params,
      body: webhookPatch,
      response: { 200: answer('The webhook as it now stands.', webhookAnswer), ...problems('not-found', ...bodyProblems) }
    },
    handler: (request) => services.webhooks.change(request.principal, request.params.id, request.body)
  })

  app.route({
    method: 'DELETE',
    url: '/v1/webhooks/:id',
    config: { action: 'webhooks:remove' },
    schema: {
      operationId: 'removeWebhook',
      summary: 'Remove a webhook',
      description: 'Nothing more is sent, and what was queued is forgotten.',
      tags,
      params,
      response: { 204: z.undefined().describe('It is removed.'), ...problems('not-found') }
    },
    async handler (request, reply) {
      await services.webhooks.remove(request.principal, request.params.id)
      return reply.code(204).send()
    }
  })

  app.route({
    method: 'POST',
    url: '/v1/webhooks/:id/rotate',
    config: { action: 'webhooks:rotate' },
    schema: {
      operationId: 'rotateWebhook',
      summary: 'Rotate the secret',
      description: 'Gives a new secret. Until the overlap is over `webhook-signature` holds a signature by each, separated by a space, so that a receiver may change over at any moment. A secret that was still in its overlap signs no more.',
      tags,
      params,
      body: secretRotation,
      response: { 200: answer('The webhook and its new secret.', newWebhook), ...problems('not-found', ...bodyProblems) }
    },
    handler: async (request, reply) => reply.headers(unkept).send(await services.webhooks.rotate(request.principal, request.params.id, request.body.overlapMinutes))
  })

  app.route({
    method: 'POST',
    url: '/v1/webhooks/:id/pause',
    config: { action: 'webhooks:pause' },
    schema: {
      operationId: 'pauseWebhook',
      summary: 'Pause a webhook',
      description: 'Nothing is sent until it is resumed, and nothing is lost. Pausing one that is paused changes nothing.',
      tags,
      params,
      response: { 200: answer('The webhook as it now stands.', webhookAnswer), ...problems('not-found') }
    },
    handler: (request) => services.webhooks.pause(request.principal, request.params.id)
  })

  app.route({
    method: 'POST',
    url: '/v1/webhooks/:id/resume',
    config: { action: 'webhooks:resume' },
    schema: {
      operationId: 'resumeWebhook',
      summary: 'Resume a webhook',
      description: 'What waited is sent at once, and what has changed meanwhile after it. Resuming one that is not paused changes nothing.',
      tags,
      params,
      response: { 200: answer('The webhook as it now stands.', webhookAnswer), ...problems('not-found') }
    },
    handler: (request) => services.webhooks.resume(request.principal, request.params.id)
  })

  app.route({
    method: 'POST',
    url: '/v1/webhooks/:id/replay',
    config: { action: 'webhooks:replay' },
    schema: {
      operationId: 'replayWebhook',
      summary: 'Replay from a position',
      description: 'Sends again every event after the position, each with the `webhook-id` that it had, whether or not it had arrived; and those that the webhook was never told, such as of changes before it was made.',
      tags,
      params,
      body: replay,
      response: { 200: answer('The webhook, standing at that position.', webhookAnswer), ...problems('not-found', ...bodyProblems) }
    },
    handler: (request) => services.webhooks.replay(request.principal, request.params.id, request.body.after)
  })

  app.route({
    method: 'POST',
    url: '/v1/webhooks/:id/test',
    // Somebody else's host is sent to at once: not a tool to do it with often.
    config: { action: 'webhooks:test', rateLimit: { max: 10, timeWindow: 60_000 } },
    schema: {
      operationId: 'testWebhook',
      summary: 'Send a test event',
      description: 'Sends an event of type `webhook.test` at once, also while the webhook is paused, and answers what came back. Ten a minute at most.',
      tags,
      params,
      response: { 200: answer('What came back.', testOutcome), ...problems('not-found') }
    },
    handler: (request) => services.webhooks.test(request.principal, request.params.id)
  })

  app.route({
    method: 'GET',
    url: '/v1/webhooks/:id/deliveries',
    config: { action: 'webhooks:deliveries' },
    schema: {
      operationId: 'listDeliveries',
      summary: 'The log of deliveries',
      description: 'What was sent, what is queued and what was given up, of the newest change first; kept 30 days. Pages are linked by `next` and by the Link header.',
      tags,
      params,
      querystring: deliveriesQuery,
      headers: ifNoneMatch,
      response: { 200: answer('One page.', deliveryPage), 304: unchanged, ...problems('not-found', 'invalid-cursor', 'invalid-input') }
    },
    async handler (request, reply) {
      const page = await services.webhooks.deliveries(request.principal, request.params.id, request.query)
      if (page.next !== null) {
        const next = new URLSearchParams(request.url.split('?')[1])
        next.set('cursor', page.next)
        reply.header('link', `</v1/webhooks/${request.params.id}/deliveries?${next}>; rel="next"`)
      }
      return page
    }
  })
}
