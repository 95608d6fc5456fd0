import type { JsonObject, ProfileRecord } from '../../db/index.ts'
import type { Resource } from '../../db/vocabulary.ts'
import { seenContent, sees, type Sight } from './visibility.ts'

/** A profile as whoever looks sees it, in JSON's own types. */
export const present = (sight: Sight, resource: Resource, record: ProfileRecord): JsonObject & { id: string, version: number } => {
  const seen = sees(sight, resource, record)
  return {
    id: record.id,
    ...(record.externalId !== null && seen('externalId') ? { externalId: record.externalId } : {}),
    ownerId: record.ownerId,
    status: record.status,
    version: record.version,
    sample: record.sample,
    createdAt: record.createdAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
    publishedAt: record.publishedAt?.toISOString() ?? null,
    closedAt: record.closedAt?.toISOString() ?? null,
    ...seenContent(sight, resource, record),
    ...(record.contact !== null && seen('contact') ? { contact: record.contact } : {})
  }
}

/** The ETag of a version, strong: it stands for the profile's state, which is what If-Match guards. */
export const etag = (version: number): string => `"${version}"`
