import { desc, eq } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { InvitationRepository } from '../types.ts'
import { rows } from './rows.ts'

export const invitationRepository = (handle: Handle, { invitations }: Tables): InvitationRepository => ({
  ...rows(handle, invitations),
  findByHash: async (hash) => (await handle.select().from(invitations).where(eq(invitations.hash, hash)))[0],
  listIn: async (organisationId) => handle.select().from(invitations).where(eq(invitations.organisationId, organisationId)).orderBy(desc(invitations.createdAt), desc(invitations.id))
})
