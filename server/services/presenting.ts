import type { JsonObject, ProfileRecord } from '../../db/index.ts'
import { owns } from './authority.ts'
import type { Principal } from './principal.ts'

/** A profile as this principal may see it, in JSON's own types. */
export const present = (principal: Principal, record: ProfileRecord): JsonObject & { id: string, version: number } => {
  const own = owns(principal, record)
  return {
    id: record.id,
    ...(own && record.externalId !== null ? { externalId: record.externalId } : {}),
    ownerId: record.ownerId,
    status: record.status,
    version: record.version,
    sample: record.sample,
    createdAt: record.createdAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
    publishedAt: record.publishedAt?.toISOString() ?? null,
    closedAt: record.closedAt?.toISOString() ?? null,
    ...record.content,
    ...(own && record.contact !== null ? { contact: record.contact } : {})
  }
}

/** The ETag of a version, strong: it stands for the profile's state, which is what If-Match guards. */
export const etag = (version: number): string => `"${version}"`
