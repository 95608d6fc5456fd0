import Fastify, { type FastifyInstance } from 'fastify'
import { v7 as uuid } from 'uuid'
import { conditional } from './plugins/conditional.ts'
import { jsonBodies } from './plugins/json-bodies.ts'
import { metrics } from './plugins/metrics.ts'
import { openapi } from './plugins/openapi.ts'
import { policy } from './plugins/policy.ts'
import { principal } from './plugins/principal.ts'
import { problemDetails, refuseAddress, refuseUnreadable } from './plugins/problem-details.ts'
import { protection } from './plugins/protection.ts'
import { validation } from './plugins/validation.ts'
import { audit } from './routes/audit.ts'
import { bulk } from './routes/bulk.ts'
import { challenges } from './routes/challenges.ts'
import { changes } from './routes/changes.ts'
import { cities } from './routes/cities.ts'
import { deployments } from './routes/deployments.ts'
import { flags } from './routes/flags.ts'
import { introductions } from './routes/introductions.ts'
import { invitations } from './routes/invitations.ts'
import { judgements } from './routes/judgements.ts'
import { keys } from './routes/keys.ts'
import { mails } from './routes/mails.ts'
import { match } from './routes/match.ts'
import { members } from './routes/members.ts'
import { messages } from './routes/messages.ts'
import { notices } from './routes/notices.ts'
import { organisations } from './routes/organisations.ts'
import { people } from './routes/people.ts'
import { providers } from './routes/providers.ts'
import { questions } from './routes/questions.ts'
import { searches } from './routes/searches.ts'
import { secondFactor } from './routes/second-factor.ts'
import { service } from './routes/service.ts'
import { sessions } from './routes/sessions.ts'
import { solutions } from './routes/solutions.ts'
import { stop } from './routes/stop.ts'
import { verifications } from './routes/verifications.ts'
import { webhooks } from './routes/webhooks.ts'
import type { Services } from './services/index.ts'
import { failurePages, strangerFailure, web } from './web/index.ts'

/** The version of the API and of openapi.yaml. */
export const apiVersion = '1.0.0'

/** The whole application on its services, ready to listen: every Fastify option, plugin and route, in order. */
export const buildApp = async (services: Services): Promise<FastifyInstance> => {
  const { config, links, store, vectors } = services
  const app = Fastify({
    logger: config.logLevel === 'silent' ? false : { level: config.logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    genReqId: () => uuid(),
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    bodyLimit: config.bodyLimit,
    // An address may hold 1,500 characters of a text, each nine bytes long in many scripts, and Referer 4,096 bytes of the one before.
    http: { maxHeaderSize: 32_768 },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    clientErrorHandler: refuseUnreadable,
    frameworkErrors: refuseAddress(strangerFailure)
  })

  app.addHook('preClose', async () => services.stop())

  await app.register(problemDetails, { asPage: failurePages(services) })
  await app.register(validation)
  await app.register(metrics, { waiting: () => vectors.waiting, mails: services.mails.waiting, deliveries: (status) => store.read.deliveries.count(status) })
  await app.register(principal, { principals: services.principals, secure: config.publicUrl?.startsWith('https:') === true, origin: () => links.origin })
  await app.register(protection, { config })
  await app.register(policy)
  await app.register(conditional)
  await app.register(openapi, { publicUrl: config.publicUrl, version: apiVersion })

  await app.register(jsonBodies)

  await app.register(service(services))
  await app.register(people(services))
  await app.register(sessions(services))
  await app.register(secondFactor(services))
  await app.register(organisations(services))
  await app.register(members(services))
  await app.register(invitations(services))
  await app.register(verifications(services))
  await app.register(keys(services))
  await app.register(cities(services))
  await app.register(challenges(services))
  await app.register(providers(services))
  await app.register(solutions(services))
  await app.register(deployments(services))
  await app.register(bulk(services))
  await app.register(flags(services))
  await app.register(match(services))
  await app.register(judgements(services))
  await app.register(introductions(services))
  await app.register(messages(services))
  await app.register(questions(services))
  await app.register(searches(services))
  await app.register(stop(services))
  await app.register(notices(services))
  await app.register(mails(services))
  await app.register(changes(services))
  await app.register(webhooks(services))
  await app.register(audit(services))
  await app.register(web(services))
  return app
}
