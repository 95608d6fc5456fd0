import type { Key, Repositories, Store } from '../../db/index.ts'
import type { Scope } from '../../db/vocabulary.ts'
import { type FieldError, Problem } from '../errors.ts'
import { fieldError } from '../faults.ts'
import { refuse } from '../refusals.ts'
import type { KeyAnswer, KeyBody, KeysQuery, NewKeyAnswer } from '../schemas/keys.ts'
import type { Page } from '../schemas/pages.ts'
import { record } from './audit.ts'
import { owns, requireAction } from './authority.ts'
import { pageOf } from './pages.ts'
import type { Action } from './policy.ts'
import { asItStands, inForce, issueKey, type Principal } from './principal.ts'

/** An organisation's own keys. All throw {@link Problem}: `missing-key` and `missing-scope` without the scope `keys`. */
export interface Keys {
  /** Newest first; the asking organisation's own where the query names none. */
  list (principal: Principal, query: KeysQuery): Promise<Page<KeyAnswer>>
  create (principal: Principal, body: KeyBody): Promise<NewKeyAnswer>
  /** @param overlap minutes for which the old key still works */
  rotate (principal: Principal, id: string, overlap: number): Promise<NewKeyAnswer>
  revoke (principal: Principal, id: string): Promise<void>
}

const present = (principal: Principal, key: Key): KeyAnswer => ({
  id: key.id,
  name: key.name,
  scopes: key.scopes,
  createdAt: key.createdAt.toISOString(),
  expiresAt: key.expiresAt?.toISOString() ?? null,
  revokedAt: key.revokedAt?.toISOString() ?? null,
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  replacedBy: key.replacedBy,
  current: key.id === principal.keyId
})

/** A key that is not revoked. Those of other organisations do not exist for this principal. */
const requireOwn = async ({ keys }: Repositories, principal: Principal, id: string): Promise<Key> => {
  const key = await keys.find(id)
  if (key === undefined || !owns(principal, { ownerId: key.organisationId })) throw new Problem('not-found', 'There is no such key')
  if (key.revokedAt !== null) throw new Problem('key-revoked')
  return key
}

/** What whoever asks may give on: the scopes of the key or of the role, until the key ends. */
interface Giver { organisationId: string, scopes: readonly string[], expiresAt: Date | null }

/**
 * Who asks, as they stand now: a key that was revoked after the request came in, or a person who was removed, must leave no
 * key behind.
 */
const requireGiver = async (repositories: Repositories, asking: Principal, action: Action): Promise<Giver> => {
  const principal = await asItStands(repositories, asking)
  requireAction(principal, action)
  const { keyId, organisationId, capabilities } = principal
  if (organisationId === null) throw new Problem('no-organisation')
  const key = keyId === null ? undefined : await repositories.keys.find(keyId)
  return { organisationId, scopes: [...capabilities], expiresAt: key?.expiresAt ?? null }
}

/** Keys of one organisation that are in force at a time: more are forgotten ones. */
const keyCap = 50

const requireRoom = async ({ keys }: Repositories, organisationId: string, now: Date): Promise<void> => {
  if (await keys.countInForce(organisationId, now) >= keyCap) throw refuse('keys-full', { count: keyCap })
}

const mayGive = (giver: Giver, scope: Scope): boolean => giver.scopes.includes('admin') || giver.scopes.includes(scope)

const outlives = (giver: Giver, expiresAt: Date | null): boolean => giver.expiresAt !== null && (expiresAt === null || expiresAt > giver.expiresAt)

const requireGivable = (giver: Giver, scopes: readonly Scope[], expiresAt: Date | null): void => {
  const errors: FieldError[] = scopes.flatMap((scope, index) => mayGive(giver, scope)
    ? []
    : [fieldError('body', ['scopes', index], 'scope-not-yours', {})])
  if (giver.expiresAt !== null && outlives(giver, expiresAt)) errors.push(fieldError('body', ['expiresAt'], 'ends-later', { until: giver.expiresAt }))
  if (errors.length > 0) throw new Problem('invalid-input', undefined, errors)
}

/** The new key is as strong as the old one, so rotating asks for what making it would. */
const requireRotatable = (giver: Giver, key: Key, now: Date): void => {
  if (key.replacedBy !== null) throw refuse('key-replaced', {})
  if (!inForce(key, now)) throw refuse('key-expired', {})
  const lacking = key.scopes.filter((scope) => !mayGive(giver, scope))
  if (lacking.length > 0) throw refuse('key-stronger', { scopes: lacking })
  if (outlives(giver, key.expiresAt)) throw refuse('key-outlives', {})
}

const ending = (key: Key, overlap: number, now: Date): Pick<Key, 'expiresAt' | 'revokedAt'> => {
  if (overlap === 0) return { expiresAt: key.expiresAt, revokedAt: now }
  const end = new Date(now.getTime() + overlap * 60_000)
  return { expiresAt: key.expiresAt !== null && key.expiresAt < end ? key.expiresAt : end, revokedAt: null }
}

export const createKeys = (store: Store): Keys => ({
  async list (principal, { organisation: organisationId = principal.organisationId ?? undefined, limit, cursor: before }) {
    requireAction(principal, 'keys:list')
    if (organisationId === undefined || !owns(principal, { ownerId: organisationId }) || await store.read.organisations.find(organisationId) === undefined) {
      throw new Problem('not-found', 'There is no such organisation')
    }
    const page = await pageOf({ limit }, (most) => store.read.keys.page({ organisationId, before, limit: most }))
    return { items: page.items.map((key) => present(principal, key)), next: page.next }
  },

  async create (principal, body) {
    requireAction(principal, 'keys:create')
    const expiresAt = body.expiresAt === undefined ? null : new Date(body.expiresAt)
    const { key, secret } = await store.transact(async (repositories) => {
      const giver = await requireGiver(repositories, principal, 'keys:create')
      requireGivable(giver, body.scopes, expiresAt)
      await requireRoom(repositories, giver.organisationId, new Date())
      const made = await issueKey(repositories, giver.organisationId, body.name, body.scopes, expiresAt)
      await record(repositories, principal, 'keys:create', { id: made.key.id, ownerId: giver.organisationId }, { after: { scopes: body.scopes, expiresAt: body.expiresAt ?? null } })
      return made
    })
    return { ...present(principal, key), secret }
  },

  async rotate (principal, id, overlap) {
    requireAction(principal, 'keys:rotate')
    const { key, secret } = await store.transact(async (repositories) => {
      const now = new Date()
      const old = await requireOwn(repositories, principal, id)
      requireRotatable(await requireGiver(repositories, principal, 'keys:rotate'), old, now)
      if (overlap > 0) await requireRoom(repositories, old.organisationId, now)
      const made = await issueKey(repositories, old.organisationId, old.name, old.scopes, old.expiresAt)
      await repositories.keys.replace(id, { replacedBy: made.key.id, ...ending(old, overlap, now) })
      await record(repositories, principal, 'keys:rotate', { id, ownerId: old.organisationId }, { after: { replacedBy: made.key.id, overlapMinutes: overlap } })
      return made
    })
    return { ...present(principal, key), secret }
  },

  async revoke (principal, id) {
    requireAction(principal, 'keys:revoke')
    await store.transact(async (repositories) => {
      const key = await requireOwn(repositories, principal, id)
      await requireGiver(repositories, principal, 'keys:revoke')
      await repositories.keys.revoke(id, new Date())
      await record(repositories, principal, 'keys:revoke', { id, ownerId: key.organisationId }, { before: { scopes: key.scopes } })
    })
  }
})
