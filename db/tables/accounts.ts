import { sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Columns } from '../columns.ts'
import type { JsonObject } from '../types.ts'
import {
  appealOutcomes, flagReasons, flagStatuses, resources, roles, sessionStates, tokenPurposes, verificationMethods, verificationStatuses
} from '../vocabulary.ts'
import { checksOf } from './checks.ts'

/** People, what they belong to, what the secretariat decides of organisations and profiles, and the record of all of it. */
export const accountTables = (columns: Columns, organisations: { id: AnyPgColumn }) => {
  const { table, index, uniqueIndex, primaryKey, serial, text, oneOf, integer, instant, json } = columns
  const oneOfChecks = checksOf(columns)
  const organisationId = () => text('organisation_id').notNull().references(() => organisations.id)

  /** Erasing a person empties the row, which stays for what refers to it. */
  const people = table('people', {
    id: text('id').primaryKey(),
    /** Lower case; null once erased. */
    email: text('email'),
    name: text('name'),
    /** argon2id in PHC form; null until there is one. */
    passwordHash: text('password_hash'),
    /** Language of what is written to them, one of the service's. */
    language: text('language').notNull(),
    createdAt: instant('created_at').notNull(),
    /** When the address was shown to be theirs. */
    confirmedAt: instant('confirmed_at'),
    suspendedAt: instant('suspended_at'),
    erasedAt: instant('erased_at'),
    /** Base32; of a second factor that is in force only with `totpSince`. */
    totpSecret: text('totp_secret'),
    totpSince: instant('totp_since'),
    /** Time step of the last code taken: none is taken twice (RFC 6238 section 5.2). */
    totpStep: integer('totp_step'),
    /** SHA-256 of the recovery codes not used yet. */
    recoveryHashes: json<string[]>('recovery_hashes')
  }, (t) => [uniqueIndex('people_email_key').on(t.email)])

  const personId = () => text('person_id').notNull().references(() => people.id)

  const sessions = table('sessions', {
    id: text('id').primaryKey(),
    personId: personId(),
    /** SHA-256 of the cookie's 256 random bits. */
    hash: text('hash').notNull(),
    state: oneOf('state', sessionStates).notNull(),
    /** The organisation acted for. */
    organisationId: text('organisation_id').references(() => organisations.id),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    address: text('address'),
    /** User-Agent at sign-in. */
    agent: text('agent')
  }, (t) => [
    uniqueIndex('sessions_hash_key').on(t.hash),
    index('sessions_person_id_idx').on(t.personId),
    index('sessions_expires_at_idx').on(t.expiresAt),
    ...oneOfChecks('sessions', { state: { column: t.state, values: sessionStates } })
  ])

  const tokens = table('tokens', {
    /** SHA-256 of the token. */
    hash: text('hash').primaryKey(),
    purpose: oneOf('purpose', tokenPurposes).notNull(),
    personId: personId(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull()
  }, (t) => [
    index('tokens_person_id_idx').on(t.personId),
    index('tokens_expires_at_idx').on(t.expiresAt),
    ...oneOfChecks('tokens', { purpose: { column: t.purpose, values: tokenPurposes } })
  ])

  /** Failures of late, by what they are counted for: an address, an account, a device that an account has signed in from. */
  const attempts = table('attempts', {
    subject: text('subject').primaryKey(),
    failures: integer('failures').notNull(),
    since: instant('since').notNull(),
    lastAt: instant('last_at').notNull()
  }, (t) => [index('attempts_last_at_idx').on(t.lastAt)])

  const memberships = table('memberships', {
    personId: personId(),
    organisationId: organisationId(),
    role: oneOf('role', roles).notNull(),
    createdAt: instant('created_at').notNull()
  }, (t) => [
    primaryKey({ name: 'memberships_pkey', columns: [t.personId, t.organisationId] }),
    index('memberships_organisation_id_idx').on(t.organisationId),
    ...oneOfChecks('memberships', { role: { column: t.role, values: roles } })
  ])

  const invitations = table('invitations', {
    id: text('id').primaryKey(),
    organisationId: organisationId(),
    /** Lower case; null once it is over. */
    email: text('email'),
    role: oneOf('role', roles).notNull(),
    hash: text('hash').notNull(),
    invitedBy: text('invited_by').notNull().references(() => people.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    withdrawnAt: instant('withdrawn_at')
  }, (t) => [
    uniqueIndex('invitations_hash_key').on(t.hash),
    index('invitations_organisation_id_idx').on(t.organisationId),
    index('invitations_email_idx').on(t.email),
    ...oneOfChecks('invitations', { role: { column: t.role, values: roles } })
  ])

  const verifications = table('verifications', {
    id: text('id').primaryKey(),
    organisationId: organisationId(),
    method: oneOf('method', verificationMethods).notNull(),
    /** The domain, or where the document is to be found. */
    evidence: text('evidence').notNull(),
    words: text('words'),
    status: oneOf('status', verificationStatuses).notNull(),
    askedBy: text('asked_by').references(() => people.id),
    askedAt: instant('asked_at').notNull(),
    decidedBy: text('decided_by').references(() => people.id),
    decidedAt: instant('decided_at'),
    reason: text('reason')
  }, (t) => [
    index('verifications_organisation_id_idx').on(t.organisationId, t.askedAt),
    uniqueIndex('verifications_asked_key').on(t.organisationId).where(sql`${t.status} = 'asked'`),
    index('verifications_status_idx').on(t.status, t.askedAt),
    ...oneOfChecks('verifications', { method: { column: t.method, values: verificationMethods }, status: { column: t.status, values: verificationStatuses } })
  ])

  /** Of a profile, by a person or by a rule: a case that the secretariat decides, and once more when its owner appeals. */
  const flags = table('flags', {
    id: text('id').primaryKey(),
    resource: oneOf('resource', resources).notNull(),
    profileId: text('profile_id').notNull(),
    ownerId: text('owner_id').notNull().references(() => organisations.id),
    /** Version that was flagged. */
    version: integer('version').notNull(),
    /** Null where a rule raised it. */
    raisedBy: text('raised_by').references(() => people.id),
    raisedByOrganisation: text('raised_by_organisation').references(() => organisations.id),
    reason: oneOf('reason', flagReasons).notNull(),
    words: text('words'),
    /** JSON pointers of the fields that a rule minds. */
    fields: json<string[]>('fields').notNull(),
    status: oneOf('status', flagStatuses).notNull(),
    raisedAt: instant('raised_at').notNull(),
    decidedBy: text('decided_by').references(() => people.id),
    decidedAt: instant('decided_at'),
    decisionReason: text('decision_reason'),
    appealedBy: text('appealed_by').references(() => people.id),
    appealedAt: instant('appealed_at'),
    appealWords: text('appeal_words'),
    appealOutcome: oneOf('appeal_outcome', appealOutcomes),
    appealDecidedBy: text('appeal_decided_by').references(() => people.id),
    appealDecidedAt: instant('appeal_decided_at'),
    appealReason: text('appeal_reason')
  }, (t) => [
    index('flags_profile_id_idx').on(t.profileId),
    index('flags_owner_id_idx').on(t.ownerId),
    index('flags_status_idx').on(t.status, t.raisedAt),
    ...oneOfChecks('flags', { reason: { column: t.reason, values: flagReasons }, status: { column: t.status, values: flagStatuses }, appeal_outcome: { column: t.appealOutcome, values: appealOutcomes } })
  ])

  /**
   * Who did what to which object. Appended to, never changed, but for addresses, which go after 90 days. Names people and
   * objects by id alone and without foreign keys: it is history.
   */
  const audit = table('audit', {
    id: serial('id'),
    at: instant('at').notNull(),
    /** Null where the service itself did it. */
    personId: text('person_id'),
    keyId: text('key_id'),
    /** The organisation acted for. */
    organisationId: text('organisation_id'),
    /** As policy.ts names it, `resource:action`. */
    action: text('action').notNull(),
    objectId: text('object_id').notNull(),
    /** The organisation whose object it is. */
    ownerId: text('owner_id'),
    before: json<JsonObject>('before'),
    after: json<JsonObject>('after'),
    address: text('address')
  }, (t) => [
    index('audit_object_id_idx').on(t.objectId, t.id),
    index('audit_owner_id_idx').on(t.ownerId, t.id),
    index('audit_person_id_idx').on(t.personId, t.id),
    index('audit_addressed_idx').on(t.at).where(sql`${t.address} is not null`)
  ])

  return { people, sessions, tokens, attempts, memberships, invitations, verifications, flags, audit }
}
