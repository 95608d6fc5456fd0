import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { JsonObject } from '../../db/index.ts'
import type { Resource } from '../../db/vocabulary.ts'
import { listSchemas, type ListFilters, type sortOrders } from '../schemas/lists.ts'
import { id } from '../schemas/primitives.ts'
import { keptFields, resourceSchemas, singular } from '../schemas/resource.ts'
import type { ProfileBody } from '../services/profile-writing.ts'
import type { Profiles, Target } from '../services/profiles.ts'
import { etag } from '../services/presenting.ts'
import { expectedVersion, idempotencyKey, ifMatch, ifNoneMatch, linkNext, onceOf } from './headers.ts'
import { answer, problems } from './responses.ts'

const params = z.object({ id })

/** Fields that the service keeps may be sent back as read: they are dropped before the body is checked. */
const dropKept = async (request: FastifyRequest): Promise<void> => {
  const { body } = request
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return
  for (const name of keptFields) delete (body as JsonObject)[name]
}

const target = (request: FastifyRequest, resource: Resource): Target => ({
  principal: request.principal,
  resource,
  id: (request.params as z.output<typeof params>).id,
  versions: expectedVersion(request.headers['if-match'])
})

const send = (reply: FastifyReply, profile: { version: number }) => reply.header('etag', etag(profile.version)).send(profile)

/** Create, read, list, replace, change in part, close and erase: the same for every resource. */
export const profileRoutes = (resource: Resource, profiles: Profiles): FastifyPluginAsync => async (app) => {
  const one = singular[resource]
  const name = resourceSchemas[resource].name
  const { body, patch, profile, page } = resourceSchemas[resource]
  const tags = [resource]
  const writeProblems = ['bad-json', 'not-yours', 'not-verified', 'too-large', 'unsupported-type', 'invalid-input'] as const
  const changeProblems = [...writeProblems, 'not-found', 'profile-closed', 'gone', 'version-conflict', 'precondition-required'] as const
  const saved = (what: string) => answer(`The ${one} ${what}; its ETag is in the header.`, profile)

  app.route({
    method: 'POST',
    url: `/v1/${resource}`,
    config: { action: `${resource}:create` },
    schema: {
      operationId: `create${name}`,
      summary: `Register a ${one}`,
      description: `Publishes it unless \`status\` is \`draft\`. With an Idempotency-Key a repeat makes no second ${one}.`,
      tags,
      headers: idempotencyKey,
      body,
      response: { 201: saved('as it was stored'), ...problems(...writeProblems, 'duplicate-external-id', 'idempotency-mismatch') }
    },
    preValidation: dropKept,
    async handler (request, reply) {
      const made = await profiles.create(request.principal, resource, request.body as ProfileBody, onceOf(request))
      if (made.repeated === true) reply.header('idempotency-replayed', 'true')
      return reply.code(201).headers({ location: made.location, etag: etag(made.version) }).send(made.body)
    }
  })

  app.route({
    method: 'GET',
    url: `/v1/${resource}`,
    config: { action: `${resource}:list` },
    schema: {
      operationId: `list${resource[0]?.toUpperCase()}${resource.slice(1)}`,
      summary: `List ${resource}`,
      description: 'Published ones; with `status` or `owner=me` your own of any status. Pages are linked by `next` and by the Link header.',
      tags,
      querystring: listSchemas[resource].list,
      headers: ifNoneMatch,
      response: { 200: answer('One page.', page), 304: z.undefined().describe('Nothing has changed.'), ...problems('invalid-cursor', 'invalid-input') }
    },
    async handler (request, reply) {
      const query = request.query as ListFilters & { sort: (typeof sortOrders)[number], limit: number, cursor?: string }
      const found = await profiles.list(request.principal, resource, query)
      linkNext(request, reply, found.next)
      return found
    }
  })

  app.route({
    method: 'GET',
    url: `/v1/${resource}/:id`,
    config: { action: `${resource}:read` },
    schema: {
      operationId: `read${name}`,
      summary: `Read a ${one}`,
      description: 'Published ones for everybody; your own whatever their status.',
      tags,
      params,
      headers: ifNoneMatch,
      response: { 200: saved('as it stands'), 304: z.undefined().describe('Nothing has changed.'), ...problems('not-found', 'gone') }
    },
    handler: async (request, reply) => send(reply, await profiles.read(request.principal, resource, (request.params as z.output<typeof params>).id))
  })

  app.route({
    method: 'PUT',
    url: `/v1/${resource}/:id`,
    config: { action: `${resource}:change` },
    schema: {
      operationId: `replace${name}`,
      summary: `Replace a ${one}`,
      description: 'What the body leaves out is taken away, but for `status` and `externalId`, which stay.',
      tags,
      params,
      headers: ifMatch,
      body,
      response: { 200: saved('as it now stands'), ...problems(...changeProblems, 'in-use', 'duplicate-external-id') }
    },
    preValidation: dropKept,
    handler: async (request, reply) => send(reply, await profiles.replace(target(request, resource), request.body as ProfileBody))
  })

  app.route({
    method: 'PATCH',
    url: `/v1/${resource}/:id`,
    config: { action: `${resource}:change` },
    schema: {
      operationId: `change${name}`,
      summary: `Change a ${one} in part`,
      description: 'A JSON merge patch (RFC 7396): what is left out stays, null takes away, lists are replaced whole.',
      tags,
      params,
      headers: ifMatch,
      body: patch,
      response: { 200: saved('as it now stands'), ...problems(...changeProblems, 'in-use', 'duplicate-external-id') }
    },
    preValidation: dropKept,
    handler: async (request, reply) => send(reply, await profiles.patch(target(request, resource), request.body as JsonObject))
  })

  app.route({
    method: 'DELETE',
    url: `/v1/${resource}/:id`,
    config: { action: `${resource}:close` },
    schema: {
      operationId: `close${name}`,
      summary: `Close a ${one}`,
      description: 'Takes it out of lists and matches at once, and keeps it and its history for its owner. It cannot be opened again.',
      tags,
      params,
      headers: ifMatch,
      response: { 200: saved('as it was closed'), ...problems('not-yours', 'not-found', 'profile-closed', 'gone', 'in-use', 'version-conflict', 'precondition-required') }
    },
    handler: async (request, reply) => send(reply, await profiles.close(target(request, resource)))
  })

  app.route({
    method: 'POST',
    url: `/v1/${resource}/:id/erase`,
    config: { action: `${resource}:erase` },
    schema: {
      operationId: `erase${name}`,
      summary: `Erase a closed ${one}`,
      description: 'Forgets its texts, its contact and its history for good; codes and references stay, so that others’ profiles still stand on something.',
      tags,
      params,
      headers: ifMatch,
      response: { 204: z.undefined().describe('It is erased.'), ...problems('not-yours', 'not-found', 'not-closed', 'gone', 'version-conflict', 'precondition-required') }
    },
    async handler (request, reply) {
      await profiles.erase(target(request, resource))
      return reply.code(204).send()
    }
  })
}
