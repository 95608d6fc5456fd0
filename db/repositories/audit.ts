import { and, desc, eq, isNotNull, lt } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { AuditLog } from '../types.ts'

export const auditLog = (handle: Handle, { audit }: Tables): AuditLog => ({
  append: async (entry) => { await handle.insert(audit).values(entry) },
  read: async ({ objectId, ownerId, personId, organisationId, before, limit }) => handle.select().from(audit).where(and(
    objectId === undefined ? undefined : eq(audit.objectId, objectId),
    ownerId === undefined ? undefined : eq(audit.ownerId, ownerId),
    personId === undefined ? undefined : eq(audit.personId, personId),
    organisationId === undefined ? undefined : eq(audit.organisationId, organisationId),
    before === undefined ? undefined : lt(audit.id, before)
  )).orderBy(desc(audit.id)).limit(limit),
  forgetAddresses: async (before) =>
    (await handle.update(audit).set({ address: null }).where(and(lt(audit.at, before), isNotNull(audit.address))).returning({ id: audit.id })).length
})
