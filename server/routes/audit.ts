import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { auditPage, auditQuery } from '../schemas/audit.ts'
import type { AuditReading } from '../services/audit-log.ts'
import { ifNoneMatch, linkNext } from './headers.ts'
import { answer, problems, unchanged } from './responses.ts'

export const audit = (services: { audit: AuditReading }): FastifyPluginAsyncZod => async (app) => {
  app.route({
    method: 'GET',
    url: '/v1/audit',
    config: { action: 'audit:read' },
    schema: {
      operationId: 'readAudit',
      summary: 'Read the audit log',
      description: 'Who did what to which object, when, and what it was before and after; people by reference only. All of it for the secretariat; for owners what was done to objects of their organisation.',
      tags: ['audit'],
      querystring: auditQuery,
      headers: ifNoneMatch,
      response: { 200: answer('One page.', auditPage), 304: unchanged, ...problems('not-found', 'invalid-input') }
    },
    async handler (request, reply) {
      const page = await services.audit.read(request.principal, request.query)
      linkNext(request, reply, page.next === null ? null : String(page.next))
      return page
    }
  })
}
