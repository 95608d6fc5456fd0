import type { JsonObject, Repositories } from '../../db/index.ts'
import { Problem } from '../errors.ts'
import type { Principal } from './principal.ts'

/** The caller's Idempotency-Key, and what it stands for: a hash of method, path and body. */
export interface Once {
  key: string
  fingerprint: string
}

export interface Answer {
  status: number
  version: number
  location: string
  body: JsonObject & { id: string }
  /** Whether this is the answer of an earlier request with the same key. */
  repeated?: boolean
}

/** Answers are kept so long; a repeat after that is a new request. */
export const answerLifetime = 24 * 60 * 60 * 1000

/**
 * Does `work` once for each Idempotency-Key of an organisation: the answer is stored in the same transaction as what
 * it reports, so that after a crash either both are there or neither.
 * @throws {Problem} `idempotency-mismatch` when the key was used for another request
 */
export const answerOnce = async (repositories: Repositories, principal: Principal, once: Once | undefined, work: () => Promise<Answer>): Promise<Answer> => {
  if (once === undefined || principal.organisationId === null) return work()
  const ownerId = principal.organisationId
  const stored = await repositories.answers.find(ownerId, once.key)
  if (stored !== undefined && stored.createdAt.getTime() > Date.now() - answerLifetime) {
    if (stored.fingerprint !== once.fingerprint) throw new Problem('idempotency-mismatch')
    return { ...JSON.parse(stored.body) as Answer, repeated: true }
  }
  if (stored !== undefined) await repositories.answers.remove(ownerId, once.key)
  const answer = await work()
  await repositories.answers.insert({ ownerId, key: once.key, fingerprint: once.fingerprint, profileId: answer.body.id, body: JSON.stringify(answer), createdAt: new Date() })
  return answer
}
