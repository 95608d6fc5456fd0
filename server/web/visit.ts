import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Capability, Resource } from '../../db/vocabulary.ts'
import type { SessionAnswer } from '../schemas/sessions.ts'
import type { Services } from '../services/index.ts'
import { profileAction, ruleOf } from '../services/policy.ts'
import { maskedCsrfToken } from '../services/principal.ts'
import { readerOf, type Reader } from './reader.ts'

/** Who is signed in, as pages need to know. */
export interface Member {
  readonly personId: string
  readonly name: string
  /** The organisation acted for; null for none. */
  readonly organisation: SessionAnswer['organisations'][number] | null
  readonly organisations: SessionAnswer['organisations']
  /** Lines of the inbox that were not read. */
  readonly unread: number
  /** For the forms of this one page. */
  readonly csrfToken: string
}

/** One look at one page: who reads it in which language, and where. */
export interface Visit {
  readonly reader: Reader
  /** Address of the page with its query, to come back to. */
  readonly path: string
  readonly member: Member | null
}

/** Whether the organisation acted for lets its member do something; a page shows no button that would be refused. */
export const may = ({ member }: Visit, capability: Capability): boolean =>
  member?.organisation?.capabilities.some((held) => held === capability || held === 'admin') === true

/**
 * Who a session is of; null while it waits for its second factor.
 * @param secret the session cookie's value
 */
export const memberOf = ({ person, organisations, organisationId }: SessionAnswer, secret: string, unread: number): Member | null =>
  person === null ? null : { personId: person.id, name: person.name, organisation: organisations.find(({ id }) => id === organisationId) ?? null, organisations, unread, csrfToken: maskedCsrfToken(secret) }

/** Whether the organisation acted for lets its member change profiles of a kind, its own. */
export const mayWrite = (visit: Visit, resource: Resource): boolean => ruleOf(profileAction(resource, 'change')).needs?.some((capability) => may(visit, capability)) === true

export type Visits = (request: FastifyRequest) => Promise<Visit>

export const createVisits = ({ sessions, notices }: Pick<Services, 'sessions' | 'notices'>): Visits => async (request) => {
  const { principal, sessionSecret } = request
  const reader = readerOf(request)
  const path = request.method === 'GET' ? request.url : cameFrom(request) ?? '/'
  if (principal.personId === null || sessionSecret === undefined) return { reader, path, member: null }
  const session = await sessions.read(principal, sessionSecret)
  const { unread } = await notices.list(principal, { limit: 1 }, reader.language)
  return { reader, path, member: memberOf(session, sessionSecret, unread) }
}

/** Whoever is not signed in signs in first, and comes back. */
export const toSignIn = (reply: FastifyReply, { path }: Visit): FastifyReply => reply.redirect(`/sign-in?back=${encodeURIComponent(path)}`, 303)

/** A host that no address names: what a path leads to from here, it leads to from anywhere. */
const here = 'http://here.invalid'

/** An address of this site to go back to, as browsers read it (they drop tabs and turn backslashes); anything else leads to the start. */
export const ownPath = (path: string | undefined): string => {
  if (path === undefined || !path.startsWith('/') || !URL.canParse(path, here)) return '/'
  const { origin, pathname, search, hash } = new URL(path, here)
  return origin === here && !pathname.startsWith('//') ? pathname + search + hash : '/'
}

/** The page of this site that led to a request; undefined where it was another site's, none, or the one that was asked for. */
export const pageBefore = ({ headers: { referer }, url }: FastifyRequest, origin: string | undefined): string | undefined => {
  if (referer === undefined || !URL.canParse(referer)) return undefined
  const { origin: from, pathname, search } = new URL(referer)
  return from === origin && pathname + search !== url ? ownPath(pathname + search) : undefined
}

/** The page of ours that a request came from. */
export const cameFrom = ({ headers: { referer, host } }: FastifyRequest): string | undefined => {
  if (referer === undefined || !URL.canParse(referer)) return undefined
  const { host: of, pathname, search } = new URL(referer)
  return of === host ? ownPath(pathname + search) : undefined
}
