import { isDeepStrictEqual } from 'node:util'
import type { JsonObject, ProfileRecord, Repositories } from '../../db/index.ts'
import type { Resource, Scope } from '../../db/vocabulary.ts'
import { Problem, invalidField } from '../errors.ts'
import { singular, type Content } from '../schemas/resource.ts'
import { anonymous, isAdmin, type Principal } from './principal.ts'

/** Which scopes let a key write which resource; any one of them does. */
const writeScopes: Readonly<Record<Resource, readonly Scope[]>> = {
  cities: ['write:cities'],
  challenges: ['write:cities'],
  providers: ['write:solutions'],
  solutions: ['write:solutions'],
  deployments: ['write:cities', 'write:solutions']
}

export const owns = (principal: Principal, record: { ownerId: string }): boolean =>
  isAdmin(principal) || (principal.organisationId !== null && record.ownerId === principal.organisationId)

/** @throws {Problem} `missing-key` or `missing-scope` */
export const requireScope = (principal: Principal, ...scopes: readonly Scope[]): void => {
  if (isAdmin(principal) || scopes.some((scope) => principal.scopes.has(scope))) return
  if (principal === anonymous || principal.organisationId === null) throw new Problem('missing-key')
  throw new Problem('missing-scope', `This needs the scope ${scopes.join(' or ')}`)
}

export const requireWriteScope = (principal: Principal, resource: Resource): void => requireScope(principal, ...writeScopes[resource])

/** Whether somebody may know that a profile is there. */
export const maySee = (principal: Principal, record: ProfileRecord): boolean => record.status === 'published' || owns(principal, record)

/**
 * A profile for reading.
 * @throws {Problem} `not-found` where it does not exist for this principal; `gone` where it was public once and is closed
 */
export const requireVisible = (principal: Principal, resource: Resource, record: ProfileRecord | undefined): ProfileRecord => {
  if (record === undefined) throw new Problem('not-found', `There is no such ${singular[resource]}`)
  if (record.erasedAt !== null && owns(principal, record)) throw new Problem('gone', `This ${singular[resource]} was erased`)
  if (maySee(principal, record)) return record
  if (record.status === 'closed' && record.publishedAt !== null) throw new Problem('gone', `This ${singular[resource]} was closed`)
  throw new Problem('not-found', `There is no such ${singular[resource]}`)
}

/**
 * A profile for writing.
 * @throws {Problem} as for reading; `not-yours`; `profile-closed`
 */
export const requireWritable = (principal: Principal, resource: Resource, found: ProfileRecord | undefined): ProfileRecord => {
  requireWriteScope(principal, resource)
  const record = requireVisible(principal, resource, found)
  if (!owns(principal, record)) throw new Problem('not-yours', `This ${singular[resource]} belongs to another organisation`)
  if (record.status === 'closed') throw new Problem('profile-closed', `This ${singular[resource]} is closed; register a new one instead`)
  return record
}

interface Parent { field: string, resource: Resource }

/** What a profile hangs on. A published profile hangs on published ones. */
export const parents: Readonly<Record<Resource, readonly Parent[]>> = {
  cities: [],
  challenges: [{ field: 'cityId', resource: 'cities' }],
  providers: [],
  solutions: [{ field: 'providerId', resource: 'providers' }],
  deployments: [{ field: 'solutionId', resource: 'solutions' }, { field: 'cityId', resource: 'cities' }, { field: 'challengeId', resource: 'challenges' }]
}

/** What keeps a profile from closing or going back to draft: open profiles that hang on it. Evidence of a solution or a challenge stays when that closes. */
export const dependants: Readonly<Record<Resource, ReadonlyArray<{ resource: Resource, filter: 'cityId' | 'providerId' }>>> = {
  cities: [{ resource: 'challenges', filter: 'cityId' }, { resource: 'deployments', filter: 'cityId' }],
  challenges: [],
  providers: [{ resource: 'solutions', filter: 'providerId' }],
  solutions: [],
  deployments: []
}

/**
 * Whether the principal may hang a profile on these parents. A challenge needs one's own city, a solution one's own
 * provider (or none), a deployment one's own city with `write:cities` or one's own solution with `write:solutions`.
 */
export const requireParents = (principal: Principal, resource: Resource, found: Readonly<Record<string, ProfileRecord>>): void => {
  const mine = (field: string): boolean => found[field] === undefined || owns(principal, found[field])
  if (resource === 'challenges' && !mine('cityId')) throw new Problem('not-yours', 'The city belongs to another organisation', [{ in: 'body', pointer: '/cityId', code: 'not-yours', detail: 'must be a city of yours' }])
  if (resource === 'solutions' && !mine('providerId')) throw new Problem('not-yours', 'The provider belongs to another organisation', [{ in: 'body', pointer: '/providerId', code: 'not-yours', detail: 'must be a provider of yours' }])
  if (resource === 'deployments') {
    const admitted = isAdmin(principal) ||
      (principal.scopes.has('write:cities') && mine('cityId')) ||
      (principal.scopes.has('write:solutions') && mine('solutionId'))
    if (!admitted) throw new Problem('not-yours', 'A deployment is told by its city or by the owner of its solution', [{ in: 'body', pointer: '/solutionId', code: 'not-yours', detail: 'must be a solution of yours, or the city must be' }])
  }
}

/**
 * Fields that only some may set, beyond owning the profile: verification is the secretariat's, confirmation the city's.
 * Leaves in `next` what this principal may leave there; a confirmed deployment that its provider changes is confirmed no longer.
 */
export const guardFields = async (principal: Principal, resource: Resource, next: JsonObject, before: ProfileRecord | undefined, repositories: Repositories): Promise<void> => {
  const had = before?.content['verification']
  if ((resource === 'cities' || resource === 'providers') && !isAdmin(principal)) {
    if (next['verification'] !== undefined && JSON.stringify(next['verification']) !== JSON.stringify(had)) {
      throw new Problem('missing-scope', 'Only the secretariat verifies', [{ in: 'body', pointer: '/verification', code: 'not-yours', detail: 'is set by the secretariat' }])
    }
    if (had !== undefined) next['verification'] = had
  }
  if (resource === 'deployments') {
    const { cityId, confirmed } = next as Partial<Content<'deployments'>>
    const city = cityId === undefined ? undefined : await repositories.cities.find(cityId)
    if (city !== undefined && owns(principal, city)) return
    if (confirmed === true && before?.content['confirmed'] !== true) {
      throw invalidField(['confirmed'], 'not-yours', 'is for the owner of the city to say')
    }
    if (before?.content['confirmed'] === true && !isDeepStrictEqual({ ...before.content, confirmed }, { ...next })) next['confirmed'] = false
  }
}
