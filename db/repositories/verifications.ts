import { and, asc, count, eq, gt } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { VerificationRepository } from '../types.ts'
import { rows } from './rows.ts'

export const verificationRepository = (handle: Handle, { verifications }: Tables): VerificationRepository => ({
  ...rows(handle, verifications),
  findAsked: async (organisationId) => (await handle.select().from(verifications).where(and(eq(verifications.organisationId, organisationId), eq(verifications.status, 'asked'))))[0],
  page: async ({ organisationId, status, after, limit }) => handle.select().from(verifications).where(and(
    organisationId === undefined ? undefined : eq(verifications.organisationId, organisationId),
    status === undefined ? undefined : eq(verifications.status, status),
    after === undefined ? undefined : gt(verifications.id, after)
  )).orderBy(asc(verifications.id)).limit(limit),
  countSince: async (organisationId, since) => {
    const [row] = await handle.select({ count: count() }).from(verifications).where(and(eq(verifications.organisationId, organisationId), gt(verifications.askedAt, since)))
    return Number(row?.count ?? 0)
  }
})
