import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { id } from '../schemas/primitives.ts'
import { savedSearch, searchBody, searchList, searchPatch, searchWithAlerts } from '../schemas/searches.ts'
import type { Searches } from '../services/searches.ts'
import { ifNoneMatch } from './headers.ts'
import { answer, problems } from './responses.ts'

const params = z.object({ id })

export const searches = (services: { searches: Searches }): FastifyPluginAsyncZod => async (app) => {
  const tags = ['searches']
  const bodyProblems = ['bad-json', 'too-large', 'unsupported-type', 'invalid-input'] as const

  app.route({
    method: 'GET',
    url: '/v1/searches',
    config: { action: 'searches:list' },
    schema: {
      operationId: 'listSearches',
      summary: 'List your saved searches',
      description: 'A search is yours alone, whatever organisation you act for.',
      tags,
      headers: ifNoneMatch,
      response: { 200: answer('The searches.', searchList), 304: z.undefined().describe('Nothing has changed.'), ...problems() }
    },
    handler: (request) => services.searches.list(request.principal)
  })

  app.route({
    method: 'POST',
    url: '/v1/searches',
    config: { action: 'searches:create' },
    schema: {
      operationId: 'createSearch',
      summary: 'Save a search, or watch a profile',
      description: 'From now on, when a profile is published or changes so that it matches at least in `band`, you are told: in your inbox at once, and by mail as `frequency` says. A profile is told of once: later versions of it are no news. Those of your own organisations are never told of, and only what everybody may see is searched. A person has at most 100.',
      tags,
      body: searchBody,
      response: { 201: answer('The search as it was saved.', savedSearch), ...problems('too-many', ...bodyProblems) }
    },
    async handler (request, reply) {
      const made = await services.searches.create(request.principal, request.body)
      return reply.code(201).header('location', `/v1/searches/${made.id}`).send(made)
    }
  })

  app.route({
    method: 'GET',
    url: '/v1/searches/:id',
    config: { action: 'searches:read' },
    schema: {
      operationId: 'readSearch',
      summary: 'Read a saved search',
      description: 'With what it has found of late.',
      tags,
      params,
      headers: ifNoneMatch,
      response: { 200: answer('The search and its latest alerts.', searchWithAlerts), 304: z.undefined().describe('Nothing has changed.'), ...problems('not-found') }
    },
    handler: (request) => services.searches.read(request.principal, request.params.id)
  })

  app.route({
    method: 'PATCH',
    url: '/v1/searches/:id',
    config: { action: 'searches:change' },
    schema: {
      operationId: 'changeSearch',
      summary: 'Change a saved search',
      description: 'What is searched with stays: save another search for another text or profile. A `frequency` starts mails again that were stopped; what waited for a digest that is not wanted any more is not mailed.',
      tags,
      params,
      body: searchPatch,
      response: { 200: answer('The search as it now stands.', savedSearch), ...problems('not-found', ...bodyProblems) }
    },
    handler: (request) => services.searches.change(request.principal, request.params.id, request.body)
  })

  app.route({
    method: 'DELETE',
    url: '/v1/searches/:id',
    config: { action: 'searches:remove' },
    schema: {
      operationId: 'removeSearch',
      summary: 'Remove a saved search',
      description: 'With its alerts. What is in your inbox stays there.',
      tags,
      params,
      response: { 204: z.undefined().describe('It is removed.'), ...problems('not-found') }
    },
    async handler (request, reply) {
      await services.searches.remove(request.principal, request.params.id)
      return reply.code(204).send()
    }
  })
}
