import type { JsonObject, Repositories } from '../../db/index.ts'
import type { Action } from './policy.ts'
import type { Principal } from './principal.ts'

/** What is recorded of: its id, and the organisation whose it is, if one. */
export interface Audited {
  id: string
  ownerId: string | null
}

/**
 * Adds to the audit log, in the transaction of what it records. `before` and `after` are for decisions: states, roles and
 * reasons, never what a person could be known by, so that the trail outlives an erasure.
 */
export const record = async ({ audit }: Repositories, principal: Principal, action: Action, { id, ownerId }: Audited, change: { before?: JsonObject, after?: JsonObject } = {}): Promise<void> =>
  audit.append({
    at: new Date(),
    personId: principal.personId,
    keyId: principal.keyId,
    organisationId: principal.organisationId,
    action,
    objectId: id,
    ownerId,
    before: change.before ?? null,
    after: change.after ?? null,
    address: principal.address
  })
