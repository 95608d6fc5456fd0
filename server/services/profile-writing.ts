import { isDeepStrictEqual } from 'node:util'
import { v7 as uuid } from 'uuid'
import type { z } from 'zod'
import type { JsonObject, ProfileRecord, Repositories } from '../../db/index.ts'
import type { ChangeAction, ProfileStatus, Resource } from '../../db/vocabulary.ts'
import { Problem } from '../errors.ts'
import { fieldError, invalidField } from '../faults.ts'
import { resourceSchemas, singular } from '../schemas/resource.ts'
import { record } from './audit.ts'
import { dependants, guardFields, maySee, parents, requireAction, requireParents, requireWritable } from './authority.ts'
import type { Review } from './moderation-review.ts'
import { profileAction } from './policy.ts'
import { isAdmin, type Principal } from './principal.ts'
import { derivedOf } from './profile-labels.ts'
import { completeTexts, type Identify } from './texts.ts'

/** A body that has passed its resource's schema. */
export interface ProfileBody extends JsonObject {
  externalId?: string
  status?: 'draft' | 'published' | 'hidden'
  contact?: JsonObject
}

/** What every write works with: one transaction, and who asks. */
export interface StoreContext {
  repositories: Repositories
  principal: Principal
}

/** What a write of somebody's words works with beyond that: how a language is told, and who looks at what becomes public. */
export interface WriteContext extends StoreContext {
  identify: Identify
  review: Review
}

export interface Written {
  record: ProfileRecord
  outcome: 'created' | 'updated' | 'unchanged'
}

/** An absent list and an empty one say the same; so do an absent group of fields and one without fields. One form of each makes equal contents equal. */
const compact = (content: JsonObject): JsonObject => Object.fromEntries(Object.entries(content).flatMap(([name, value]) => {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.length === 0 ? [] : [[name, value]]
  if (typeof value === 'object' && !('translations' in value)) {
    const inner = compact(value as JsonObject)
    return Object.keys(inner).length === 0 ? [] : [[name, inner]]
  }
  return [[name, value]]
}))

/** Replaces references by ids, and gives the profiles they name. One that was there before stays good, whatever became of what it names. */
const resolveParents = async ({ repositories, principal }: WriteContext, resource: Resource, content: JsonObject, before: ProfileRecord | undefined): Promise<Record<string, ProfileRecord>> => {
  const found: Record<string, ProfileRecord> = {}
  for (const { field, resource: parent } of parents[resource]) {
    const reference = content[field]
    if (typeof reference !== 'string') continue
    const record = reference.startsWith('external:')
      ? principal.organisationId === null ? undefined : (await repositories[parent].findByExternalIds(principal.organisationId, [reference.slice('external:'.length)]))[0]
      : await repositories[parent].find(reference)
    const kept = record !== undefined && record.id === before?.content[field]
    if (record === undefined || (!kept && !maySee(principal, record))) throw invalidField([field], 'unknown-profile', { kind: singular[parent] })
    if (!kept && record.status === 'closed') throw invalidField([field], 'closed-profile', { kind: singular[parent] })
    content[field] = record.id
    found[field] = record
  }
  return found
}

const requirePublishedParents = (resource: Resource, found: Readonly<Record<string, ProfileRecord>>, before: ProfileRecord | undefined): void => {
  for (const { field, resource: parent } of parents[resource]) {
    const record = found[field]
    const kept = before?.status === 'published' && record?.id === before.content[field]
    if (record !== undefined && !kept && record.status !== 'published') throw invalidField([field], 'draft-profile', { kind: singular[parent] })
  }
}

/** @throws {Problem} `in-use` while published profiles hang on this one */
export const requireFree = async (repositories: Repositories, resource: Resource, id: string): Promise<void> => {
  for (const { resource: dependant, filter } of dependants[resource]) {
    const count = await repositories[dependant].count({ [filter]: id, statuses: ['published'] })
    if (count > 0) throw new Problem('in-use', `${count} published ${dependant} hang on this ${singular[resource]}; close them first`)
  }
}

const changedFields = (before: JsonObject, after: JsonObject): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !isDeepStrictEqual(before[name], after[name])).sort()

const actionOf = (before: ProfileStatus | undefined, after: ProfileStatus): ChangeAction => {
  if (before === undefined) return 'created'
  if (after === 'closed') return 'closed'
  if (before === after) return 'updated'
  if (after === 'published') return 'published'
  return before === 'published' ? 'unpublished' : 'updated'
}

const verbOf = (before: ProfileStatus | undefined, after: ProfileStatus, action: ChangeAction | undefined) => {
  if (action === 'erased') return 'erase'
  if (before === undefined) return 'create'
  if (after === 'closed') return 'close'
  if (before !== after && (before === 'hidden' || after === 'hidden')) return 'hide'
  return before !== after && after === 'published' ? 'publish' : 'change'
}

/** What somebody did goes into the audit log; what the service fills itself with does not. */
const recordChange = async (repositories: Repositories, principal: Principal, resource: Resource, before: ProfileRecord | undefined, after: ProfileRecord, action: ChangeAction | undefined): Promise<void> => {
  if (principal.personId === null && principal.keyId === null) return
  await record(repositories, principal, profileAction(resource, verbOf(before?.status, after.status, action)), after, {
    ...(before === undefined ? {} : { before: { status: before.status, version: before.version } }),
    after: { status: after.status, version: after.version }
  })
}

/** Stores a record and its change in the transaction at hand. */
export const store = async ({ repositories, principal }: StoreContext, resource: Resource, before: ProfileRecord | undefined, after: ProfileRecord, action?: ChangeAction): Promise<ProfileRecord> => {
  const derived = derivedOf(resource, after.content)
  if (before === undefined) await repositories[resource].insert(after, derived)
  else if (!await repositories[resource].replace(after, derived)) throw new Problem('version-conflict')
  const fields = changedFields({ ...before?.content, contact: before?.contact ?? undefined }, { ...after.content, contact: after.contact ?? undefined })
  await repositories.changes.append({
    resource,
    profileId: after.id,
    ownerId: after.ownerId,
    version: after.version,
    action: action ?? actionOf(before?.status, after.status),
    status: after.status,
    public: after.status === 'published' || before?.status === 'published',
    actorId: principal.organisationId ?? after.ownerId,
    fields,
    at: after.updatedAt,
    content: action === 'erased' ? null : after.content
  })
  await recordChange(repositories, principal, resource, before, after, action)
  return after
}

/** Stores what somebody wrote, and has it looked at; the secretariat looks by itself. */
const storeWritten = async (context: WriteContext, resource: Resource, before: ProfileRecord | undefined, after: ProfileRecord): Promise<ProfileRecord> => {
  const stored = await store(context, resource, before, after)
  if (!isAdmin(context.principal)) await context.review(context.repositories, resource, before, stored)
  return stored
}

/** Works out what a write would leave: the content with its texts complete and its references resolved. */
const prepare = async (context: WriteContext, resource: Resource, body: ProfileBody, before: ProfileRecord | undefined): Promise<{ content: JsonObject, status: ProfileStatus }> => {
  const { externalId: _, status: wanted, contact: __, ...fields } = body
  const status = wanted ?? before?.status ?? 'published'
  if (status !== before?.status) {
    if (status === 'hidden' || before?.status === 'hidden') requireAction(context.principal, profileAction(resource, 'hide'))
    if (status === 'published') requireAction(context.principal, profileAction(resource, 'publish'))
  }
  // What was hidden stays so when a body that comes from elsewhere does not speak of it.
  const { visibility = before?.content['visibility'] } = fields
  const content = compact(completeTexts(resourceSchemas[resource].content as z.ZodObject, { ...fields, visibility }, context.identify))
  const found = await resolveParents(context, resource, content, before)
  const moved = parents[resource].some(({ field }) => content[field] !== before?.content[field])
  if (before === undefined || moved) requireParents(context.principal, resource, found)
  if (status === 'published') requirePublishedParents(resource, found, before)
  await guardFields(context.principal, resource, content, before, context.repositories)
  if (before?.status === 'published' && status !== 'published') await requireFree(context.repositories, resource, before.id)
  return { content, status }
}

/** @throws {Problem} whatever the body or the principal's authority forbids; nothing is stored then */
export const createProfile = async (context: WriteContext, resource: Resource, body: ProfileBody, sample = false): Promise<Written> => {
  const { repositories, principal } = context
  requireAction(principal, profileAction(resource, 'create'))
  const ownerId = principal.organisationId
  if (ownerId === null) throw new Problem('missing-key')
  const externalId = body.externalId ?? null
  if (externalId !== null && (await repositories[resource].findByExternalIds(ownerId, [externalId])).length > 0) {
    throw new Problem('duplicate-external-id', `You already have a ${singular[resource]} with the external id ${externalId}`, [fieldError('body', ['externalId'], 'external-id-taken', {})])
  }
  const { content, status } = await prepare(context, resource, body, undefined)
  const now = new Date()
  const made = await storeWritten(context, resource, undefined, {
    id: uuid(),
    ownerId,
    externalId,
    status,
    version: 1,
    sample,
    createdAt: now,
    updatedAt: now,
    publishedAt: status === 'published' ? now : null,
    closedAt: null,
    erasedAt: null,
    content,
    contact: body.contact ?? null
  })
  return { record: made, outcome: 'created' }
}

/** Leaves a profile, which the caller has found writable, with exactly what `body` says. An equal body stores nothing. */
export const replaceProfile = async (context: WriteContext, resource: Resource, before: ProfileRecord, body: ProfileBody): Promise<Written> => {
  const externalId = body.externalId ?? before.externalId
  if (externalId !== before.externalId && externalId !== null) {
    const [other] = await context.repositories[resource].findByExternalIds(before.ownerId, [externalId])
    if (other !== undefined) throw new Problem('duplicate-external-id', undefined, [fieldError('body', ['externalId'], 'external-id-taken', {})])
  }
  const { content, status } = await prepare(context, resource, body, before)
  const contact = body.contact ?? null
  if (status === before.status && externalId === before.externalId && isDeepStrictEqual(content, before.content) && isDeepStrictEqual(contact, before.contact)) {
    return { record: before, outcome: 'unchanged' }
  }
  const now = new Date()
  const changed = await storeWritten(context, resource, before, {
    ...before,
    externalId,
    status,
    version: before.version + 1,
    updatedAt: now,
    publishedAt: before.publishedAt ?? (status === 'published' ? now : null),
    content,
    contact
  })
  return { record: changed, outcome: 'updated' }
}

/** Closing takes a profile out of lists and matching, and keeps it. */
export const closeProfile = async (context: WriteContext, resource: Resource, found: ProfileRecord): Promise<ProfileRecord> => {
  const before = requireWritable(context.principal, resource, found)
  await requireFree(context.repositories, resource, before.id)
  const now = new Date()
  return store(context, resource, before, { ...before, status: 'closed', version: before.version + 1, updatedAt: now, closedAt: now })
}

/** What an erased profile keeps: codes and references, so that others' profiles still stand on something, and which fields were not for everybody, so that the feed names them to nobody. */
const unerased = ['visibility', 'country', 'cityId', 'providerId', 'solutionId', 'challengeId', 'stage', 'kind', 'areas']

/** Forgets what a closed profile says and whom to reach, in the record and in its history. */
export const eraseProfile = async (context: WriteContext, resource: Resource, before: ProfileRecord): Promise<void> => {
  const { repositories } = context
  const now = new Date()
  const content = Object.fromEntries(Object.entries(before.content).filter(([name]) => unerased.includes(name)))
  await store(context, resource, before, { ...before, externalId: null, version: before.version + 1, updatedAt: now, erasedAt: now, content, contact: null }, 'erased')
  await repositories.changes.forget(resource, before.id)
  await repositories.answers.removeAbout(before.id)
}
