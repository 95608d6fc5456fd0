import fp from 'fastify-plugin'
import { Problem } from '../errors.ts'
import { anonymous, type Principal, type Principals } from '../services/principal.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks: worked out once, before anything else looks at the request. */
    principal: Principal
    /** Why the key that was sent is not taken; thrown after the rate limit has counted the request. */
    refusedKey: Problem | null
  }
}

/** Works out the principal of every request. A wrong key is refused everywhere: silence would hide it. */
export const principal = fp<{ principals: Principals }>(async (app, { principals }) => {
  app.decorateRequest('principal')
  app.decorateRequest('refusedKey', null)
  app.addHook('onRequest', async (request) => {
    try {
      request.principal = await principals.fromHeader(request.headers.authorization)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      request.principal = anonymous
      request.refusedKey = error
    }
  })
  app.addHook('preParsing', async (request) => {
    if (request.refusedKey !== null) throw request.refusedKey
  })
}, { name: 'principal' })
