import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { Key, Organisation, Repositories, Store } from '../../db/index.ts'
import type { Capability, Scope } from '../../db/vocabulary.ts'
import { Problem } from '../errors.ts'
import { capabilitiesOf } from './policy.ts'

/** Who asks, on whose behalf, and from where. Worked out once a request, here. */
export interface Principal {
  /** The organisation acted for: the key's, or the one that the person has chosen among theirs; null for none. */
  readonly organisationId: string | null
  readonly keyId: string | null
  readonly personId: string | null
  readonly sessionId: string | null
  /** What the key's scopes, or the person's role in the organisation, allow there. */
  readonly capabilities: ReadonlySet<Capability>
  /** Whether the organisation is verified: others may publish nothing and ask for no introduction. */
  readonly verified: boolean
  /** Whether the organisation is suspended: it may read, no more. */
  readonly suspended: boolean
  /** Network address of the request; null for work of the service itself. */
  readonly address: string | null
}

export const anonymous: Principal = Object.freeze({
  organisationId: null, keyId: null, personId: null, sessionId: null, capabilities: new Set<Capability>(), verified: false, suspended: false, address: null
})

export const isAdmin = (principal: Principal): boolean => principal.capabilities.has('admin')

const keyPattern = /^wicc_[A-Za-z0-9_-]{43}$/
const sessionPattern = /^[A-Za-z0-9_-]{43}$/

/** 256 random bits as text of 43 characters: for what is looked up by `hashOf` it, so that the store never holds the secret. */
export const randomSecret = (): string => randomBytes(32).toString('base64url')
/** SHA-256; what it is used on is random enough to need no slow hash. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** What a page or client must send back with every write of a session (X-CSRF-Token): it can be had only by who reads our answers. */
export const csrfToken = (sessionSecret: string): string => createHmac('sha256', sessionSecret).update('csrf').digest('base64url')

const tokenBytes = 32
const under = (mask: Buffer, token: Buffer): Buffer => Buffer.from(token.map((byte, index) => byte ^ (mask[index] ?? 0)))

/** The token for a page: a random mask and the token under it, never twice the same, so that the length of compressed pages does not tell it (BREACH). */
export const maskedCsrfToken = (sessionSecret: string): string => {
  const mask = randomBytes(tokenBytes)
  return Buffer.concat([mask, under(mask, Buffer.from(csrfToken(sessionSecret), 'base64url'))]).toString('base64url')
}

/** Whether this is the session's token, masked or not. */
export const isCsrfToken = (sessionSecret: string, given: string): boolean => {
  const sent = Buffer.from(given, 'base64url')
  const token = sent.length === 2 * tokenBytes ? under(sent.subarray(0, tokenBytes), sent.subarray(tokenBytes)) : sent
  return token.length === tokenBytes && timingSafeEqual(Buffer.from(csrfToken(sessionSecret), 'base64url'), token)
}

export const inForce = (key: Pick<Key, 'revokedAt' | 'expiresAt'>, now: Date): boolean =>
  key.revokedAt === null && (key.expiresAt === null || key.expiresAt > now)

/** A key or a session is noted as used at most this often: reading must not write each time. */
const touchInterval = 60_000
/** A session ends when it has not been used for so long, and whatever its use when it is this old. */
export const sessionIdle = 14 * 24 * 3_600_000
export const sessionLifetime = 90 * 24 * 3_600_000

/** Who holds which standing in an organisation; a suspended one leaves reading only. */
const standing = (organisation: Organisation | null, capabilities: readonly Capability[]): Pick<Principal, 'capabilities' | 'verified' | 'suspended'> => {
  const suspended = organisation !== null && organisation.suspendedAt !== null
  return {
    capabilities: new Set(suspended ? capabilities.filter((capability) => capability === 'read') : capabilities),
    verified: organisation !== null && organisation.verifiedAt !== null,
    suspended
  }
}

/**
 * Who asks as the store has them in the transaction at hand: whoever was removed, demoted, suspended or revoked after the
 * request came in acts by that.
 * @throws {Problem} `invalid-key` for a key that is no longer in force; `missing-key` for a person or a session that is no longer there
 */
export const asItStands = async ({ people, sessions, memberships, organisations, keys }: Repositories, principal: Principal): Promise<Principal> => {
  const { keyId, personId, sessionId, organisationId } = principal
  if (keyId !== null) {
    const key = await keys.find(keyId)
    if (key === undefined || !inForce(key, new Date())) throw new Problem('invalid-key')
    return { ...principal, ...standing(await organisations.find(key.organisationId) ?? null, key.scopes) }
  }
  if (personId === null) return principal
  const person = await people.find(personId)
  if (person === undefined || person.suspendedAt !== null || person.erasedAt !== null) throw new Problem('missing-key')
  if (sessionId !== null && await sessions.find(sessionId) === undefined) throw new Problem('missing-key')
  if (organisationId === null) return principal
  const [membership, organisation] = [await memberships.find(personId, organisationId), await organisations.find(organisationId)]
  if (membership === undefined || organisation === undefined) return { ...principal, organisationId: null, ...standing(null, []) }
  return { ...principal, ...standing(organisation, capabilitiesOf(organisation.kind, membership.role)) }
}

export interface Principals {
  /** @throws {Problem} `invalid-key` for a header that names no usable key */
  fromHeader (authorization: string, address: string): Promise<Principal>
  /**
   * The principal of a session cookie; undefined for one that has ended, or that still waits for its second factor.
   * @param secret the cookie's value
   */
  fromSession (secret: string, address: string): Promise<Principal | undefined>
}

export const createPrincipals = (store: Store): Principals => ({
  async fromHeader (authorization, address) {
    const secret = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
    if (secret === undefined || !keyPattern.test(secret)) throw new Problem('invalid-key', 'Send the key as Authorization: Bearer KEY')
    const found = await store.read.keys.findByHash(hashOf(secret))
    const now = new Date()
    if (found === undefined || !inForce(found.key, now)) throw new Problem('invalid-key')
    const { key, organisation } = found
    if (key.lastUsedAt === null || now.getTime() - key.lastUsedAt.getTime() > touchInterval) {
      await store.transact((repositories) => repositories.keys.touch(key.id, now))
    }
    return { organisationId: key.organisationId, keyId: key.id, personId: null, sessionId: null, address, ...standing(organisation, key.scopes) }
  },

  async fromSession (secret, address) {
    if (!sessionPattern.test(secret)) return undefined
    const found = await store.read.sessions.findByHash(hashOf(secret))
    const now = new Date()
    if (found === undefined || found.session.state !== 'open' || found.session.expiresAt <= now) return undefined
    const { session, person, organisation, role } = found
    if (person.suspendedAt !== null || person.erasedAt !== null) return undefined
    if (now.getTime() - session.lastSeenAt.getTime() > touchInterval) {
      const expiresAt = new Date(Math.min(now.getTime() + sessionIdle, session.createdAt.getTime() + sessionLifetime))
      await store.transact((repositories) => repositories.sessions.touch(session.id, { lastSeenAt: now, expiresAt, address }))
    }
    const acts = organisation !== null && role !== null
    return {
      organisationId: acts ? organisation.id : null,
      keyId: null,
      personId: person.id,
      sessionId: session.id,
      address,
      ...standing(acts ? organisation : null, acts ? capabilitiesOf(organisation.kind, role) : [])
    }
  }
})

/** The organisation of a name, made if there is none. One that an operator makes is vouched for by that. */
export const ensureOrganisation = async (repositories: Repositories, name: string, kind: Organisation['kind']): Promise<Organisation> => {
  const known = await repositories.organisations.findByName(name)
  if (known !== undefined) return known
  const now = new Date()
  const organisation: Organisation = { id: uuid(), name, kind, createdAt: now, verifiedAt: now, verifiedBy: 'secretariat', suspendedAt: null, introductionCap: null }
  await repositories.organisations.insert(organisation)
  return organisation
}

/** Makes a key; the secret is returned this once and kept only as its hash. */
export const issueKey = async (repositories: Repositories, organisationId: string, name: string, scopes: Scope[], expiresAt: Date | null = null): Promise<{ key: Key, secret: string }> => {
  const secret = `wicc_${randomSecret()}`
  const key: Key = { id: uuid(), organisationId, name, hash: hashOf(secret), scopes, createdAt: new Date(), expiresAt, revokedAt: null, lastUsedAt: null, replacedBy: null }
  await repositories.keys.insert(key)
  return { key, secret }
}
