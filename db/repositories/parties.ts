import { and, eq, inArray, ne, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { PartyRepository } from '../types.ts'

/** States in which all who are left have agreed, or had when it ended. */
const agreed = ['accepted', 'active', 'closed'] as const

export const partyRepository = (handle: Handle, { parties, introductions }: Tables): PartyRepository => ({
  listOf: async (introductionIds) => introductionIds.length === 0 ? [] : handle.select().from(parties).where(inArray(parties.introductionId, [...introductionIds])),
  insert: async (party) => { await handle.insert(parties).values(party) },
  update: async (introductionId, organisationId, changes) => {
    await handle.update(parties).set(changes).where(and(eq(parties.introductionId, introductionId), eq(parties.organisationId, organisationId)))
  },
  listAbout: async (challengeId) => {
    const taker = alias(parties, 'taking_part')
    const taking = handle.select({ id: taker.introductionId }).from(taker).where(and(eq(taker.profileId, challengeId), eq(taker.consent, 'agreed')))
    return handle.select({ party: parties, status: introductions.status }).from(introductions)
      .innerJoin(parties, and(eq(parties.introductionId, introductions.id), eq(parties.consent, 'agreed')))
      .where(and(inArray(introductions.status, [...agreed]), or(eq(introductions.challengeId, challengeId), inArray(introductions.id, taking))))
  },
  disclosedTo: async (organisationId) => {
    const own = alias(parties, 'own')
    return handle.select({ organisationId: parties.organisationId, resource: parties.resource, profileId: parties.profileId, disclosed: parties.disclosed })
      .from(own)
      .innerJoin(introductions, and(eq(introductions.id, own.introductionId), inArray(introductions.status, [...agreed])))
      .innerJoin(parties, and(eq(parties.introductionId, own.introductionId), ne(parties.organisationId, own.organisationId), eq(parties.consent, 'agreed')))
      .where(and(eq(own.organisationId, organisationId), eq(own.consent, 'agreed')))
  }
})
