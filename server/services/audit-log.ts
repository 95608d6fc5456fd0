import type { AuditEntry, Store } from '../../db/index.ts'
import { Problem } from '../errors.ts'
import type { AuditAnswer, AuditQueryInput } from '../schemas/audit.ts'
import { fieldsOf, heldOver, owns, permitted, requireAction } from './authority.ts'
import { isAdmin, type Principal } from './principal.ts'

/** The audit log as the secretariat reads it, and each owner what concerns the own organisation. */
export interface AuditReading {
  /** @throws {Problem} `not-found` for an organisation that is not the asking one's own */
  read (principal: Principal, query: AuditQueryInput): Promise<{ items: AuditAnswer[], next: number | null }>
}

export const createAuditReading = (store: Store): AuditReading => ({
  async read (principal, { object: objectId, organisation, person: personId, limit, cursor: before }) {
    requireAction(principal, 'audit:read')
    const admin = isAdmin(principal)
    const ownerId = organisation ?? (admin ? undefined : principal.organisationId ?? undefined)
    if (ownerId !== undefined && !owns(principal, { ownerId })) throw new Problem('not-found', 'There is no such organisation')
    // People of other organisations, the secretariat's too, are nothing to an owner.
    const organisationId = admin || personId === undefined ? undefined : principal.organisationId ?? undefined
    const present = ({ address, ...entry }: AuditEntry): AuditAnswer => ({
      ...entry,
      at: entry.at.toISOString(),
      personId: admin || entry.organisationId === principal.organisationId ? entry.personId : null,
      keyId: admin || entry.organisationId === principal.organisationId ? entry.keyId : null,
      ...permitted(fieldsOf(principal, 'audit:read', entry.ownerId === null ? [] : heldOver(principal, entry.ownerId)), { address })
    })
    const found = await store.read.audit.read({ objectId, ownerId, personId, organisationId, before, limit: limit + 1 })
    const items = found.slice(0, limit)
    return { items: items.map(present), next: found.length > limit ? items.at(-1)?.id ?? null : null }
  }
})
