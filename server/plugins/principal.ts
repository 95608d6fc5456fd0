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
    /** Secret of the session whose token the fields of this form must hold; null where there is nothing to look for. */
    formSecret: string | null
  }
}

/** Name of the session cookie. Behind TLS its prefix has browsers refuse one that came over plain HTTP or from another host. */
export const sessionCookie = (secure: boolean): string => secure ? '__Host-wicc-session' : 'wicc-session'

const readOnly = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether nothing says that a request comes from another site: browsers say where from (Sec-Fetch-Site, else Origin). What
 * Sec-Fetch-Site calls our own is so under whatever name the browser reached us.
 */
export const fromOurPages = (request: FastifyRequest, origin: string | undefined): boolean => {
  const site = request.headers['sec-fetch-site']
  if (site === 'same-origin') return true
  if (site !== undefined && site !== 'none') return false
  const from = request.headers.origin
  return from === undefined || from === origin
}

/** Whether a write with a cookie is meant: it comes from our pages, and its token can be had only by who reads our answers. */
export const isMeant = (request: FastifyRequest, secret: string, origin: string | undefined): boolean => {
  if (!fromOurPages(request, origin)) return false
  const token = request.headers['x-csrf-token']
  return typeof token === 'string' && isCsrfToken(secret, token)
}

/** Name of the hidden field with the session's token, in forms of our pages. */
export const csrfField = '_csrf'

export const isForm = (request: FastifyRequest): boolean => /^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')

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
  app.decorateRequest('formSecret', null)
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
    if (readOnly.has(request.method)) return
    if (isForm(request) && fromOurPages(request, origin())) request.formSecret = secret
    else if (!isMeant(request, secret, origin())) request.refusal = new Problem('csrf')
  })
  app.addHook('preParsing', async (request) => {
    if (request.refusal !== null) throw request.refusal
  })
  // A form of our pages has its token among its fields, which are read by now.
  app.addHook('preValidation', async (request) => {
    if (request.formSecret === null) return
    const fields = request.body as Record<string, unknown> | null
    const token = fields?.[csrfField]
    if (typeof token !== 'string' || !isCsrfToken(request.formSecret, token)) throw new Problem('csrf')
    delete fields?.[csrfField]
  })
}, { name: 'principal' })
