import Fastify, { type FastifyInstance } from 'fastify'
import { v7 as uuid } from 'uuid'
import type { Store } from '../db/index.ts'
import type { Matcher } from '../matching/index.ts'
import type { Config } from './config.ts'
import { conditional } from './plugins/conditional.ts'
import { metrics } from './plugins/metrics.ts'
import { openapi } from './plugins/openapi.ts'
import { policy } from './plugins/policy.ts'
import { principal } from './plugins/principal.ts'
import { problemDetails, refuseUnreadable } from './plugins/problem-details.ts'
import { protection } from './plugins/protection.ts'
import { validation } from './plugins/validation.ts'
import { bulk } from './routes/bulk.ts'
import { challenges } from './routes/challenges.ts'
import { changes } from './routes/changes.ts'
import { cities } from './routes/cities.ts'
import { deployments } from './routes/deployments.ts'
import { keys } from './routes/keys.ts'
import { match } from './routes/match.ts'
import { providers } from './routes/providers.ts'
import { service } from './routes/service.ts'
import { solutions } from './routes/solutions.ts'
import { createBulk } from './services/bulk.ts'
import { createChanges } from './services/changes.ts'
import { createKeys } from './services/keys.ts'
import type { MatchIndex } from './services/match-index.ts'
import { createMatches } from './services/matches.ts'
import { createPrincipals } from './services/principal.ts'
import { createProfiles } from './services/profiles.ts'
import type { Vectors } from './services/vectors.ts'

/** The version of the API and of openapi.yaml. */
export const apiVersion = '1.0.0'

export interface Parts {
  config: Config
  store: Store
  matcher: Matcher
  index: MatchIndex
  vectors: Vectors
}

/** The whole application on its parts, ready to listen: every Fastify option, plugin and route, in order. */
export const buildApp = async ({ config, store, matcher, index, vectors }: Parts): Promise<FastifyInstance> => {
  const app = Fastify({
    logger: config.logLevel === 'silent' ? false : { level: config.logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    genReqId: () => uuid(),
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    bodyLimit: config.bodyLimit,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    clientErrorHandler: refuseUnreadable
  })

  /** Links are built from the configured address, never from the Host header. */
  const link = (path: string): string => (config.publicUrl ?? (app.server.listening ? app.listeningOrigin : '')) + path

  const closing = new AbortController()
  app.addHook('preClose', async () => closing.abort())

  const profiles = createProfiles(store, matcher.identify)
  const matches = createMatches(store, matcher, index, vectors)
  const bulkService = createBulk(store, matcher.identify, { atomicBytes: config.bulkAtomicLimit }, (error) => app.log.error({ err: error }, 'import failed'))

  await app.register(problemDetails)
  await app.register(validation)
  await app.register(metrics, { waiting: () => vectors.waiting })
  await app.register(principal, { principals: createPrincipals(store), secure: config.publicUrl?.startsWith('https:') === true, origin: () => new URL(link('/')).origin })
  await app.register(protection, { config })
  await app.register(policy)
  await app.register(conditional)
  await app.register(openapi, { publicUrl: config.publicUrl, version: apiVersion })

  app.addContentTypeParser('application/merge-patch+json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'))

  await app.register(service({ store, link }))
  await app.register(cities({ profiles }))
  await app.register(challenges({ profiles, matches }))
  await app.register(providers({ profiles }))
  await app.register(solutions({ profiles, matches }))
  await app.register(deployments({ profiles }))
  await app.register(match({ matches }))
  await app.register(bulk({ bulk: bulkService }))
  await app.register(changes({ changes: createChanges(store, closing.signal) }))
  await app.register(keys({ keys: createKeys(store) }))
  return app
}
