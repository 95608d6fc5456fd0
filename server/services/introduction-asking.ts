import type { Introduction, Party, ProfileRecord, Repositories } from '../../db/index.ts'
import { Problem } from '../errors.ts'
import { fieldError, invalidField } from '../faults.ts'
import { refuse } from '../refusals.ts'
import type { IntroductionBody } from '../schemas/introductions.ts'
import { type Content, singular } from '../schemas/resource.ts'
import { hideable } from '../schemas/visibility.ts'
import { maySee } from './authority.ts'
import type { Principal } from './principal.ts'

/** A profile that somebody takes part with, and what it hangs on: its city or its provider. */
export interface Taking {
  resource: 'challenges' | 'solutions'
  record: ProfileRecord
  parent: ProfileRecord
  /** Where the body names it. */
  path: ReadonlyArray<PropertyKey>
}

export interface Asking {
  asker: Taking
  joining: Taking[]
  asked: Taking
}

type Path = ReadonlyArray<PropertyKey>

const parentOf = async ({ cities, providers }: Repositories, resource: Taking['resource'], record: ProfileRecord, path: Path): Promise<ProfileRecord> => {
  if (resource === 'challenges') {
    const city = await cities.find((record.content as Content<'challenges'>).cityId)
    if (city === undefined) throw new Error(`challenge ${record.id} hangs on nothing`)
    return city
  }
  const { providerId } = record.content as Content<'solutions'>
  const provider = providerId === undefined ? undefined : await providers.find(providerId)
  if (provider === undefined) throw invalidField(path, 'nobody-to-ask', {})
  return provider
}

const take = async (repositories: Repositories, principal: Principal, resource: Taking['resource'], id: string, path: Path): Promise<Taking> => {
  const record = await repositories[resource].find(id)
  const one = singular[resource]
  if (record === undefined || !maySee(principal, record)) throw invalidField(path, 'unknown-profile', { kind: one })
  if (record.status !== 'published') throw invalidField(path, 'not-introduced', { kind: one })
  const parent = await parentOf(repositories, resource, record, path)
  if (parent.status !== 'published') throw invalidField(path, 'owner-not-introduced', { kind: one, parent: resource === 'challenges' ? 'city' : 'provider' })
  return { resource, record, parent, path }
}

/** Who asks whom with what. Both are tellable by who owns which, and a request that could be read two ways is refused. */
const sidesOf = (principal: Principal, challenge: Taking, other: Taking, together: boolean): Pick<Asking, 'asker' | 'asked'> => {
  const mine = ({ record }: Taking): boolean => record.ownerId === principal.organisationId
  if (challenge.record.ownerId === other.record.ownerId) {
    if (mine(challenge)) throw invalidField(['with', 'id'], 'both-yours', {})
    throw refuse('between-others', {})
  }
  if (mine(challenge)) {
    if (together && other.resource !== 'solutions') throw invalidField(['together'], 'cities-one-by-one', {})
    return { asker: challenge, asked: other }
  }
  if (mine(other) && other.resource === 'challenges') throw invalidField(['challengeId'], 'name-yours', {})
  if (!mine(other)) {
    throw refuse('neither-yours', {}, { errors: [challenge, other].map(({ path }) => fieldError('body', path, 'of-others', {})) })
  }
  if (together) throw invalidField(['together'], 'providers-one-by-one', {})
  return { asker: other, asked: challenge }
}

/**
 * The profiles of a request, published, each of an organisation of its own that can answer.
 * @throws {Problem} `invalid-input` naming the field; `not-yours`
 */
export const takingsOf = async (repositories: Repositories, principal: Principal, body: Pick<IntroductionBody, 'challengeId' | 'with' | 'together'>): Promise<Asking> => {
  const challenge = await take(repositories, principal, 'challenges', body.challengeId, ['challengeId'])
  const other = await take(repositories, principal, body.with.resource, body.with.id, ['with', 'id'])
  const together = body.together ?? []
  const { asker, asked } = sidesOf(principal, challenge, other, together.length > 0)
  const joining: Taking[] = []
  for (const [index, id] of together.entries()) joining.push(await take(repositories, principal, 'challenges', id, ['together', index]))

  const owners = new Set([asker.record.ownerId, asked.record.ownerId])
  for (const { record, path } of joining) {
    if (owners.has(record.ownerId)) throw invalidField(path, 'takes-part', {})
    owners.add(record.ownerId)
  }
  const unable = new Set((await repositories.organisations.findMany([...owners])).filter(({ suspendedAt, kind }) => suspendedAt !== null || kind === 'secretariat').map(({ id }) => id))
  for (const { record, path } of [asked, ...joining]) {
    if (unable.has(record.ownerId)) throw invalidField(path, 'cannot-answer', {})
  }
  return { asker, joining, asked }
}

/** Fields of a profile that can be disclosed: those kept for who is introduced. */
export const disclosable = ({ resource, record }: Pick<Taking, 'resource' | 'record'>): string[] => {
  const chosen = record.content['visibility'] as Record<string, string> | undefined
  return ['contact', ...hideable[resource].filter((field) => chosen?.[field] === 'introduced')]
}

/** @throws {Problem} `invalid-input` for a field that is public anyway, kept from everybody, or none */
export const requireDisclosable = (taking: Pick<Taking, 'resource' | 'record'>, names: readonly string[]): void => {
  const known = disclosable(taking)
  const errors = names.flatMap((name, index) => known.includes(name)
    ? []
    : [fieldError('body', ['disclose', index], 'not-disclosable', { fields: known, kind: singular[taking.resource] })])
  if (errors.length > 0) throw new Problem('invalid-input', undefined, errors)
}

/** The first state of an introduction's parties: who asks has agreed. */
export const partiesOf = (introduction: Pick<Introduction, 'id' | 'createdAt'>, { asker, joining, asked }: Asking, disclosed: string[], personId: string | null): Party[] => {
  const party = ({ resource, record }: Taking, side: Party['side']): Party =>
    ({ introductionId: introduction.id, organisationId: record.ownerId, side, resource, profileId: record.id, consent: 'pending', decidedBy: null, decidedAt: null, disclosed: [] })
  return [
    { ...party(asker, 'asking'), consent: 'agreed', decidedBy: personId, decidedAt: introduction.createdAt, disclosed },
    ...joining.map((taking) => party(taking, 'asking')),
    party(asked, 'asked')
  ]
}
