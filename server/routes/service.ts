import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Store } from '../../db/index.ts'
import type { Links } from '../services/links.ts'
import { answer, problems } from './responses.ts'

const greeting = z.object({
  name: z.string().meta({ description: 'What this is.', examples: ['WICC matchmaking'] }),
  description: z.string().meta({ description: 'What it is for.', examples: ['Connects cities that face the same challenges, and finds the solutions that fit.'] }),
  links: z.record(z.string(), z.string()).meta({ description: 'Where to go from here.', examples: [{ documentation: 'http://127.0.0.1:3000/docs' }] })
}).meta({ id: 'Greeting', description: 'What this service is and where to go.' })

const health = z.object({
  status: z.enum(['live', 'ready']).meta({ description: 'How the service is.', examples: ['ready'] })
}).meta({ id: 'Health', description: 'How the service is.' })

/** What this is, how it is doing, and its figures; these answer without a key and without limit. */
export const service = ({ store, links }: { store: Store, links: Links }): FastifyPluginAsyncZod => async (app) => {
  const tags = ['service']

  app.route({
    method: 'GET',
    url: '/v1',
    config: { action: 'service:read' },
    schema: {
      operationId: 'greet',
      summary: 'What this is and where to go',
      description: 'A greeting with links.',
      tags,
      response: { 200: answer('The greeting.', greeting), ...problems() }
    },
    handler: async () => ({
      name: 'WICC matchmaking',
      description: 'Connects cities that face the same challenges, and finds the solutions that fit.',
      links: {
        documentation: links.to('/docs'),
        openapi: links.to('/openapi.json'),
        challenges: links.to('/v1/challenges'),
        solutions: links.to('/v1/solutions'),
        cities: links.to('/v1/cities'),
        match: links.to('/v1/match')
      }
    })
  })

  app.route({
    method: 'GET',
    url: '/health/live',
    config: { action: 'service:read' },
    schema: { operationId: 'isLive', summary: 'Whether the process runs', description: 'Answers while the process does.', tags, response: { 200: answer('It runs.', health), ...problems() } },
    handler: async () => ({ status: 'live' as const })
  })

  app.route({
    method: 'GET',
    url: '/health/ready',
    config: { action: 'service:read' },
    schema: { operationId: 'isReady', summary: 'Whether requests can be answered', description: 'Asks the database.', tags, response: { 200: answer('They can.', health), ...problems() } },
    async handler () {
      await store.ping()
      return { status: 'ready' as const }
    }
  })

  app.route({
    method: 'GET',
    url: '/metrics',
    config: { action: 'service:read' },
    schema: {
      operationId: 'readMetrics',
      summary: 'Figures for Prometheus',
      description: 'Time per route, memory, event loop, vectors and mails that wait.',
      tags,
      response: { 200: answer('Prometheus text format.', z.string().meta({ description: 'Prometheus text format.', examples: ['http_request_duration_seconds_count{method="GET",route="/",status="200"} 1\n'] }), 'text/plain'), ...problems() }
    },
    handler: async (_request, reply) => reply.type('text/plain; version=0.0.4; charset=utf-8').serializer((text: string) => text).send(await app.metrics.metrics())
  })

  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) => reply.type('application/json').serializer(JSON.stringify).send(app.swagger()))
}
