import { isDeepStrictEqual } from 'node:util'
import type { JsonObject, ProfileRecord, Repositories } from '../../db/index.ts'
import type { Resource } from '../../db/vocabulary.ts'
import { type ErrorCode, Problem } from '../errors.ts'
import { fieldError, invalidField } from '../faults.ts'
import { singular, type Content } from '../schemas/resource.ts'
import { type Action, type Fields, profileAction, type Relation, ruleOf } from './policy.ts'
import { asItStands, isAdmin, type Principal } from './principal.ts'

/** Relations that need an organisation to act for. */
const acting = ['member', 'introduced', 'own', 'owner', 'city', 'party', 'asking', 'asked'] as const satisfies readonly Relation[]

const notVerified = 'The secretariat has not verified the organisation yet: an owner asks for it with POST /v1/organisations/{id}/verification. Until then profiles are kept with "status": "draft"'

/** What an action may be refused with before its object is looked at: what its route documents. */
export const refusalsOf = (action: Action): ErrorCode[] => {
  const { needs, verified, allow } = ruleOf(action)
  if ('anybody' in allow) return []
  const acts = acting.some((relation) => relation in allow)
  return [
    'missing-key',
    ...(('person' in allow || 'self' in allow) ? ['person-needed' as const] : []),
    ...(acts ? ['no-organisation' as const] : []),
    ...(needs !== undefined || 'secretariat' in allow ? ['missing-scope' as const, 'suspended' as const] : []),
    ...(verified ? ['not-verified' as const] : [])
  ]
}

/**
 * Refuses who could not do an action to any object at all.
 * @throws {Problem} one of {@link refusalsOf}
 */
export const requireAction = (principal: Principal, action: Action): void => {
  const { allow } = ruleOf(action)
  if ('anybody' in allow || ('secretariat' in allow && isAdmin(principal))) return
  if (('person' in allow || 'self' in allow) && principal.personId !== null) return
  if (principal.personId === null && principal.organisationId === null) throw new Problem('missing-key')
  if (!acting.some((relation) => relation in allow)) throw 'secretariat' in allow ? new Problem('missing-scope', 'This is for the secretariat') : new Problem('person-needed')
  requireActing(principal, action)
}

/** Refuses who could not do an action for the organisation they act for, whatever they may do as a person. */
const requireActing = (principal: Principal, action: Action): void => {
  const { needs, verified } = ruleOf(action)
  if (principal.organisationId === null) throw new Problem('no-organisation')
  if (principal.suspended && needs?.includes('read') !== true) throw new Problem('suspended')
  if (needs !== undefined && !needs.some((capability) => principal.capabilities.has(capability))) {
    throw new Problem('missing-scope', `This needs ${principal.personId === null ? 'the scope' : 'a role with the capability'} ${needs.join(' or ')}`)
  }
  if (verified && !principal.verified) throw new Problem('not-verified', notVerified)
}

/**
 * Who asks, as they stand in the transaction at hand, admitted to an action for an organisation and what is its.
 * @throws {Problem} as `requireAction`; `not-found` with `missing` where the organisation is not theirs
 */
export const requireFor = async (repositories: Repositories, asking: Principal, action: Action, ownerId: string, missing: string): Promise<Principal> => {
  const principal = await asItStands(repositories, asking)
  requireAction(principal, action)
  if (!('secretariat' in ruleOf(action).allow && isAdmin(principal))) {
    if (!isOwn(principal, { ownerId })) throw new Problem('not-found', missing)
    requireActing(principal, action)
  }
  return principal
}

/** How a principal stands to what is an organisation's. */
export const heldOver = (principal: Principal, ownerId: string): Relation[] => {
  if (!isOwn(principal, { ownerId })) return []
  return principal.capabilities.has('organisation') ? ['own', 'owner'] : ['own']
}

/** The fields of an object that may be read. */
export const permitted = <T extends object>(fields: readonly Fields[], object: T): Partial<T> =>
  Object.fromEntries(Object.entries(object).filter(([name]) => mayWrite(fields, name))) as Partial<T>

/** Whether what a principal was given is enough to act for its organisation in this. */
const acts = ({ capabilities }: Principal, action: Action): boolean => ruleOf(action).needs?.some((capability) => capabilities.has(capability)) ?? true

/** What a principal may read or write of an object to which it stands in these relations; empty for nothing. */
export const fieldsOf = (principal: Principal, action: Action, held: Iterable<Relation>): readonly Fields[] => {
  const { allow } = ruleOf(action)
  const counted = [...held].filter((relation) => acts(principal, action) || !(acting as readonly Relation[]).includes(relation))
  const all = new Set<Relation>([...counted, 'anybody', ...(isAdmin(principal) ? ['secretariat' as const] : [])])
  return [...all].flatMap((relation) => allow[relation] ?? [])
}

export const mayWrite = (fields: readonly Fields[], name: string): boolean => fields.some((some) =>
  some === 'every' || ('but' in some && !some.but.includes(name)) || ('only' in some && some.only.includes(name)))

/** Of what may be read, where fields are named rather than ranked by visibility. */
export const mayRead = (fields: readonly Fields[], name: string): boolean => mayWrite(fields, name)

export const owns = (principal: Principal, record: { ownerId: string }): boolean =>
  isAdmin(principal) || (principal.organisationId !== null && record.ownerId === principal.organisationId)

const isOwn = (principal: Principal, { ownerId }: { ownerId: string }): boolean => principal.organisationId !== null && ownerId === principal.organisationId

/** Whether somebody may know that a profile is there. */
export const maySee = (principal: Principal, record: ProfileRecord): boolean =>
  record.status === 'published' || isAdmin(principal) || (isOwn(principal, record) && acts(principal, 'profiles:list-own'))

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
 * A profile for changing.
 * @throws {Problem} as for reading; `not-yours`; `profile-closed`
 */
export const requireWritable = (principal: Principal, resource: Resource, found: ProfileRecord | undefined): ProfileRecord => {
  requireAction(principal, profileAction(resource, 'change'))
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
  if (resource === 'challenges' && !mine('cityId')) throw new Problem('not-yours', 'The city belongs to another organisation', [fieldError('body', ['cityId'], 'city-not-yours', {})])
  if (resource === 'solutions' && !mine('providerId')) throw new Problem('not-yours', 'The provider belongs to another organisation', [fieldError('body', ['providerId'], 'provider-not-yours', {})])
  if (resource === 'deployments') {
    const admitted = isAdmin(principal) ||
      (principal.capabilities.has('write:cities') && mine('cityId')) ||
      (principal.capabilities.has('write:solutions') && mine('solutionId'))
    if (!admitted) throw new Problem('not-yours', 'A deployment is told by its city or by the owner of its solution', [fieldError('body', ['solutionId'], 'solution-not-yours', {})])
  }
}

/** What of a profile, new or known, this principal may write. */
const writable = async (principal: Principal, resource: Resource, next: JsonObject, before: ProfileRecord | undefined, { cities }: Repositories): Promise<readonly Fields[]> => {
  const held: Relation[] = before === undefined || isOwn(principal, before) ? ['own'] : []
  if (resource === 'deployments') {
    const { cityId } = next as Partial<Content<'deployments'>>
    const city = cityId === undefined ? undefined : await cities.find(cityId)
    if (city !== undefined && isOwn(principal, city)) held.push('city')
  }
  return [...fieldsOf(principal, profileAction(resource, 'change'), held)]
}

const withheld = { verification: 'set-by-secretariat', confirmed: 'said-by-city' } as const

/**
 * Fields that only some may set, beyond owning the profile, as the policy has it. Leaves in `next` what this principal may
 * leave there: a verification stays, and a confirmed deployment that its provider changes is confirmed no longer.
 */
export const guardFields = async (principal: Principal, resource: Resource, next: JsonObject, before: ProfileRecord | undefined, repositories: Repositories): Promise<void> => {
  const fields = await writable(principal, resource, next, before, repositories)
  for (const name of ['verification', 'confirmed'] as const) {
    if (mayWrite(fields, name)) continue
    const [had, wanted] = [before?.content[name], next[name]]
    // Said again as it stands, or left out: nothing is asked for.
    if (wanted !== undefined && !isDeepStrictEqual(wanted, had ?? false)) {
      if (name === 'verification') throw new Problem('missing-scope', 'Only the secretariat verifies', [fieldError('body', [name], withheld[name], {})])
      throw invalidField([name], withheld[name], {})
    }
    if (had !== undefined) next[name] = had
  }
  if (resource === 'deployments' && before?.content['confirmed'] === true && !mayWrite(fields, 'confirmed')) {
    const { confirmed } = before.content
    if (!isDeepStrictEqual({ ...before.content, confirmed }, { ...next, confirmed })) next['confirmed'] = false
  }
}
