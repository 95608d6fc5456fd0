import { asc, desc, eq } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { VerificationRepository } from '../types.ts'
import { rows } from './rows.ts'

export const verificationRepository = (handle: Handle, { verifications }: Tables): VerificationRepository => ({
  ...rows(handle, verifications),
  listOf: async (organisationId) => handle.select().from(verifications).where(eq(verifications.organisationId, organisationId)).orderBy(desc(verifications.askedAt), desc(verifications.id)),
  listWith: async (status) => handle.select().from(verifications).where(eq(verifications.status, status)).orderBy(asc(verifications.askedAt), asc(verifications.id))
})
