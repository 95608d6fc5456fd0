import fp from 'fastify-plugin'
import type { FastifyRequest, RouteOptions } from 'fastify'
import { problems, securityOf } from '../routes/responses.ts'
import { isForm } from './principal.ts'
import { refusalsOf, requireAction } from '../services/authority.ts'
import { type Action, isAction } from '../services/policy.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route does, as the policy names it. */
    action?: Action
    /** What is sent says by itself what may be done, whoever sends it: neither key nor session takes part. */
    byLink?: true
    /** A form of our pages: who may not send it is refused when it has been read, so that it can be kept for them. */
    form?: true
  }
}

interface Described { description: string }
type Responses = Record<string, Described>

/** Adds what the policy may refuse to what the route itself answers. */
const withRefusals = (responses: Responses, action: Action, writes: boolean): Responses => {
  const merged = { ...responses }
  for (const [status, refused] of Object.entries(problems(...refusalsOf(action), ...(writes ? ['csrf' as const] : [])))) {
    const known = merged[status]
    if (known === undefined) merged[status] = refused
    else {
      const missing = refused.description.split(/(?<=\.) (?=`)/).filter((sentence) => !known.description.includes(sentence))
      merged[status] = { ...known, description: [known.description, ...missing].join(' ') }
    }
  }
  return merged
}

/** Addresses of the documentation, which are no part of the API. */
const isDocumentation = (route: RouteOptions): boolean => route.url.startsWith('/docs') || route.url === '/openapi.json'

/** Holds every route to the policy: one that names no action does not start, and none is reached by who could not do it at all. */
export const policy = fp(async (app) => {
  app.addHook('onRoute', (route) => {
    if (isDocumentation(route)) return
    const action = route.config?.action
    if (action === undefined || !isAction(action)) throw new TypeError(`${String(route.method)} ${route.url} names no action of the policy`)
    route.schema = { ...route.schema, security: securityOf(action), response: withRefusals((route.schema?.response ?? {}) as Responses, action, route.config?.byLink !== true && !['GET', 'HEAD'].includes(String(route.method))) }
  })
  const admit = async (request: FastifyRequest): Promise<void> => {
    const { action } = request.routeOptions.config
    if (action !== undefined) requireAction(request.principal, action)
  }
  const isRead = (request: FastifyRequest): boolean => request.routeOptions.config.form === true && isForm(request)
  app.addHook('preParsing', async (request) => { if (!isRead(request)) await admit(request) })
  app.addHook('preValidation', async (request) => { if (isRead(request)) await admit(request) })
}, { name: 'policy', dependencies: ['principal'] })
