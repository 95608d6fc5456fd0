import type { JsonObject, ProfileRecord, Repositories, Store } from '../../db/index.ts'
import type { Resource } from '../../db/vocabulary.ts'
import { Problem } from '../errors.ts'
import { checked } from '../schemas/checked.ts'
import type { ListFilters, sortOrders } from '../schemas/lists.ts'
import { keptFields, resourceSchemas, singular } from '../schemas/resource.ts'
import { owns, requireAction, requireVisible, requireWritable } from './authority.ts'
import { answerOnce, type Answer, type Once } from './idempotency.ts'
import { nextCursor, pageQuery } from './listing.ts'
import { mergePatch } from './merge-patch.ts'
import type { Review } from './moderation-review.ts'
import { present } from './presenting.ts'
import { profileAction } from './policy.ts'
import { asItStands, type Principal } from './principal.ts'
import { closeProfile, createProfile, eraseProfile, type ProfileBody, replaceProfile, type WriteContext } from './profile-writing.ts'
import type { Identify } from './texts.ts'
import { transactTwice } from './transact-twice.ts'
import { sightOf } from './visibility.ts'

export type Presented = ReturnType<typeof present>

/** What a change of one profile hangs on: who asks, which profile, and the versions they take it to be at (null: any). */
export interface Target {
  principal: Principal
  resource: Resource
  id: string
  versions: readonly number[] | null
}

/** Create, read, list, replace, patch, close and erase, for every resource alike. All throw {@link Problem}. */
export interface Profiles {
  create (principal: Principal, resource: Resource, body: ProfileBody, once?: Once): Promise<Answer>
  read (principal: Principal, resource: Resource, id: string): Promise<Presented>
  list (principal: Principal, resource: Resource, query: ListFilters & { sort: (typeof sortOrders)[number], limit: number, cursor?: string }): Promise<{ items: Presented[], next: string | null }>
  replace (target: Target, body: ProfileBody): Promise<Presented>
  patch (target: Target, patch: JsonObject): Promise<Presented>
  close (target: Target): Promise<Presented>
  erase (target: Target): Promise<void>
}

/** The body that a PUT of what the profile holds would carry. */
const bodyOf = (record: ProfileRecord): JsonObject => ({
  ...record.content,
  status: record.status,
  ...(record.externalId === null ? {} : { externalId: record.externalId }),
  ...(record.contact === null ? {} : { contact: record.contact })
})

/** @throws {Problem} `invalid-input` when a merged patch is not what the schema asks for */
export const checkedBody = (resource: Resource, body: JsonObject): ProfileBody => checked(resourceSchemas[resource].body, body) as ProfileBody

/** The city confirms what a provider says of a deployment, without owning the deployment. */
const confirmedByCity = async (repositories: Repositories, { principal, resource }: Target, record: ProfileRecord, patch: JsonObject): Promise<boolean> => {
  if (resource !== 'deployments' || record.status !== 'published' || !principal.capabilities.has('write:cities')) return false
  if (Object.keys(patch).some((name) => name !== 'confirmed') || typeof record.content['cityId'] !== 'string') return false
  const city = await repositories.cities.find(record.content['cityId'])
  return city !== undefined && owns(principal, city)
}

export const createProfiles = (database: Store, identify: Identify, review: Review): Profiles => {
  const context = (repositories: Repositories, principal: Principal): WriteContext => ({ repositories, principal, identify, review })

  const standing = async (repositories: Repositories, target: Target): Promise<Target> => ({ ...target, principal: await asItStands(repositories, target.principal) })

  const current = async (repositories: Repositories, { principal, resource, id, versions }: Target): Promise<ProfileRecord> => {
    const record = requireVisible(principal, resource, await repositories[resource].find(id))
    if (versions !== null && !versions.includes(record.version)) throw new Problem('version-conflict', `The ${singular[resource]} is at version ${record.version}, not ${versions.join(' or ')}`)
    return record
  }

  return {
    create: (asking, resource, body, once) => transactTwice(database, async (repositories) => {
      const principal = await asItStands(repositories, asking)
      return answerOnce(repositories, principal, once, async () => {
        const { record } = await createProfile(context(repositories, principal), resource, body)
        return { status: 201, version: record.version, location: `/v1/${resource}/${record.id}`, body: present(await sightOf(principal, repositories), resource, record) }
      })
    }),

    async read (principal, resource, id) {
      const record = requireVisible(principal, resource, await database.read[resource].find(id))
      return present(await sightOf(principal, database.read), resource, record)
    },

    async list (principal, resource, query) {
      const page = await database.read[resource].list(pageQuery(principal, query))
      const sight = await sightOf(principal, database.read)
      return { items: page.records.map((record) => present(sight, resource, record)), next: nextCursor(query.sort, page.next) }
    },

    replace: (asked, body) => transactTwice(database, async (repositories) => {
      const target = await standing(repositories, asked)
      const before = requireWritable(target.principal, target.resource, await current(repositories, target))
      const { record } = await replaceProfile(context(repositories, target.principal), target.resource, before, body)
      return present(await sightOf(target.principal, repositories), target.resource, record)
    }),

    patch: (asked, patch) => transactTwice(database, async (repositories) => {
      const target = await standing(repositories, asked)
      const { principal, resource } = target
      requireAction(principal, profileAction(resource, 'change'))
      const before = await current(repositories, target)
      const patched = mergePatch(bodyOf(before), Object.fromEntries(Object.entries(patch).filter(([name]) => !keptFields.includes(name))))
      if (!await confirmedByCity(repositories, target, before, patch)) requireWritable(principal, resource, before)
      const { record } = await replaceProfile(context(repositories, principal), resource, before, checkedBody(resource, patched))
      return present(await sightOf(principal, repositories), resource, record)
    }),

    close: (asked) => database.transact(async (repositories) => {
      const target = await standing(repositories, asked)
      const record = await closeProfile(context(repositories, target.principal), target.resource, await current(repositories, target))
      return present(await sightOf(target.principal, repositories), target.resource, record)
    }),

    erase: (asked) => database.transact(async (repositories) => {
      const target = await standing(repositories, asked)
      requireAction(target.principal, profileAction(target.resource, 'erase'))
      const record = await current(repositories, target)
      if (!owns(target.principal, record)) throw new Problem('not-yours')
      if (record.status !== 'closed') throw new Problem('not-closed')
      await eraseProfile(context(repositories, target.principal), target.resource, record)
    })
  }
}
