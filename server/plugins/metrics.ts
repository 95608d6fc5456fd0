import fp from 'fastify-plugin'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

interface Waiting {
  /** Profiles whose vectors are yet to be made. */
  waiting: () => number
  /** Mails by status. */
  mails: () => Promise<Readonly<Record<string, number>>>
  /** Deliveries to webhooks of a status. */
  deliveries: (status: 'queued' | 'dead') => Promise<number>
}

declare module 'fastify' {
  interface FastifyInstance { metrics: Registry }
}

/** Prometheus metrics of the process, of every route and of the work in the background; labels are route patterns, so that their number is bounded. */
export const metrics = fp(async (app, { waiting, mails, deliveries }: Waiting) => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry]
  })
  registry.registerMetric(new Gauge({
    name: 'match_vectors_waiting',
    help: 'Profiles whose vectors are yet to be made',
    registers: [],
    collect () { this.set(waiting()) }
  }))
  registry.registerMetric(new Gauge({
    name: 'mails',
    help: 'Mails that wait to be sent, and mails that were given up',
    labelNames: ['status'] as const,
    registers: [],
    async collect () {
      // Without the database there are figures still, only not these.
      const counts = await mails().catch(() => ({}))
      this.reset()
      for (const [status, number] of Object.entries(counts)) this.set({ status }, number)
    }
  }))
  registry.registerMetric(new Gauge({
    name: 'webhook_deliveries',
    help: 'Deliveries to webhooks that have not arrived',
    labelNames: ['status'] as const,
    registers: [],
    async collect () { for (const status of ['queued', 'dead'] as const) this.set({ status }, await deliveries(status)) }
  }))
  app.decorate('metrics', registry)
  app.addHook('onResponse', async (request, reply) => {
    duration.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1000)
  })
}, { name: 'metrics' })
