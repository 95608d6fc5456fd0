import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import fp from 'fastify-plugin'
import type { Config } from '../config.ts'
import { Problem } from '../errors.ts'
import { networkOf } from '../services/throttle.ts'

/** Addresses that operators and their machines ask, however often. */
const unlimited = /^\/(health|metrics)(\/|$)/

/** What a page may load: nothing that is not ours, no style and no script within it. */
const directives = { 'default-src': ["'self'"], 'img-src': ["'self'", 'data:'], 'object-src': ["'none'"], 'frame-ancestors': ["'none'"], 'base-uri': ["'self'"], 'form-action': ["'self'"] }

/** The same for what is answered before any hook runs, which a plugin's headers do not reach. */
export const headersWithoutHooks = {
  'content-security-policy': Object.entries(directives).map(([name, sources]) => `${name} ${sources.join(' ')}`).join(';'),
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff'
}

/** Security headers, cross-origin rules, rate limits by address or by key, and load shedding. */
export const protection = fp<{ config: Config }>(async (app, { config }) => {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    // Not `no-referrer`, under which browsers send forms of our own pages with `Origin: null`.
    referrerPolicy: { policy: 'same-origin' },
    hsts: config.publicUrl?.startsWith('https:') === true
  })
  const origins = config.corsOrigins.includes('*') ? '*' : [...config.corsOrigins]
  if (origins.length > 0) {
    await app.register(cors, { origin: origins, methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'], exposedHeaders: ['ETag', 'Link', 'Location', 'Retry-After'] })
  }
  await app.register(rateLimit, {
    timeWindow: 60_000,
    max: ({ principal: { keyId, personId } }) => keyId === null && personId === null ? config.rateLimit.anonymous : config.rateLimit.key,
    keyGenerator: ({ principal: { keyId, personId }, ip }) => keyId ?? personId ?? networkOf(ip),
    allowList: (request) => unlimited.test(request.url),
    enableDraftSpec: true,
    errorResponseBuilder: (_request, { after, ttl }) => new Problem('rate-limited', `Too many requests; try again in ${after}`, [], { 'retry-after': String(Math.ceil(ttl / 1000)) })
  })
  await app.register(underPressure, {
    maxEventLoopDelay: config.overloadDelay,
    pressureHandler: (request) => { if (!unlimited.test(request.url)) throw new Problem('overloaded', undefined, [], { 'retry-after': '5' }) }
  })
}, { name: 'protection', dependencies: ['principal'] })
