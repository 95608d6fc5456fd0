import { createHash, randomBytes } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { Key, Organisation, Repositories, Store } from '../../db/index.ts'
import type { Scope } from '../../db/vocabulary.ts'
import { Problem } from '../errors.ts'

/** Who asks. Worked out once a request, here; user accounts will give principals too. */
export interface Principal {
  /** Absent for anybody without a key. */
  readonly organisationId: string | null
  readonly keyId: string | null
  readonly scopes: ReadonlySet<Scope>
}

export const anonymous: Principal = Object.freeze({ organisationId: null, keyId: null, scopes: new Set<Scope>() })

export const isAdmin = (principal: Principal): boolean => principal.scopes.has('admin')

const keyPattern = /^wicc_[A-Za-z0-9_-]{43}$/
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export const inForce = (key: Pick<Key, 'revokedAt' | 'expiresAt'>, now: Date): boolean =>
  key.revokedAt === null && (key.expiresAt === null || key.expiresAt > now)

/** A key is noted as used at most this often: reading must not write each time. */
const touchInterval = 60_000

export interface Principals {
  /** @throws {Problem} `invalid-key` for a header that names no usable key */
  fromHeader (authorization: string | undefined): Promise<Principal>
}

export const createPrincipals = (store: Store): Principals => ({
  async fromHeader (authorization) {
    if (authorization === undefined) return anonymous
    const secret = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
    if (secret === undefined || !keyPattern.test(secret)) throw new Problem('invalid-key', 'Send the key as Authorization: Bearer KEY')
    const key = await store.read.keys.findByHash(hashOf(secret))
    const now = new Date()
    if (key === undefined || !inForce(key, now)) throw new Problem('invalid-key')
    if (key.lastUsedAt === null || now.getTime() - key.lastUsedAt.getTime() > touchInterval) {
      await store.transact((repositories) => repositories.keys.touch(key.id, now))
    }
    return { organisationId: key.organisationId, keyId: key.id, scopes: new Set(key.scopes) }
  }
})

/** The organisation of a name, made if there is none. */
export const ensureOrganisation = async (repositories: Repositories, name: string, kind: Organisation['kind']): Promise<Organisation> => {
  const known = await repositories.organisations.findByName(name)
  if (known !== undefined) return known
  const organisation = { id: uuid(), name, kind, createdAt: new Date() }
  await repositories.organisations.insert(organisation)
  return organisation
}

/** Makes a key; the secret is returned this once and kept only as its hash. */
export const issueKey = async (repositories: Repositories, organisationId: string, name: string, scopes: Scope[], expiresAt: Date | null = null): Promise<{ key: Key, secret: string }> => {
  const secret = `wicc_${randomBytes(32).toString('base64url')}`
  const key: Key = { id: uuid(), organisationId, name, hash: hashOf(secret), scopes, createdAt: new Date(), expiresAt, revokedAt: null, lastUsedAt: null, replacedBy: null }
  await repositories.keys.insert(key)
  return { key, secret }
}
