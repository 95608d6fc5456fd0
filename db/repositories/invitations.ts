import { and, count, desc, eq, gt, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { InvitationRepository } from '../types.ts'
import { rows } from './rows.ts'

export const invitationRepository = (handle: Handle, { invitations }: Tables): InvitationRepository => {
  const undecided = and(isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt))
  return {
    ...rows(handle, invitations),
    findByHash: async (hash) => (await handle.select().from(invitations).where(eq(invitations.hash, hash)))[0],
    listOpen: async (organisationId, now) => handle.select().from(invitations)
      .where(and(eq(invitations.organisationId, organisationId), undecided, gt(invitations.expiresAt, now))).orderBy(desc(invitations.id)),
    countSince: async (organisationId, since) => {
      const [row] = await handle.select({ count: count() }).from(invitations).where(and(eq(invitations.organisationId, organisationId), gt(invitations.createdAt, since)))
      return Number(row?.count ?? 0)
    },
    withdrawOf: async (invitedBy, organisationId, at) => {
      await handle.update(invitations).set({ withdrawnAt: at, email: null })
        .where(and(eq(invitations.organisationId, organisationId), eq(invitations.invitedBy, invitedBy), undecided))
    },
    forgetExpired: async (now) => { await handle.update(invitations).set({ email: null }).where(and(lte(invitations.expiresAt, now), isNotNull(invitations.email))) }
  }
}
