import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { id } from '../schemas/primitives.ts'
import { keyBody, keyList, keysQuery, newKey, rotation } from '../schemas/keys.ts'
import type { Keys } from '../services/keys.ts'
import { ifNoneMatch, linkNext } from './headers.ts'
import { answer, bodyProblems, problems, unchanged } from './responses.ts'

const params = z.object({ id })

/** An answer with a secret is kept nowhere on its way. */
const unkept = { 'cache-control': 'no-store' }

export const keys = (services: { keys: Keys }): FastifyPluginAsyncZod => async (app) => {
  const tags = ['keys']

  app.route({
    method: 'GET',
    url: '/v1/keys',
    config: { action: 'keys:list' },
    schema: {
      operationId: 'listKeys',
      summary: 'List keys',
      description: 'Every key of your organisation, newest first, without secrets; revoked and expired ones too. Takes the scope `keys` or `admin`, or an owner, as all of these do.',
      tags,
      querystring: keysQuery,
      headers: ifNoneMatch,
      response: { 200: answer('The keys.', keyList), 304: unchanged, ...problems('not-found', 'invalid-input') }
    },
    async handler (request, reply) {
      const page = await services.keys.list(request.principal, request.query)
      linkNext(request, reply, page.next)
      return page
    }
  })

  app.route({
    method: 'POST',
    url: '/v1/keys',
    config: { action: 'keys:create' },
    schema: {
      operationId: 'createKey',
      summary: 'Make a key',
      description: 'For your organisation. A key gives only scopes that it has itself (an `admin` key any) and no later end than its own. The secret is in this answer and in no later one; for that reason no Idempotency-Key is taken. At most 50 keys of an organisation are in force at a time.',
      tags,
      body: keyBody,
      response: { 201: answer('The key and its secret.', newKey), ...problems('too-many', ...bodyProblems) }
    },
    handler: async (request, reply) => reply.code(201).headers(unkept).send(await services.keys.create(request.principal, request.body))
  })

  app.route({
    method: 'POST',
    url: '/v1/keys/:id/rotate',
    config: { action: 'keys:rotate' },
    schema: {
      operationId: 'rotateKey',
      summary: 'Rotate a key',
      description: 'Makes a key with the same name, scopes and end, and stops the old one: at once, or when the overlap is over, and never later than it would have ended. Give an overlap when a key rotates itself: if the answer is lost on the way, so is the new secret. A key is rotated once; then rotate the one that replaced it. `not-rotatable` also answers for a key that has expired, or that ends later than the key that asks; `missing-scope` also for one with scopes that the key that asks lacks.',
      tags,
      params,
      body: rotation,
      response: { 201: answer('The new key and its secret.', newKey), ...problems('not-found', 'key-revoked', 'not-rotatable', 'too-many', ...bodyProblems) }
    },
    handler: async (request, reply) => reply.code(201).headers(unkept).send(await services.keys.rotate(request.principal, request.params.id, request.body.overlapMinutes))
  })

  app.route({
    method: 'DELETE',
    url: '/v1/keys/:id',
    config: { action: 'keys:revoke' },
    schema: {
      operationId: 'revokeKey',
      summary: 'Revoke a key',
      description: 'It stops working at once, for good, and stays in the list. A key may revoke itself. Keys that it made go on.',
      tags,
      params,
      response: { 204: z.undefined().describe('It is revoked.'), ...problems('not-found', 'key-revoked') }
    },
    async handler (request, reply) {
      await services.keys.revoke(request.principal, request.params.id)
      return reply.code(204).send()
    }
  })
}
