import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { message, messageBody, messageList, messagePatch, messagesQuery, readBody, readMark } from '../schemas/messages.ts'
import { id } from '../schemas/primitives.ts'
import type { Messages } from '../services/messages.ts'
import { idempotencyKey, ifNoneMatch, onceOf } from './headers.ts'
import { answer, problems } from './responses.ts'

const params = z.object({ id })
const messageParams = params.extend({ messageId: id })

export const messages = (services: { messages: Messages }): FastifyPluginAsyncZod => async (app) => {
  const tags = ['messages']
  const bodyProblems = ['bad-json', 'too-large', 'unsupported-type', 'invalid-input', 'not-found', 'introduction-state'] as const

  app.route({
    method: 'GET',
    url: '/v1/introductions/:id/messages',
    config: { action: 'messages:list' },
    schema: {
      operationId: 'listMessages',
      summary: 'Read the messages of an introduction',
      description: 'In their order, for its parties once all have agreed, and when it is closed. To look for new ones, ask with the last ordinal you have as `after`.',
      tags,
      params,
      querystring: messagesQuery,
      headers: ifNoneMatch,
      response: { 200: answer('One page, how far each organisation has read, and what is new to you.', messageList), 304: z.undefined().describe('Nothing has changed.'), ...problems('not-found', 'introduction-state', 'invalid-input') }
    },
    handler: (request) => services.messages.list(request.principal, request.params.id, request.query)
  })

  app.route({
    method: 'POST',
    url: '/v1/introductions/:id/messages',
    config: { action: 'messages:create' },
    schema: {
      operationId: 'writeMessage',
      summary: 'Write a message',
      description: 'To the other parties of an introduction that all have agreed to; the first one makes it `active`. The others get one mail, and no more until they have read. A message stays between the parties: what every provider should know before a tender, ask and answer as a question of the challenge (`POST /v1/challenges/{id}/questions`), whose answer goes to all introduced providers at the same moment.',
      tags,
      params,
      headers: idempotencyKey,
      body: messageBody,
      response: { 201: answer('The message, as the parties see it, and they alone.', message), ...problems(...bodyProblems, 'idempotency-mismatch') }
    },
    async handler (request, reply) {
      const made = await services.messages.write(request.principal, request.params.id, request.body, onceOf(request))
      if (made.repeated === true) reply.header('idempotency-replayed', 'true')
      return reply.code(201).header('location', made.location).send(made.body as z.output<typeof message>)
    }
  })

  app.route({
    method: 'PATCH',
    url: '/v1/introductions/:id/messages/:messageId',
    config: { action: 'messages:change' },
    schema: {
      operationId: 'changeMessage',
      summary: 'Change a message',
      description: 'By the person who wrote it, within ten minutes; `editedAt` then shows that it was changed. One written with a key stays as it is.',
      tags,
      params: messageParams,
      body: messagePatch,
      response: { 200: answer('The message as it now stands.', message), ...problems(...bodyProblems, 'not-yours', 'too-late') }
    },
    handler: (request) => services.messages.change(request.principal, request.params.id, request.params.messageId, request.body)
  })

  app.route({
    method: 'PUT',
    url: '/v1/introductions/:id/read',
    config: { action: 'messages:mark-read' },
    schema: {
      operationId: 'markMessagesRead',
      summary: 'Say how far you have read',
      description: 'Your own mark, which never goes back. The other parties see how far your organisation has read, not who of it. After it the next message is told to you by mail again.',
      tags,
      params,
      body: readBody,
      response: { 200: answer('Your mark.', readMark), ...problems(...bodyProblems) }
    },
    handler: (request) => services.messages.markRead(request.principal, request.params.id, request.body.ordinal)
  })
}
