import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { acceptance, invitation, invitationBody, invitationList } from '../schemas/invitations.ts'
import { organisation } from '../schemas/organisations.ts'
import { id } from '../schemas/primitives.ts'
import type { Invitations } from '../services/invitations.ts'
import { ifNoneMatch } from './headers.ts'
import { answer, bodyProblems, problems, unchanged } from './responses.ts'

const params = z.object({ id })
const invitationParams = z.object({ id, invitationId: id })

export const invitations = (services: { invitations: Invitations }): FastifyPluginAsyncZod => async (app) => {
  const tags = ['organisations']

  app.route({
    method: 'POST',
    url: '/v1/organisations/:id/invitations',
    config: { action: 'invitations:create' },
    schema: {
      operationId: 'invite',
      summary: 'Invite somebody',
      description: 'Sends a link that is good for seven days, once, for whoever has that address; an open invitation to it is withdrawn for the new one. The answer is the same whether the address has an account or not. A person invites, not a key.',
      tags,
      params,
      body: invitationBody,
      response: { 201: answer('The invitation, without its link.', invitation), ...problems('person-needed', 'not-found', 'too-many', ...bodyProblems) }
    },
    handler: async (request, reply) => reply.code(201).send(await services.invitations.create(request.principal, request.params.id, request.body))
  })

  app.route({
    method: 'GET',
    url: '/v1/organisations/:id/invitations',
    config: { action: 'invitations:list' },
    schema: {
      operationId: 'listInvitations',
      summary: 'List open invitations',
      description: 'Those that can still be accepted.',
      tags,
      params,
      headers: ifNoneMatch,
      response: { 200: answer('The open invitations.', invitationList), 304: unchanged, ...problems('not-found') }
    },
    handler: (request) => services.invitations.list(request.principal, request.params.id)
  })

  app.route({
    method: 'DELETE',
    url: '/v1/organisations/:id/invitations/:invitationId',
    config: { action: 'invitations:withdraw' },
    schema: {
      operationId: 'withdrawInvitation',
      summary: 'Withdraw an invitation',
      description: 'Its link is good for nothing from then on.',
      tags,
      params: invitationParams,
      response: { 204: z.undefined().describe('It is withdrawn.'), ...problems('not-found') }
    },
    async handler (request, reply) {
      await services.invitations.withdraw(request.principal, request.params.id, request.params.invitationId)
      return reply.code(204).send()
    }
  })

  app.route({
    method: 'POST',
    url: '/v1/invitations/accept',
    config: { action: 'invitations:accept' },
    schema: {
      operationId: 'acceptInvitation',
      summary: 'Accept an invitation',
      description: 'With the token of the link, by whoever has the address that it went to: `other-address` answers everybody else. Your session acts for the organisation from now on.',
      tags,
      body: acceptance,
      response: { 200: answer('The organisation that you belong to now.', organisation), ...problems('other-address', 'not-found', ...bodyProblems) }
    },
    handler: (request) => services.invitations.accept(request.principal, request.body.token)
  })
}
