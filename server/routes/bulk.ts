import { Readable } from 'node:stream'
import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Resource, resources } from '../../db/vocabulary.ts'
import { bulkQuery } from '../schemas/bulk.ts'
import { type ListFilters, listSchemas } from '../schemas/lists.ts'
import { csvColumns } from '../services/csv.ts'
import type { Bulk, BulkFormat, BulkReport } from '../services/bulk.ts'
import { problem } from '../schemas/problem.ts'
import { answer, problems } from './responses.ts'

const mediaTypes: Readonly<Record<string, BulkFormat>> = { 'application/x-ndjson': 'ndjson', 'application/ndjson': 'ndjson', 'application/jsonl': 'ndjson', 'text/csv': 'csv' }

async function * asText (reports: AsyncIterable<BulkReport>): AsyncGenerator<string> {
  for await (const report of reports) yield JSON.stringify(report) + '\n'
}

/** Sends while the source goes on; one that reads slowly slows the source down. */
const stream = (reply: FastifyReply, type: string, text: AsyncIterable<string>): FastifyReply =>
  reply.type(type).header('cache-control', 'no-store').send(Readable.from(text, { objectMode: false }))

export const bulk = (services: { bulk: Bulk }): FastifyPluginAsync => async (app) => {
  // Bodies are handed over as they arrive: nothing of them is held.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(Object.keys(mediaTypes), (_request, payload, done) => done(null, payload))

  const report = z.string().meta({ description: 'One JSON object a line: a LineReport for each line of the body, then one SummaryReport.', examples: ['{"line":1,"externalId":"khon-kaen","outcome":"created","id":"0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44"}\n{"summary":{"created":1,"updated":0,"unchanged":0,"rejected":0,"notStored":0}}\n'] })

  const routes = (resource: Resource) => {
    const title = resource[0]?.toUpperCase() + resource.slice(1)
    app.route({
      method: 'POST',
      url: `/v1/bulk/${resource}`,
      config: { action: `${resource}:import` },
      schema: {
        operationId: `import${title}`,
        summary: `Import ${resource}`,
        description: `NDJSON, one of the ${resource} a line as \`POST /v1/${resource}\` takes it, or CSV with a header. \`externalId\` is needed: a line whose id is known replaces what it names, and one that says nothing new changes nothing, so that sending twice is safe. Reports come while the body is read; a line is reported as stored once it is.`,
        tags: ['bulk'],
        consumes: ['application/x-ndjson', 'text/csv'],
        querystring: bulkQuery,
        body: z.any().meta({ description: 'Lines of JSON, or CSV with a header; the example is of the former.', examples: [`${JSON.stringify({ externalId: 'mine-1' }).slice(0, -1)}, ...}\n`] }),
        response: {
          ...problems('too-large', 'unsupported-type'),
          200: answer('What became of each line.', report, 'application/x-ndjson'),
          422: {
            description: 'All or nothing: what was wrong, line by line; nothing is stored. Or `invalid-input`: the query or the header of the CSV is wrong.',
            content: { 'application/x-ndjson': { schema: report }, 'application/problem+json': { schema: problem } }
          }
        }
      },
      async handler (request, reply) {
        const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
        const format = mediaTypes[type] ?? 'ndjson'
        const options = { principal: request.principal, resource, format }
        const source = request.body as Readable
        if (!(request.query as z.output<typeof bulkQuery>).atomic) return stream(reply, 'application/x-ndjson', asText(services.bulk.import(source, options)))
        const { stored, reports } = await services.bulk.importAtomically(source, options)
        return stream(reply.code(stored ? 200 : 422), 'application/x-ndjson', asText(reports))
      }
    })
    app.route({
      method: 'GET',
      url: `/v1/bulk/${resource}`,
      config: { action: `${resource}:export` },
      schema: {
        operationId: `export${title}`,
        summary: `Export ${resource}`,
        description: 'All that the filters let through, as a stream. What is exported can be imported again.',
        tags: ['bulk'],
        querystring: listSchemas[resource].export,
        response: {
          200: {
            description: 'The profiles.',
            content: {
              'application/x-ndjson': { schema: z.string().meta({ description: 'One profile a line, as it is read.', examples: ['{"id":"0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44", ...}\n'] }) },
              'text/csv': { schema: z.string().meta({ description: 'A header, then one profile a record.', examples: [csvColumns(resource).join(',') + '\n'] }) }
            }
          },
          ...problems('invalid-input')
        }
      },
      async handler (request, reply) {
        const { format, ...filters } = request.query as ListFilters & { format: BulkFormat }
        const text = services.bulk.export(request.principal, resource, filters, format)
        return stream(reply.header('content-disposition', `attachment; filename="${resource}.${format}"`), format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson', text)
      }
    })
  }
  resources.forEach(routes)
}
