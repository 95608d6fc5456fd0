import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { id } from '../schemas/primitives.ts'
import { secondFactorBody } from '../schemas/second-factor.ts'
import { chooseBody, session, sessionList, signInBody } from '../schemas/sessions.ts'
import type { Services } from '../services/index.ts'
import type { SignedIn } from '../services/sessions.ts'
import { createCookies, unkept } from './cookies.ts'
import { answer, problems } from './responses.ts'
import { secondFactorOf } from './second-factor.ts'

const bodyProblems = ['bad-json', 'too-large', 'unsupported-type', 'invalid-input'] as const

/** Sign-in, and the sessions of whoever is signed in. */
export const sessions = (services: Pick<Services, 'sessions' | 'config' | 'links'>): FastifyPluginAsyncZod => async (app) => {
  const tags = ['sessions']
  const cookies = createCookies(services)

  const send = (reply: FastifyReply, { secret, lifetime, device, answer }: SignedIn) => {
    cookies.setSession(reply, secret, lifetime)
    if (device !== undefined) cookies.setDevice(reply, device)
    return reply.headers(unkept).send(answer)
  }

  app.route({
    method: 'POST',
    url: '/v1/session',
    config: { action: 'sessions:open' },
    schema: {
      operationId: 'signIn',
      summary: 'Sign in',
      description: 'Sets the session cookie, a new one each time; the session that the browser had ends. Where a second factor is on and no code was sent, `state` is `second-factor`: send the code to `/v1/session/second-factor`. Who belongs to exactly one organisation acts for it. A wrong password, an unknown address and one that is not confirmed get the same answer. After failures sign-in waits (`rate-limited`, with Retry-After), the same whether there is an account; a device that the account has signed in from is not stopped by what strangers do.',
      tags,
      body: signInBody,
      response: { 200: answer('The session.', session), ...problems('sign-in-failed', ...bodyProblems) }
    },
    async handler (request, reply) {
      cookies.requireOurPages(request)
      return send(reply, await services.sessions.signIn(request.body, cookies.visitor(request)))
    }
  })

  app.route({
    method: 'POST',
    url: '/v1/session/second-factor',
    config: { action: 'sessions:open' },
    schema: {
      operationId: 'finishSignIn',
      summary: 'Finish signing in',
      description: 'With the code of the authenticator app, or a recovery code, and X-CSRF-Token as sign-in answered it, within ten minutes. Sets a new session cookie.',
      tags,
      body: secondFactorBody,
      response: { 200: answer('The session, open.', session), ...problems('missing-key', 'sign-in-failed', ...bodyProblems) }
    },
    async handler (request, reply) {
      cookies.requireMeant(request)
      return send(reply, await services.sessions.finish(secondFactorOf(request.body), cookies.visitor(request)))
    }
  })

  app.route({
    method: 'GET',
    url: '/v1/session',
    config: { action: 'sessions:read' },
    schema: {
      operationId: 'readSession',
      summary: 'Who am I',
      description: 'The person who is signed in, their organisations, which of them the session acts for, and the token that writing takes.',
      tags,
      response: { 200: answer('The session.', session), ...problems() }
    },
    handler: async (request, reply) => reply.headers(unkept).send(await services.sessions.read(request.principal, request.sessionSecret ?? ''))
  })

  app.route({
    method: 'PATCH',
    url: '/v1/session',
    config: { action: 'sessions:choose' },
    schema: {
      operationId: 'chooseOrganisation',
      summary: 'Choose an organisation',
      description: 'What follows in this session is done for that organisation, with your role in it. It must be one of yours.',
      tags,
      body: chooseBody,
      response: { 200: answer('The session.', session), ...problems('not-found', ...bodyProblems) }
    },
    handler: async (request, reply) => reply.headers(unkept).send(await services.sessions.choose(request.principal, request.sessionSecret ?? '', request.body.organisationId))
  })

  app.route({
    method: 'DELETE',
    url: '/v1/session',
    config: { action: 'sessions:end' },
    schema: {
      operationId: 'signOut',
      summary: 'Sign out',
      description: 'Ends the session that asks.',
      tags,
      response: { 204: z.undefined().describe('You are signed out.'), ...problems('not-found') }
    },
    async handler (request, reply) {
      await services.sessions.end(request.principal)
      cookies.clearSession(reply)
      return reply.code(204).headers(unkept).send()
    }
  })

  app.route({
    method: 'GET',
    url: '/v1/sessions',
    config: { action: 'sessions:read' },
    schema: {
      operationId: 'listSessions',
      summary: 'List your sessions',
      description: 'Where you are signed in, newest first.',
      tags,
      response: { 200: answer('Your sessions.', sessionList), ...problems() }
    },
    handler: async (request, reply) => reply.headers(unkept).send(await services.sessions.list(request.principal))
  })

  app.route({
    method: 'DELETE',
    url: '/v1/sessions/:id',
    config: { action: 'sessions:end' },
    schema: {
      operationId: 'endSession',
      summary: 'End a session',
      description: 'One of yours; the one that asks, too.',
      tags,
      params: z.object({ id }),
      response: { 204: z.undefined().describe('It has ended.'), ...problems('not-found') }
    },
    async handler (request, reply) {
      await services.sessions.end(request.principal, request.params.id)
      if (request.params.id === request.principal.sessionId) cookies.clearSession(reply)
      return reply.code(204).headers(unkept).send()
    }
  })

  app.route({
    method: 'DELETE',
    url: '/v1/sessions',
    config: { action: 'sessions:end' },
    schema: {
      operationId: 'endOtherSessions',
      summary: 'End your other sessions',
      description: 'All but the one that asks.',
      tags,
      response: { 204: z.undefined().describe('They have ended.'), ...problems() }
    },
    async handler (request, reply) {
      await services.sessions.endOthers(request.principal)
      return reply.code(204).headers(unkept).send()
    }
  })
}
