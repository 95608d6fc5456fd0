import { sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Columns } from '../columns.ts'
import type { JsonObject } from '../types.ts'
import { alertFrequencies, bands, deliveryStatuses, type EventType, mailStatuses, pauseReasons, resources, searchTargets } from '../vocabulary.ts'
import { checksOf } from './checks.ts'

/** What the service tells people and partners by itself: alerts, inboxes, mail, webhooks. */
export const deliveryTables = (columns: Columns, organisations: { id: AnyPgColumn }) => {
  const { table, index, uniqueIndex, text, oneOf, integer, real, instant, json } = columns
  const oneOfChecks = checksOf(columns)

  /** A saved search, or a profile watched. */
  const searches = table('searches', {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    /** The organisation acted for when it was saved; null for none. */
    organisationId: text('organisation_id').references(() => organisations.id),
    name: text('name').notNull(),
    target: oneOf('target', searchTargets).notNull(),
    /** What is searched with: a text, or a profile that is watched. */
    text: text('text'),
    watchedResource: oneOf('watched_resource', resources),
    watchedId: text('watched_id'),
    /** As the match endpoints take them. */
    filters: json<JsonObject>('filters').notNull(),
    /** The least band that is worth an alert. */
    band: oneOf('band', bands).notNull(),
    frequency: oneOf('frequency', alertFrequencies).notNull(),
    createdAt: instant('created_at').notNull(),
    /** When the last mail of a digest was put in the queue. */
    digestedAt: instant('digested_at'),
    stoppedAt: instant('stopped_at'),
    /** Position of the change log up to which it has been looked at. */
    position: integer('position').notNull()
  }, (t) => [
    index('searches_person_id_idx').on(t.personId),
    index('searches_watched_id_idx').on(t.watchedId),
    ...oneOfChecks('searches', {
      target: { column: t.target, values: searchTargets },
      band: { column: t.band, values: bands },
      frequency: { column: t.frequency, values: alertFrequencies }
    })
  ])

  /** One for a person, search and version of a profile. */
  const alerts = table('alerts', {
    id: text('id').primaryKey(),
    searchId: text('search_id').notNull().references(() => searches.id, { onDelete: 'cascade' }),
    personId: text('person_id').notNull(),
    resource: oneOf('resource', resources).notNull(),
    profileId: text('profile_id').notNull(),
    profileVersion: integer('profile_version').notNull(),
    band: oneOf('band', bands).notNull(),
    score: real('score').notNull(),
    reasons: json<string[]>('reasons').notNull(),
    createdAt: instant('created_at').notNull(),
    /** When a mail about it was put in the queue, or when it was settled that there would be none; null while it waits for a digest. */
    mailedAt: instant('mailed_at')
  }, (t) => [
    uniqueIndex('alerts_search_id_profile_key').on(t.searchId, t.profileId, t.profileVersion),
    index('alerts_person_id_idx').on(t.personId, t.createdAt),
    index('alerts_unmailed_idx').on(t.searchId).where(sql`${t.mailedAt} is null`)
  ])

  /** A person's inbox. */
  const notices = table('notices', {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    /** What happened, as server/schemas/notices.ts lists it. */
    kind: text('kind').notNull(),
    /** What it happened to: an introduction, an alert, a profile, an organisation. */
    objectId: text('object_id').notNull(),
    /** Values for its sentence. */
    data: json<JsonObject>('data').notNull(),
    createdAt: instant('created_at').notNull(),
    readAt: instant('read_at')
  }, (t) => [index('notices_person_id_idx').on(t.personId, t.createdAt, t.id), index('notices_object_id_idx').on(t.objectId)])

  /** The queue of mail: what was written is sent at least once, under one Message-ID. */
  const mails = table('mails', {
    id: text('id').primaryKey(),
    /** Without angle brackets. */
    messageId: text('message_id').notNull(),
    /** Null for an address that is nobody's account. */
    personId: text('person_id'),
    recipient: text('recipient').notNull(),
    /** Kind of mail, as server/mail/ lists it. */
    kind: text('kind').notNull(),
    language: text('language').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    html: text('html').notNull(),
    headers: json<Record<string, string>>('headers').notNull(),
    status: oneOf('status', mailStatuses).notNull(),
    attempts: integer('attempts').notNull(),
    /** When it is due, or, while somebody sends it, when it is anybody's again. */
    nextAt: instant('next_at').notNull(),
    lastError: text('last_error'),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at')
  }, (t) => [
    uniqueIndex('mails_message_id_key').on(t.messageId),
    index('mails_due_idx').on(t.nextAt).where(sql`${t.status} = 'queued'`),
    index('mails_status_idx').on(t.status, t.createdAt),
    index('mails_person_id_idx').on(t.personId),
    ...oneOfChecks('mails', { status: { column: t.status, values: mailStatuses } })
  ])

  const webhooks = table('webhooks', {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id').notNull().references(() => organisations.id),
    url: text('url').notNull(),
    /** `whsec_...`: it signs, so it is kept as it is. */
    secret: text('secret').notNull(),
    previousSecret: text('previous_secret'),
    /** Until when the previous secret signs too. */
    previousUntil: instant('previous_until'),
    /** Event types wanted, `challenges.published`; empty for all. */
    events: json<EventType[]>('events').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Position of the change log up to which deliveries have been made out. */
    position: integer('position').notNull(),
    /** Since when every delivery has failed. */
    failingSince: instant('failing_since'),
    pausedAt: instant('paused_at'),
    pausedReason: oneOf('paused_reason', pauseReasons),
    removedAt: instant('removed_at')
  }, (t) => [index('webhooks_organisation_id_idx').on(t.organisationId), ...oneOfChecks('webhooks', { paused_reason: { column: t.pausedReason, values: pauseReasons } })])

  const deliveries = table('deliveries', {
    id: text('id').primaryKey(),
    webhookId: text('webhook_id').notNull().references(() => webhooks.id),
    /** Position of the change that it tells. */
    position: integer('position').notNull(),
    /** `webhook-id`: the same at each attempt and each replay. */
    eventId: text('event_id').notNull(),
    type: text('type').notNull(),
    status: oneOf('status', deliveryStatuses).notNull(),
    attempts: integer('attempts').notNull(),
    /** When it is due, or, while somebody sends it, when it is anybody's again. */
    nextAt: instant('next_at').notNull(),
    /** From when retries are counted: the first attempt, or the last replay. */
    since: instant('since').notNull(),
    /** Of the last attempt: HTTP status, or what was in the way, how long it took (null until it has ended), and when it began. */
    lastStatus: integer('last_status'),
    lastError: text('last_error'),
    lastMilliseconds: integer('last_milliseconds'),
    lastAt: instant('last_at'),
    createdAt: instant('created_at').notNull(),
    deliveredAt: instant('delivered_at')
  }, (t) => [
    uniqueIndex('deliveries_webhook_id_position_key').on(t.webhookId, t.position),
    index('deliveries_due_idx').on(t.webhookId, t.nextAt, t.position).where(sql`${t.status} = 'queued'`),
    index('deliveries_status_idx').on(t.status, t.createdAt),
    ...oneOfChecks('deliveries', { status: { column: t.status, values: deliveryStatuses } })
  ])

  const secrets = table('secrets', {
    name: text('name').primaryKey(),
    value: text('value').notNull()
  })

  return { secrets, searches, alerts, notices, mails, webhooks, deliveries }
}
