import formbody from '@fastify/formbody'
import type { FastifyPluginAsync } from 'fastify'
import { h } from 'preact'
import type { Services } from '../services/index.ts'
import { Failure } from './pages/failure.tsx'
import { toHtml } from './render.ts'
import { editing } from './routes/editing.ts'
import { looking } from './routes/looking.ts'
import { ownProfiles } from './routes/own-profiles.ts'
import { site } from './routes/site.ts'
import { createVisits } from './visit.ts'

/** Pages for people: the same services as the API, as HTML that works without script. */
export const web = (services: Services): FastifyPluginAsync => async (app) => {
  const visits = createVisits(services)
  await app.register(formbody)
  await app.register(site(services))
  await app.register(looking(services, visits))
  await app.register(editing(services, visits))
  await app.register(ownProfiles(services, visits))
}

/** What went wrong, as a page: for who asked with a browser. */
export const failurePages = (services: Services) => {
  const visits = createVisits(services)
  return async (request: Parameters<typeof visits>[0], code: string): Promise<string> =>
    toHtml(h(Failure, { visit: await visits(request), code, reference: request.id }))
}
