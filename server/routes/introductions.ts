import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { acceptance, closing, introduction, introductionAudit, type IntroductionAnswer, introductionBody, introductionPage, introductionsQuery, refusal, withdrawal } from '../schemas/introductions.ts'
import { id } from '../schemas/primitives.ts'
import type { Introductions } from '../services/introductions.ts'
import { idempotencyKey, ifNoneMatch, onceOf } from './headers.ts'
import { answer, problems } from './responses.ts'

const params = z.object({ id })

/** It may hold contacts: for its reader's own cache alone. */
const unshared = { 'cache-control': 'private, no-cache' }

export const introductions = ({ introductions }: { introductions: Introductions }): FastifyPluginAsyncZod => async (app) => {
  const tags = ['introductions']
  const bodyProblems = ['bad-json', 'too-large', 'unsupported-type', 'invalid-input'] as const
  const decisionProblems = ['not-found', 'not-yours', 'introduction-state', ...bodyProblems] as const
  const unchanged = { 304: z.undefined().describe('Nothing has changed.') }

  app.route({
    method: 'POST',
    url: '/v1/introductions',
    config: { action: 'introductions:create' },
    schema: {
      operationId: 'askForIntroduction',
      summary: 'Ask for an introduction',
      description: 'A city asks the provider of a solution or another city, a provider asks a city, or several cities ask a provider together. Who is asked has 21 days to answer and is reminded 7 and 2 days before the end. The match is stored as it is shown to you now. A provider has at most 10 open requests at a time (it may take fewer, the secretariat may allow more), and the same two organisations ask each other about the same challenge again only 90 days after the last time ended.',
      tags,
      headers: idempotencyKey,
      body: introductionBody,
      response: { 201: answer('The request, as it was sent.', introduction), ...problems('not-yours', 'introduction-open', 'cooling', 'introduction-cap', 'idempotency-mismatch', ...bodyProblems) }
    },
    async handler (request, reply) {
      const made = await introductions.ask(request.principal, request.body, onceOf(request))
      if (made.repeated === true) reply.header('idempotency-replayed', 'true')
      // What a repeat gets was presented when it was stored, and is checked on the way out as all else is.
      return reply.code(201).headers({ ...unshared, location: made.location }).send(made.body as unknown as IntroductionAnswer)
    }
  })

  app.route({
    method: 'GET',
    url: '/v1/introductions',
    config: { action: 'introductions:list' },
    schema: {
      operationId: 'listIntroductions',
      summary: 'List introductions',
      description: 'Those in which your organisation takes part, newest first. The secretariat sees all of them, without what the parties write to each other or disclose.',
      tags,
      querystring: introductionsQuery,
      headers: ifNoneMatch,
      response: { 200: answer('One page.', introductionPage), ...unchanged, ...problems('invalid-cursor', 'invalid-input') }
    },
    async handler (request, reply) {
      const page = await introductions.list(request.principal, request.query)
      if (page.next !== null) {
        const next = new URLSearchParams(request.url.split('?')[1])
        next.set('cursor', page.next)
        reply.header('link', `</v1/introductions?${next}>; rel="next"`)
      }
      return reply.headers(unshared).send(page)
    }
  })

  app.route({
    method: 'GET',
    url: '/v1/introductions/:id',
    config: { action: 'introductions:read' },
    schema: {
      operationId: 'readIntroduction',
      summary: 'Read an introduction',
      description: 'For its parties, and without what they write or disclose for the secretariat; for everybody else it does not exist. Once all have agreed, each party that has agreed sees what the others disclose.',
      tags,
      params,
      headers: ifNoneMatch,
      response: { 200: answer('The introduction.', introduction), ...unchanged, ...problems('not-found') }
    },
    handler: async (request, reply) => reply.headers(unshared).send(await introductions.read(request.principal, request.params.id))
  })

  app.route({
    method: 'GET',
    url: '/v1/introductions/:id/audit',
    config: { action: 'introductions:audit' },
    schema: {
      operationId: 'readIntroductionAudit',
      summary: 'Read what became of an introduction',
      description: 'Every step, with the state before and after, for its parties and the secretariat. Persons are named to their own organisation only, and by id.',
      tags,
      params,
      headers: ifNoneMatch,
      response: { 200: answer('The steps.', introductionAudit), ...unchanged, ...problems('not-found') }
    },
    handler: async (request, reply) => reply.headers(unshared).send(await introductions.audit(request.principal, request.params.id))
  })

  app.route({
    method: 'POST',
    url: '/v1/introductions/:id/accept',
    config: { action: 'introductions:accept' },
    schema: {
      operationId: 'acceptIntroduction',
      summary: 'Agree to an introduction',
      description: 'For those who were asked. When all have agreed, each sees what the others disclose. Saying the same again changes nothing; a decision that comes too late is answered with the state it came to.',
      tags,
      params,
      body: acceptance,
      response: { 200: answer('The introduction as it now stands.', introduction), ...problems(...decisionProblems) }
    },
    handler: async (request, reply) => reply.headers(unshared).send(await introductions.accept(request.principal, request.params.id, request.body))
  })

  app.route({
    method: 'POST',
    url: '/v1/introductions/:id/decline',
    config: { action: 'introductions:decline' },
    schema: {
      operationId: 'declineIntroduction',
      summary: 'Decline an introduction',
      description: 'For those who were asked, with a reason, which the others are told. A city that was asked to join drops out, and the others go on; where the other side declines, it is over.',
      tags,
      params,
      body: refusal,
      response: { 200: answer('The introduction as it now stands.', introduction), ...problems(...decisionProblems) }
    },
    handler: async (request, reply) => reply.headers(unshared).send(await introductions.decline(request.principal, request.params.id, request.body))
  })

  app.route({
    method: 'POST',
    url: '/v1/introductions/:id/withdraw',
    config: { action: 'introductions:withdraw' },
    schema: {
      operationId: 'withdrawIntroduction',
      summary: 'Withdraw from an introduction',
      description: 'For those who ask, before all have agreed or after. In a group the others go on while one of them has agreed; else it is over. Contacts are shown no more.',
      tags,
      params,
      body: withdrawal,
      response: { 200: answer('The introduction as it now stands.', introduction), ...problems(...decisionProblems) }
    },
    handler: async (request, reply) => reply.headers(unshared).send(await introductions.withdraw(request.principal, request.params.id, request.body))
  })

  app.route({
    method: 'POST',
    url: '/v1/introductions/:id/close',
    config: { action: 'introductions:close' },
    schema: {
      operationId: 'closeIntroduction',
      summary: 'Close an introduction with its outcome',
      description: 'For every party that has agreed, once all have. What was disclosed stays seen.',
      tags,
      params,
      body: closing,
      response: { 200: answer('The introduction as it now stands.', introduction), ...problems(...decisionProblems) }
    },
    handler: async (request, reply) => reply.headers(unshared).send(await introductions.close(request.principal, request.params.id, request.body))
  })
}
