import cookie from '@fastify/cookie'
import fp from 'fastify-plugin'
import type { FastifyRequest } from 'fastify'
import { Problem } from '../errors.ts'
import { anonymous, isCsrfToken, type Principal, type Principals } from '../services/principal.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks: worked out once, before anything else looks at the request. */
    principal: Principal
    /** The session cookie's value, whatever it is worth. */
    sessionSecret: string | undefined
    /** Why what was sent to say who asks is not taken; thrown after the rate limit has counted the request. */
    refusal: Problem | null
  }
}

/** Name of the session cookie. Behind TLS its prefix has browsers refuse one that came over plain HTTP or from another host. */
export const sessionCookie = (secure: boolean): string => secure ? '__Host-wicc-session' : 'wicc-session'

const readOnly = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether nothing says that a request comes from another site: browsers say where from (Sec-Fetch-Site, else Origin). */
export const fromOurPages = (request: FastifyRequest, origin: string | undefined): boolean => {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const from = request.headers.origin
  return from === undefined || from === origin
}

/** Whether a write with a cookie is meant: it comes from our pages, and its token can be had only by who reads our answers. */
export const isMeant = (request: FastifyRequest, secret: string, origin: string | undefined): boolean => {
  if (!fromOurPages(request, origin)) return false
  const token = request.headers['x-csrf-token']
  return typeof token === 'string' && isCsrfToken(secret, token)
}

export interface PrincipalOptions {
  principals: Principals
  /** Whether people reach the service by TLS. */
  secure: boolean
  /** Where our own pages are. */
  origin: () => string | undefined
}

/** Works out the principal of every request: of its key, else of its session. A wrong key is refused everywhere: silence would hide it. */
export const principal = fp<PrincipalOptions>(async (app, { principals, secure, origin }) => {
  await app.register(cookie)
  app.decorateRequest('principal')
  app.decorateRequest('sessionSecret')
  app.decorateRequest('refusal', null)
  app.addHook('onRequest', async (request) => {
    request.principal = { ...anonymous, address: request.ip }
    if (request.routeOptions.config.byLink === true) return
    const { authorization } = request.headers
    request.sessionSecret = request.cookies[sessionCookie(secure)]
    if (authorization !== undefined) {
      try {
        request.principal = await principals.fromHeader(authorization, request.ip)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        request.refusal = error
      }
      return
    }
    const secret = request.sessionSecret
    if (secret === undefined) return
    const found = await principals.fromSession(secret, request.ip)
    if (found === undefined) return
    request.principal = found
    if (!readOnly.has(request.method) && !isMeant(request, secret, origin())) request.refusal = new Problem('csrf')
  })
  app.addHook('preParsing', async (request) => {
    if (request.refusal !== null) throw request.refusal
  })
}, { name: 'principal' })
