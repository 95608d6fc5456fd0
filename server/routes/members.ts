import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { member, memberList, memberPatch } from '../schemas/members.ts'
import { id } from '../schemas/primitives.ts'
import type { Members } from '../services/members.ts'
import { ifNoneMatch } from './headers.ts'
import { answer, bodyProblems, problems, unchanged } from './responses.ts'

const params = z.object({ id })
const memberParams = z.object({ id, personId: id })

export const members = (services: { members: Members }): FastifyPluginAsyncZod => async (app) => {
  const tags = ['organisations']

  app.route({
    method: 'GET',
    url: '/v1/organisations/:id/members',
    config: { action: 'members:list' },
    schema: {
      operationId: 'listMembers',
      summary: 'List the people of an organisation',
      description: 'Names and roles; addresses for its owners and the secretariat.',
      tags,
      params,
      headers: ifNoneMatch,
      response: { 200: answer('Its people.', memberList), 304: unchanged, ...problems('not-found') }
    },
    handler: (request) => services.members.list(request.principal, request.params.id)
  })

  app.route({
    method: 'PATCH',
    url: '/v1/organisations/:id/members/:personId',
    config: { action: 'members:change' },
    schema: {
      operationId: 'changeMember',
      summary: 'Change somebody’s role',
      description: 'The last owner stays one. An owner who is one no longer has their open invitations withdrawn.',
      tags,
      params: memberParams,
      body: memberPatch,
      response: { 200: answer('The member.', member), ...problems('not-found', 'last-owner', ...bodyProblems) }
    },
    handler: (request) => services.members.setRole(request.principal, request.params.id, request.params.personId, request.body.role)
  })

  app.route({
    method: 'DELETE',
    url: '/v1/organisations/:id/members/:personId',
    config: { action: 'members:remove' },
    schema: {
      operationId: 'removeMember',
      summary: 'Remove somebody, or leave',
      description: 'An owner removes anybody, a person themself. The last owner cannot leave. Sessions that acted for the organisation act for none.',
      tags,
      params: memberParams,
      response: { 204: z.undefined().describe('They no longer belong to it.'), ...problems('not-found', 'last-owner') }
    },
    async handler (request, reply) {
      await services.members.remove(request.principal, request.params.id, request.params.personId)
      return reply.code(204).send()
    }
  })
}
