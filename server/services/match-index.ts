import type { ProfileRecord, Store } from '../../db/index.ts'
import type { Resource } from '../../db/vocabulary.ts'
import type { Matcher, Profile } from '../../matching/index.ts'
import type { Content } from '../schemas/resource.ts'
import { challengeProfile, solutionProfile } from './match-profiles.ts'
import type { Vectors } from './vectors.ts'
import { publicContent } from './visibility.ts'

const pageSize = 500

/** Keeps the matcher at what the store holds, by the change log alone. */
export interface MatchIndex {
  /** Applies every change committed before the call; calls that overlap share the work. */
  catchUp (): Promise<void>
  /** Position of the change log up to which the matcher has heard. */
  readonly position: number
}

/** The profile of a record as the matcher is given it, which knows what everybody may, or undefined where what it hangs on is not public. */
export type ToProfile = (resource: 'challenges' | 'solutions', records: readonly ProfileRecord[]) => Promise<Map<string, Profile>>

/** @param everything also what hangs on something that is not published: for somebody who asks about their own */
export const profileReader = (store: Store, { everything }: { everything: boolean }): ToProfile => async (resource, given) => {
  const records = given.map((record) => ({ ...record, content: publicContent(record.content) }))
  const profiles = new Map<string, Profile>()
  if (resource === 'challenges') {
    const cities = new Map((await store.read.cities.findMany([...new Set(records.map((record) => (record.content as Content<'challenges'>).cityId))])).map((city) => [city.id, city]))
    for (const record of records) {
      const city = cities.get((record.content as Content<'challenges'>).cityId)
      if (city !== undefined && (everything || city.status === 'published')) profiles.set(record.id, challengeProfile(record, city))
    }
    return profiles
  }
  const deployments = await allDeployments(store, records.map((record) => record.id))
  const cityIds = [...new Set(deployments.map((deployment) => (deployment.content as Content<'deployments'>).cityId))]
  const countryOf = new Map((await store.read.cities.findMany(cityIds)).map((city) => [city.id, (city.content as Content<'cities'>).country]))
  const bySolution = new Map<string, ProfileRecord[]>()
  for (const deployment of deployments) {
    const { solutionId } = deployment.content as Content<'deployments'>
    bySolution.set(solutionId, [...bySolution.get(solutionId) ?? [], deployment])
  }
  for (const record of records) profiles.set(record.id, solutionProfile(record, bySolution.get(record.id) ?? [], countryOf))
  return profiles
}

/** Every published deployment of these solutions. */
const allDeployments = async (store: Store, solutionIds: readonly string[]): Promise<ProfileRecord[]> => {
  const found: ProfileRecord[] = []
  if (solutionIds.length === 0) return found
  let after: { value: string, id: string } | undefined
  do {
    const page = await store.read.deployments.list({ filters: { solutionIds, statuses: ['published'] }, sort: 'created', descending: false, limit: pageSize, after })
    found.push(...page.records)
    after = page.next
  } while (after !== undefined)
  return found
}

/**
 * Fills the matcher from the store and keeps it up to date.
 * @param onProgress told how many profiles are in, while the first filling runs
 */
export const createMatchIndex = async (store: Store, matcher: Matcher, vectors: Vectors, onProgress: (count: number) => void = () => {}): Promise<MatchIndex> => {
  const toProfile = profileReader(store, { everything: false })
  let position = 0
  let running: Promise<void> | undefined

  const upsert = (profile: Profile): void => {
    matcher.upsert(profile)
    vectors.upsert(profile)
  }

  const remove = (id: string): void => {
    matcher.remove(id)
    vectors.remove(id)
  }

  /** Puts these profiles as they now stand into the matcher, or takes them out. */
  const refresh = async (resource: 'challenges' | 'solutions', ids: readonly string[]): Promise<void> => {
    const records = (await store.read[resource].findMany(ids)).filter((record) => record.status === 'published')
    const profiles = await toProfile(resource, records)
    for (const id of ids) {
      const profile = profiles.get(id)
      if (profile === undefined) remove(id)
      else upsert(profile)
    }
  }

  const pages = async (resource: 'challenges' | 'solutions', filters: object, each: (records: ProfileRecord[]) => Promise<void>): Promise<void> => {
    let after: { value: string, id: string } | undefined
    do {
      const page = await store.read[resource].list({ filters: { ...filters, statuses: ['published'] }, sort: 'created', descending: false, limit: pageSize, after })
      await each(page.records)
      after = page.next
    } while (after !== undefined)
  }

  const apply = async (): Promise<void> => {
    while (position < await store.lastPosition()) {
      const changes = await store.read.changes.read({ after: position, limit: pageSize })
      const last = changes.at(-1)
      if (last === undefined) return
      const touched = (resource: Resource) => [...new Set(changes.filter((change) => change.resource === resource).map((change) => change.profileId))]
      const challenges = new Set(touched('challenges'))
      const solutions = new Set(touched('solutions'))
      const cities = changes.filter((change) => change.resource === 'cities' && change.action !== 'created').map((change) => change.profileId)
      for (const cityId of new Set(cities)) await pages('challenges', { cityId }, async (records) => { for (const record of records) challenges.add(record.id) })
      for (const deployment of await store.read.deployments.findMany(touched('deployments'))) solutions.add((deployment.content as Content<'deployments'>).solutionId)
      for (const moved of changes.filter((change) => change.resource === 'deployments' && change.action !== 'created' && change.fields.includes('solutionId'))) {
        for (const { content } of await store.read.changes.history('deployments', moved.profileId)) {
          if (typeof content?.['solutionId'] === 'string') solutions.add(content['solutionId'])
        }
      }
      if (challenges.size > 0) await refresh('challenges', [...challenges])
      if (solutions.size > 0) await refresh('solutions', [...solutions])
      position = last.position
    }
  }

  // The position is read before the profiles: what changes meanwhile is applied once more, which does no harm.
  position = await store.lastPosition()
  for (const resource of ['challenges', 'solutions'] as const) {
    await pages(resource, {}, async (records) => {
      for (const profile of (await toProfile(resource, records)).values()) upsert(profile)
      onProgress(matcher.size.challenge + matcher.size.solution)
    })
  }

  vectors.filled()

  return {
    async catchUp () {
      // A run that began before this call may have missed what was committed since; the next one has not.
      if (running !== undefined) await running.catch(() => {})
      running ??= apply().finally(() => { running = undefined })
      await running
    },
    get position () { return position }
  }
}
