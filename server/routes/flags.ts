import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { appealBody, appealDecision, flag, flagBody, flagDecision, flagsPage, flagsQuery } from '../schemas/flags.ts'
import { id } from '../schemas/primitives.ts'
import type { Flags } from '../services/flags.ts'
import { ifNoneMatch, linkNext } from './headers.ts'
import { answer, bodyProblems, problems, unchanged } from './responses.ts'

const params = z.object({ id })

export const flags = (services: { flags: Flags }): FastifyPluginAsyncZod => async (app) => {
  const tags = ['moderation']

  app.route({
    method: 'POST',
    url: '/v1/flags',
    config: { action: 'flags:raise' },
    schema: {
      operationId: 'raiseFlag',
      summary: 'Flag a profile',
      description: 'Brings a published profile before the secretariat. Its owner learns what is decided and why, and not who raised it. One open case a person and profile.',
      tags,
      body: flagBody,
      response: { 201: answer('The case.', flag), ...problems('suspended', 'not-found', 'gone', 'already-open', 'too-many', ...bodyProblems) }
    },
    handler: async (request, reply) => reply.code(201).send(await services.flags.raise(request.principal, request.body))
  })

  app.route({
    method: 'GET',
    url: '/v1/flags',
    config: { action: 'flags:list' },
    schema: {
      operationId: 'listFlags',
      summary: 'List cases',
      description: 'All of them for the secretariat: with `status=open` the queue, with `appealed=true` the appeals that wait. For everybody else those decided about profiles of the organisation, without who raised them. The oldest first.',
      tags,
      querystring: flagsQuery,
      headers: ifNoneMatch,
      response: { 200: answer('One page.', flagsPage), 304: unchanged, ...problems('invalid-input') }
    },
    async handler (request, reply) {
      const page = await services.flags.list(request.principal, request.query)
      linkNext(request, reply, page.next)
      return page
    }
  })

  app.route({
    method: 'GET',
    url: '/v1/flags/:id',
    config: { action: 'flags:read' },
    schema: {
      operationId: 'readFlag',
      summary: 'Read a case',
      description: 'Any for the secretariat; for everybody else one decided about a profile of the organisation.',
      tags,
      params,
      headers: ifNoneMatch,
      response: { 200: answer('The case.', flag), 304: unchanged, ...problems('not-found') }
    },
    handler: (request) => services.flags.read(request.principal, request.params.id)
  })

  app.route({
    method: 'POST',
    url: '/v1/flags/:id/decide',
    config: { action: 'flags:decide' },
    schema: {
      operationId: 'decideFlag',
      summary: 'Decide a case',
      description: 'Once, with a reason that the owner of the profile reads. Hiding and returning decide every open case about the profile. A profile that published ones hang on cannot be returned (`in-use`), but hidden: what hangs on it stays, and is not matched meanwhile where it hangs on a city. For the secretariat.',
      tags,
      params,
      body: flagDecision,
      response: { 200: answer('The case as it was decided.', flag), ...problems('not-found', 'already-decided', 'in-use', 'profile-closed', ...bodyProblems) }
    },
    handler: (request) => services.flags.decide(request.principal, request.params.id, request.body)
  })

  app.route({
    method: 'POST',
    url: '/v1/flags/:id/appeal',
    config: { action: 'flags:appeal' },
    schema: {
      operationId: 'appeal',
      summary: 'Appeal against a decision',
      description: 'Against hiding or returning a profile of the organisation, once; cases that were decided together are appealed against together. A person appeals, not a key.',
      tags,
      params,
      body: appealBody,
      response: { 200: answer('The case with the appeal.', flag), ...problems('person-needed', 'not-found', 'not-appealable', ...bodyProblems) }
    },
    handler: (request) => services.flags.appeal(request.principal, request.params.id, request.body.words)
  })

  app.route({
    method: 'POST',
    url: '/v1/flags/:id/appeal/decide',
    config: { action: 'flags:decide-appeal' },
    schema: {
      operationId: 'decideAppeal',
      summary: 'Decide an appeal',
      description: 'Once, by somebody else than decided the case where the secretariat has more than one person. `overturned` publishes the profile again, or makes it a draft where its owner has changed it since or what it hangs on is not published. For the secretariat.',
      tags,
      params,
      body: appealDecision,
      response: { 200: answer('The case with its appeal decided.', flag), ...problems('person-needed', 'not-found', 'already-decided', 'same-decider', ...bodyProblems) }
    },
    handler: (request) => services.flags.decideAppeal(request.principal, request.params.id, request.body)
  })
}
