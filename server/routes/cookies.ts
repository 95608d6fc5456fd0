import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { Problem } from '../errors.ts'
import { fromOurPages, isMeant, sessionCookie } from '../plugins/principal.ts'
import { deviceLifetime } from '../services/device.ts'
import type { Links } from '../services/links.ts'
import { isCsrfToken } from '../services/principal.ts'
import type { Visitor } from '../services/visitor.ts'

/** Name of the cookie of a device that somebody has signed in from. */
export const deviceCookie = (secure: boolean): string => secure ? '__Host-wicc-device' : 'wicc-device'

/** Answers with personal data or secrets are kept nowhere on their way. */
export const unkept = { 'cache-control': 'no-store' }

/** The cookies of people, as every route sets and reads them. */
export const createCookies = ({ config, links }: { config: Config, links: Links }) => {
  const secure = config.publicUrl?.startsWith('https:') === true
  const [session, device] = [sessionCookie(secure), deviceCookie(secure)]
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  return {
    visitor: (request: FastifyRequest): Visitor => ({
      address: request.ip, agent: request.headers['user-agent'], device: request.cookies[device], session: request.sessionSecret
    }),
    /** @throws {Problem} `csrf` for a request that comes from another site: where nobody is signed in yet there is no token to hold it to */
    requireOurPages (request: FastifyRequest): void {
      if (!fromOurPages(request, links.origin)) throw new Problem('csrf', 'This comes from another site')
    },
    /** @throws {Problem} `csrf` for a request with a session, open or not yet, that does not carry its token */
    requireMeant (request: FastifyRequest): void {
      if (request.sessionSecret !== undefined && !isMeant(request, request.sessionSecret, links.origin)) throw new Problem('csrf')
    },
    /** @throws {Problem} `csrf` for a form of a session, open or not yet, whose fields do not hold its token */
    requireMeantForm (request: FastifyRequest, token: string | undefined): void {
      if (!fromOurPages(request, links.origin)) throw new Problem('csrf')
      if (request.sessionSecret !== undefined && !isCsrfToken(request.sessionSecret, token ?? '')) throw new Problem('csrf')
    },
    /** @param lifetime milliseconds */
    setSession: (reply: FastifyReply, secret: string, lifetime: number) => reply.setCookie(session, secret, { ...attributes, maxAge: lifetime / 1000 }),
    clearSession: (reply: FastifyReply) => reply.clearCookie(session, attributes),
    setDevice: (reply: FastifyReply, value: string) => reply.setCookie(device, value, { ...attributes, maxAge: deviceLifetime / 1000 }),
    clearDevice: (reply: FastifyReply) => reply.clearCookie(device, attributes)
  }
}
