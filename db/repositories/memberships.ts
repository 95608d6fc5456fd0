import { and, asc, eq } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { MembershipRepository } from '../types.ts'

export const membershipRepository = (handle: Handle, { memberships }: Tables): MembershipRepository => {
  const one = (personId: string, organisationId: string) => and(eq(memberships.personId, personId), eq(memberships.organisationId, organisationId))
  return {
    find: async (personId, organisationId) => (await handle.select().from(memberships).where(one(personId, organisationId)))[0],
    listOf: async (personId) => handle.select().from(memberships).where(eq(memberships.personId, personId)).orderBy(asc(memberships.createdAt), asc(memberships.organisationId)),
    listIn: async (organisationId) => handle.select().from(memberships).where(eq(memberships.organisationId, organisationId)).orderBy(asc(memberships.createdAt), asc(memberships.personId)),
    insert: async (membership) => { await handle.insert(memberships).values(membership) },
    setRole: async (personId, organisationId, role) => { await handle.update(memberships).set({ role }).where(one(personId, organisationId)) },
    remove: async (personId, organisationId) => { await handle.delete(memberships).where(one(personId, organisationId)) }
  }
}
