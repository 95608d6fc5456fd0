import { sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { postgresColumns, sqliteColumns, type Columns } from '../columns.ts'
import type { JsonObject } from '../types.ts'
import {
  challengeStages, changeActions, climates, codeSchemes, deploymentStages, incomeGroups, organisationKinds, profileStatuses, providerSizes,
  providerTypes, resources, solutionKinds, verificationMethods, type Resource, type Scope
} from '../vocabulary.ts'
import { accountTables } from './accounts.ts'
import { checksOf, type Checked } from './checks.ts'
import { deliveryTables } from './delivery.ts'
import { dialogueTables } from './dialogue.ts'

/** Every table, written once. Fields of a profile's content that no query asks for stand in `details`. */
const defineTables = (columns: Columns) => {
  const { table, index, uniqueIndex, check, primaryKey, serial, text, oneOf, integer, flag, instant, json } = columns

  const oneOfChecks = checksOf(columns)

  const organisations = table('organisations', {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    kind: oneOf('kind', organisationKinds).notNull(),
    createdAt: instant('created_at').notNull(),
    /** Since when the secretariat, or the operator who made it, vouches for it; null while it may not publish. */
    verifiedAt: instant('verified_at'),
    verifiedBy: oneOf('verified_by', verificationMethods),
    suspendedAt: instant('suspended_at'),
    /** Open requests for introductions that it may have, set by the secretariat; null for the usual number. */
    introductionCap: integer('introduction_cap')
  }, (t) => [uniqueIndex('organisations_name_key').on(t.name), ...oneOfChecks('organisations', { kind: { column: t.kind, values: organisationKinds } })])

  const ownerId = () => text('owner_id').notNull().references(() => organisations.id)

  const keys = table('keys', {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id').notNull().references(() => organisations.id),
    name: text('name').notNull(),
    hash: text('hash').notNull(),
    scopes: json<Scope[]>('scopes').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at'),
    revokedAt: instant('revoked_at'),
    lastUsedAt: instant('last_used_at'),
    replacedBy: text('replaced_by').references((): AnyPgColumn => keys.id)
  }, (t) => [uniqueIndex('keys_hash_key').on(t.hash), index('keys_organisation_id_idx').on(t.organisationId)])

  const answers = table('answers', {
    ownerId: ownerId(),
    key: text('key').notNull(),
    fingerprint: text('fingerprint').notNull(),
    profileId: text('profile_id').notNull(),
    body: text('body').notNull(),
    createdAt: instant('created_at').notNull()
  }, (t) => [
    primaryKey({ name: 'answers_pkey', columns: [t.ownerId, t.key] }),
    index('answers_profile_id_idx').on(t.profileId),
    index('answers_created_at_idx').on(t.createdAt)
  ])

  const common = () => ({
    id: text('id').primaryKey(),
    ownerId: ownerId(),
    externalId: text('external_id'),
    status: oneOf('status', profileStatuses).notNull(),
    version: integer('version').notNull(),
    sample: flag('sample').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    publishedAt: instant('published_at'),
    closedAt: instant('closed_at'),
    erasedAt: instant('erased_at'),
    contact: json<JsonObject>('contact'),
    details: json<JsonObject>('details').notNull(),
    search: text('search').notNull(),
    label: text('label').notNull(),
    language: text('language').notNull()
  })

  /** An erased profile has lost its fields; every other one has these. */
  const requiredChecks = (name: string, t: { erasedAt: AnyPgColumn }, fields: Record<string, AnyPgColumn>) => Object.entries(fields).map(([field, column]) =>
    check(`${name}_${field}_required`, sql`${column} is not null or ${t.erasedAt} is not null`))

  type Common = Record<'id' | 'ownerId' | 'externalId' | 'status' | 'createdAt' | 'updatedAt' | 'label', AnyPgColumn>
  const profileConstraints = (name: string, t: Common, checked: Checked = {}) => [
    uniqueIndex(`${name}_owner_id_external_id_key`).on(t.ownerId, t.externalId),
    index(`${name}_updated_at_idx`).on(t.updatedAt, t.id),
    index(`${name}_created_at_idx`).on(t.createdAt, t.id),
    index(`${name}_label_idx`).on(t.label, t.id),
    ...oneOfChecks(name, { status: { column: t.status, values: profileStatuses }, ...checked })
  ]

  const cities = table('cities', {
    ...common(),
    country: text('country'),
    geonamesId: integer('geonames_id'),
    population: integer('population'),
    populationYear: integer('population_year'),
    incomeGroup: oneOf('income_group', incomeGroups),
    climate: oneOf('climate', climates)
  }, (t) => [
    ...profileConstraints('cities', t, { income_group: { column: t.incomeGroup, values: incomeGroups }, climate: { column: t.climate, values: climates } }),
    ...requiredChecks('cities', t, { country: t.country }),
    index('cities_country_idx').on(t.country, t.population),
    index('cities_population_idx').on(t.population)
  ])

  const cityId = () => text('city_id').references(() => cities.id)

  const challenges = table('challenges', {
    ...common(),
    cityId: cityId(),
    stage: oneOf('stage', challengeStages)
  }, (t) => [
    ...profileConstraints('challenges', t, { stage: { column: t.stage, values: challengeStages } }),
    ...requiredChecks('challenges', t, { city_id: t.cityId }),
    index('challenges_city_id_idx').on(t.cityId),
    index('challenges_stage_idx').on(t.stage)
  ])

  const providers = table('providers', {
    ...common(),
    type: oneOf('type', providerTypes),
    size: oneOf('size', providerSizes)
  }, (t) => profileConstraints('providers', t, { type: { column: t.type, values: providerTypes }, size: { column: t.size, values: providerSizes } }))

  const solutions = table('solutions', {
    ...common(),
    providerId: text('provider_id').references(() => providers.id),
    kind: oneOf('kind', solutionKinds),
    readiness: integer('readiness'),
    fitPopulationMin: integer('fit_population_min'),
    fitPopulationMax: integer('fit_population_max')
  }, (t) => [
    ...profileConstraints('solutions', t, { kind: { column: t.kind, values: solutionKinds } }),
    ...requiredChecks('solutions', t, { kind: t.kind }),
    index('solutions_provider_id_idx').on(t.providerId),
    index('solutions_kind_idx').on(t.kind),
    index('solutions_fit_population_idx').on(t.fitPopulationMin, t.fitPopulationMax)
  ])

  const deployments = table('deployments', {
    ...common(),
    solutionId: text('solution_id').references(() => solutions.id),
    cityId: cityId(),
    challengeId: text('challenge_id').references(() => challenges.id),
    stage: oneOf('stage', deploymentStages),
    confirmed: flag('confirmed')
  }, (t) => [
    ...profileConstraints('deployments', t, { stage: { column: t.stage, values: deploymentStages } }),
    ...requiredChecks('deployments', t, { solution_id: t.solutionId, city_id: t.cityId, stage: t.stage }),
    index('deployments_solution_id_idx').on(t.solutionId),
    index('deployments_city_id_idx').on(t.cityId),
    index('deployments_challenge_id_idx').on(t.challengeId),
    index('deployments_stage_idx').on(t.stage)
  ])

  /** The values of a profile's code lists in their order: what its many-valued fields hold, and what filters ask. */
  const codes = (name: string, parent: () => AnyPgColumn) => table(name, {
    parentId: text('parent_id').notNull().references(parent, { onDelete: 'cascade' }),
    scheme: oneOf('scheme', codeSchemes).notNull(),
    ordinal: integer('ordinal').notNull(),
    code: text('code').notNull()
  }, (t) => [
    primaryKey({ name: `${name}_pkey`, columns: [t.parentId, t.scheme, t.ordinal] }),
    index(`${name}_code_idx`).on(t.scheme, t.code, t.parentId)
  ])

  /**
   * The change log. `id` is the order of inserts, which is not the order of commits; `position` is what readers resume
   * from. See engines/dialect.ts for how each engine gives positions. A row names its organisations and profile without
   * a foreign key: it is history, and must not make writers meet on their rows.
   */
  const changes = table('changes', {
    id: serial('id'),
    position: integer('position'),
    resource: oneOf('resource', resources).notNull(),
    profileId: text('profile_id').notNull(),
    ownerId: text('owner_id').notNull(),
    version: integer('version').notNull(),
    action: oneOf('action', changeActions).notNull(),
    status: oneOf('status', profileStatuses).notNull(),
    public: flag('public').notNull(),
    actorId: text('actor_id').notNull(),
    fields: json<string[]>('fields').notNull(),
    at: instant('at').notNull(),
    content: json<JsonObject>('content')
  }, (t) => [
    uniqueIndex('changes_position_key').on(t.position),
    index('changes_unnumbered_idx').on(t.id).where(sql`${t.position} is null`),
    index('changes_profile_id_idx').on(t.profileId, t.version)
  ])

  return {
    organisations,
    keys,
    answers,
    cities,
    challenges,
    providers,
    solutions,
    deployments,
    cityCodes: codes('city_codes', () => cities.id),
    challengeCodes: codes('challenge_codes', () => challenges.id),
    providerCodes: codes('provider_codes', () => providers.id),
    solutionCodes: codes('solution_codes', () => solutions.id),
    changes,
    ...accountTables(columns, organisations),
    ...dialogueTables(columns, organisations),
    ...deliveryTables(columns, organisations)
  }
}

export const postgresTables = defineTables(postgresColumns)

export type Tables = typeof postgresTables
export type ProfileTable = Tables[Resource]
export type CodeTable = Tables['cityCodes' | 'challengeCodes' | 'providerCodes' | 'solutionCodes']

/** The one cast that makes both engines' tables one type: sqliteColumns has the same kinds with the same types out. */
export const sqliteTables: Tables = defineTables(sqliteColumns as unknown as Columns)
