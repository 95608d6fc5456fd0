import { sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Columns } from '../columns.ts'
import type { JsonObject } from '../types.ts'
import {
  consents, declineReasons, introductionPurposes, introductionStatuses, judgementKinds, outcomes, partySides, resources
} from '../vocabulary.ts'
import { checksOf } from './checks.ts'

/** Introductions between organisations, what they say in them, and what became of them. People are named by id alone. */
export const dialogueTables = (columns: Columns, organisations: { id: AnyPgColumn }) => {
  const { table, index, uniqueIndex, primaryKey, text, oneOf, integer, real, instant, json } = columns
  const oneOfChecks = checksOf(columns)
  const organisationId = () => text('organisation_id').notNull().references(() => organisations.id)

  const introductions = table('introductions', {
    id: text('id').primaryKey(),
    version: integer('version').notNull(),
    status: oneOf('status', introductionStatuses).notNull(),
    /** The challenge it is about: of the asking city, or the one that a provider found. */
    challengeId: text('challenge_id').notNull(),
    /** What it was matched with: a solution, or another city's challenge. */
    matchResource: oneOf('match_resource', resources).notNull(),
    matchId: text('match_id').notNull(),
    /** Organisation that asked. */
    askedBy: text('asked_by').notNull().references(() => organisations.id),
    purpose: oneOf('purpose', introductionPurposes).notNull(),
    message: text('message').notNull(),
    /** The match as it was shown: rank, band, score, parts, versions; null where there was none. */
    match: json<JsonObject>('match'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Days before the end for which a reminder went out last; null for none. */
    remindedAt: integer('reminded_at'),
    acceptedAt: instant('accepted_at'),
    endedAt: instant('ended_at'),
    /** Organisation whose word ended it; null where time did. */
    endedBy: text('ended_by').references(() => organisations.id),
    declineReason: oneOf('decline_reason', declineReasons),
    /** Why it was declined or withdrawn, or what came of it. */
    endWords: text('end_words'),
    outcome: oneOf('outcome', outcomes),
    /** Messages written so far: the ordinal of the last one. */
    messageCount: integer('message_count').notNull()
  }, (t) => [
    index('introductions_status_idx').on(t.status, t.expiresAt),
    index('introductions_challenge_id_idx').on(t.challengeId),
    index('introductions_match_id_idx').on(t.matchId),
    ...oneOfChecks('introductions', {
      status: { column: t.status, values: introductionStatuses },
      purpose: { column: t.purpose, values: introductionPurposes },
      decline_reason: { column: t.declineReason, values: declineReasons },
      outcome: { column: t.outcome, values: outcomes }
    })
  ])

  const introductionId = () => text('introduction_id').notNull().references(() => introductions.id)

  /** Each organisation of an introduction, with its own consent. Those who ask first have agreed; cities asked to join them decide too. */
  const parties = table('parties', {
    introductionId: introductionId(),
    organisationId: organisationId(),
    side: oneOf('side', partySides).notNull(),
    /** The profile it takes part with. */
    resource: oneOf('resource', resources).notNull(),
    profileId: text('profile_id').notNull(),
    consent: oneOf('consent', consents).notNull(),
    /** Person who gave or refused consent. */
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    /** Names of the fields that the others see once all have agreed. */
    disclosed: json<string[]>('disclosed').notNull()
  }, (t) => [
    primaryKey({ name: 'parties_pkey', columns: [t.introductionId, t.organisationId] }),
    index('parties_organisation_id_idx').on(t.organisationId, t.introductionId),
    index('parties_profile_id_idx').on(t.profileId),
    ...oneOfChecks('parties', { side: { column: t.side, values: partySides }, consent: { column: t.consent, values: consents } })
  ])

  const messages = table('messages', {
    id: text('id').primaryKey(),
    introductionId: introductionId(),
    /** From 1, without gaps, in the order of commits. */
    ordinal: integer('ordinal').notNull(),
    authorId: text('author_id'),
    organisationId: organisationId(),
    /** Null once its author was erased. */
    text: text('text'),
    links: json<Array<{ url: string, title?: string }>>('links').notNull(),
    createdAt: instant('created_at').notNull(),
    editedAt: instant('edited_at')
  }, (t) => [uniqueIndex('messages_introduction_id_ordinal_key').on(t.introductionId, t.ordinal), index('messages_author_id_idx').on(t.authorId)])

  /** How far each person has read. */
  const reads = table('reads', {
    introductionId: introductionId(),
    personId: text('person_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    at: instant('at').notNull()
  }, (t) => [primaryKey({ name: 'reads_pkey', columns: [t.introductionId, t.personId] })])

  /** Asked by one introduced provider; the answer is every introduced provider's. */
  const questions = table('questions', {
    id: text('id').primaryKey(),
    challengeId: text('challenge_id').notNull(),
    /** Organisation whose challenge it is. */
    ownerId: text('owner_id').notNull().references(() => organisations.id),
    introductionId: introductionId(),
    askedBy: text('asked_by').notNull().references(() => organisations.id),
    askedByPerson: text('asked_by_person'),
    text: text('text').notNull(),
    askedAt: instant('asked_at').notNull(),
    answer: text('answer'),
    answeredByPerson: text('answered_by_person'),
    answeredAt: instant('answered_at')
  }, (t) => [index('questions_challenge_id_idx').on(t.challengeId, t.askedAt), index('questions_asked_by_idx').on(t.askedBy)])

  /** What people made of a match, with the match as they saw it: data for evaluation. */
  const judgements = table('judgements', {
    id: text('id').primaryKey(),
    kind: oneOf('kind', judgementKinds).notNull(),
    organisationId: organisationId(),
    personId: text('person_id'),
    introductionId: text('introduction_id').references(() => introductions.id),
    queryResource: oneOf('query_resource', resources).notNull(),
    queryId: text('query_id').notNull(),
    matchResource: oneOf('match_resource', resources).notNull(),
    matchId: text('match_id').notNull(),
    /** From -1, not useful, to 1. */
    value: real('value').notNull(),
    /** Decline reason or outcome. */
    detail: text('detail'),
    match: json<JsonObject>('match'),
    at: instant('at').notNull()
  }, (t) => [
    index('judgements_query_id_idx').on(t.queryId, t.matchId),
    index('judgements_match_id_idx').on(t.matchId),
    index('judgements_at_idx').on(t.at, t.id),
    uniqueIndex('judgements_thumb_key').on(t.personId, t.queryId, t.matchId).where(sql`${t.kind} = 'thumb'`),
    ...oneOfChecks('judgements', { kind: { column: t.kind, values: judgementKinds } })
  ])

  return { introductions, parties, messages, reads, questions, judgements }
}
