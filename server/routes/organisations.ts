import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { organisation, organisationBody, organisationPatch, organisationsPage, organisationsQuery } from '../schemas/organisations.ts'
import { id } from '../schemas/primitives.ts'
import type { Organisations } from '../services/organisations.ts'
import { ifNoneMatch, linkNext } from './headers.ts'
import { answer, bodyProblems, problems, unchanged } from './responses.ts'

const params = z.object({ id })

export const organisations = (services: { organisations: Organisations }): FastifyPluginAsyncZod => async (app) => {
  const tags = ['organisations']

  app.route({
    method: 'POST',
    url: '/v1/organisations',
    config: { action: 'organisations:create' },
    schema: {
      operationId: 'createOrganisation',
      summary: 'Make an organisation',
      description: 'Not verified yet: it drafts and sees matches, and publishes once the secretariat has verified it. You are its owner, and your session acts for it from now on.',
      tags,
      body: organisationBody,
      response: { 201: answer('The organisation.', organisation), ...problems('too-many', ...bodyProblems) }
    },
    async handler (request, reply) {
      const made = await services.organisations.create(request.principal, request.body)
      return reply.code(201).header('location', `/v1/organisations/${made.id}`).send(made)
    }
  })

  app.route({
    method: 'GET',
    url: '/v1/organisations',
    config: { action: 'organisations:list' },
    schema: {
      operationId: 'listOrganisations',
      summary: 'List organisations',
      description: 'Those you belong to, with your role; the secretariat lists all. The oldest first.',
      tags,
      querystring: organisationsQuery,
      headers: ifNoneMatch,
      response: { 200: answer('One page.', organisationsPage), 304: unchanged, ...problems('invalid-input') }
    },
    async handler (request, reply) {
      const page = await services.organisations.list(request.principal, request.query)
      linkNext(request, reply, page.next)
      return page
    }
  })

  app.route({
    method: 'GET',
    url: '/v1/organisations/:id',
    config: { action: 'organisations:read' },
    schema: {
      operationId: 'readOrganisation',
      summary: 'Read an organisation',
      description: 'All of the one you act for. Of another its name, its kind and whether it is verified, if it has published something or you were introduced.',
      tags,
      params,
      headers: ifNoneMatch,
      response: { 200: answer('The organisation.', organisation), 304: unchanged, ...problems('not-found') }
    },
    handler: (request) => services.organisations.read(request.principal, request.params.id)
  })

  app.route({
    method: 'PATCH',
    url: '/v1/organisations/:id',
    config: { action: 'organisations:change' },
    schema: {
      operationId: 'changeOrganisation',
      summary: 'Change an organisation',
      description: 'Its owners change its name, after which it has to be verified again. The secretariat suspends it, lets it go on, and sets its cap of introductions, with a reason that its owners read.',
      tags,
      params,
      body: organisationPatch,
      response: { 200: answer('The organisation as it now stands.', organisation), ...problems('not-found', ...bodyProblems) }
    },
    handler: (request) => services.organisations.change(request.principal, request.params.id, request.body)
  })
}
