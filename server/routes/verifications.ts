import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { id } from '../schemas/primitives.ts'
import {
  historyQuery, revocation, verificationBody, verificationCase, verificationDecision, verificationHistory, verificationQueue, verificationsQuery
} from '../schemas/verifications.ts'
import type { Verifications } from '../services/verifications.ts'
import { ifNoneMatch, linkNext } from './headers.ts'
import { answer, bodyProblems, problems, unchanged } from './responses.ts'

const params = z.object({ id })

export const verifications = (services: { verifications: Verifications }): FastifyPluginAsyncZod => async (app) => {
  const tags = ['organisations']

  app.route({
    method: 'POST',
    url: '/v1/organisations/:id/verification',
    config: { action: 'verifications:ask' },
    schema: {
      operationId: 'askForVerification',
      summary: 'Ask to be verified',
      description: 'By an official domain that your own confirmed address is under, or by a document. One request at a time; the secretariat decides, with a reason.',
      tags,
      params,
      body: verificationBody,
      response: { 201: answer('The request.', verificationCase), ...problems('not-found', 'already-open', 'already-decided', 'too-many', ...bodyProblems) }
    },
    handler: async (request, reply) => reply.code(201).send(await services.verifications.ask(request.principal, request.params.id, request.body))
  })

  app.route({
    method: 'DELETE',
    url: '/v1/organisations/:id/verification',
    config: { action: 'verifications:withdraw' },
    schema: {
      operationId: 'withdrawVerification',
      summary: 'Withdraw a request to be verified',
      description: 'While the secretariat has not decided it.',
      tags,
      params,
      response: { 204: z.undefined().describe('It is withdrawn.'), ...problems('not-found') }
    },
    async handler (request, reply) {
      await services.verifications.withdraw(request.principal, request.params.id)
      return reply.code(204).send()
    }
  })

  app.route({
    method: 'GET',
    url: '/v1/organisations/:id/verification',
    config: { action: 'verifications:read' },
    schema: {
      operationId: 'readVerifications',
      summary: 'Read the verifications of an organisation',
      description: 'What was asked and what became of it, with the reasons. A verification that was taken back stands here too, as refused by the secretariat itself, or as withdrawn where the organisation took another name.',
      tags,
      params,
      querystring: historyQuery,
      headers: ifNoneMatch,
      response: { 200: answer('One page.', verificationHistory), 304: unchanged, ...problems('not-found', 'invalid-input') }
    },
    async handler (request, reply) {
      const page = await services.verifications.history(request.principal, request.params.id, request.query)
      linkNext(request, reply, page.next)
      return page
    }
  })

  app.route({
    method: 'POST',
    url: '/v1/organisations/:id/verification/revoke',
    config: { action: 'verifications:revoke' },
    schema: {
      operationId: 'revokeVerification',
      summary: 'Take a verification back',
      description: 'What the organisation has published stays; new profiles are not published until it is verified again. For the secretariat.',
      tags,
      params,
      body: revocation,
      response: { 200: answer('What stands in its history.', verificationCase), ...problems('not-found', 'already-decided', ...bodyProblems) }
    },
    handler: (request) => services.verifications.revoke(request.principal, request.params.id, request.body.reason)
  })

  app.route({
    method: 'GET',
    url: '/v1/verifications',
    config: { action: 'verifications:list' },
    schema: {
      operationId: 'listVerifications',
      summary: 'List requests to be verified',
      description: 'Of all organisations, the oldest first: with `status=asked` the queue. For the secretariat.',
      tags,
      querystring: verificationsQuery,
      headers: ifNoneMatch,
      response: { 200: answer('One page.', verificationQueue), 304: unchanged, ...problems('invalid-input') }
    },
    async handler (request, reply) {
      const page = await services.verifications.list(request.principal, request.query)
      linkNext(request, reply, page.next)
      return page
    }
  })

  app.route({
    method: 'POST',
    url: '/v1/verifications/:id/decide',
    config: { action: 'verifications:decide' },
    schema: {
      operationId: 'decideVerification',
      summary: 'Decide a request to be verified',
      description: 'Once, with a reason that the owners read. For the secretariat.',
      tags,
      params,
      body: verificationDecision,
      response: { 200: answer('The request as it was decided.', verificationCase), ...problems('not-found', 'already-decided', ...bodyProblems) }
    },
    handler: (request) => services.verifications.decide(request.principal, request.params.id, request.body)
  })
}
