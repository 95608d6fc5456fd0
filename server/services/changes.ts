import type { Change, ProfileRecord, Repositories, Store } from '../../db/index.ts'
import { resources, type Resource } from '../../db/vocabulary.ts'
import type { ChangesQuery } from '../schemas/changes.ts'
import { maySee, requireAction } from './authority.ts'
import { present } from './presenting.ts'
import { isAdmin, type Principal } from './principal.ts'
import { sees, sightOf } from './visibility.ts'

export interface FeedItem extends Pick<Change, 'position' | 'resource' | 'version' | 'action' | 'status' | 'fields'> {
  id: string
  at: string
  profile: ReturnType<typeof present> | null
}

export interface Changes {
  /** @param signal ends the waiting early, as when the caller goes away */
  read (principal: Principal, query: ChangesQuery, signal: AbortSignal): Promise<{ items: FeedItem[], next: number }>
}

/** How often a waiting reader looks for what other processes have committed; our own commits wake it at once. */
const pollInterval = 1000

const profilesOf = async (changes: readonly Change[], read: Repositories): Promise<Map<string, ProfileRecord>> => {
  const found = new Map<string, ProfileRecord>()
  for (const resource of resources) {
    const ids = [...new Set(changes.filter((change) => change.resource === resource).map((change) => change.profileId))]
    if (ids.length > 0) for (const record of await read[resource].findMany(ids)) found.set(record.id, record)
  }
  return found
}

/** Changes that a principal may know of, told with the profiles as they stand now and as that principal sees them. */
export const feedItems = async (principal: Principal, changes: readonly Change[], read: Repositories): Promise<FeedItem[]> => {
  const profiles = await profilesOf(changes, read)
  const sight = await sightOf(principal, read)
  return changes.map((change) => {
    const record = profiles.get(change.profileId)
    return {
      position: change.position,
      resource: change.resource,
      id: change.profileId,
      version: change.version,
      action: change.action,
      status: change.status,
      fields: record === undefined ? [] : change.fields.filter(sees(sight, change.resource, record)),
      at: change.at.toISOString(),
      profile: record !== undefined && record.erasedAt === null && maySee(principal, record) ? present(sight, change.resource, record) : null
    }
  })
}

/** @param closing aborted when the service stops: nobody is kept waiting then */
export const createChanges = (store: Store, closing: AbortSignal): Changes => {
  const nextCommit = (milliseconds: number, signal: AbortSignal): Promise<void> => new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      stop()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    const stop = store.onCommit(done)
    signal.addEventListener('abort', done)
  })

  return {
    async read (principal, { after, limit, wait, resource }, caller) {
      const signal = AbortSignal.any([caller, closing])
      requireAction(principal, 'changes:read')
      const deadline = Date.now() + wait * 1000
      const visibleTo = isAdmin(principal) ? undefined : { ownerId: principal.organisationId }
      for (;;) {
        // Read before the changes: what is committed in between is found by the next call, never passed over.
        const last = await store.lastPosition()
        const changes = await store.read.changes.read({ after, limit, resources: resource as Resource[] | undefined, visibleTo })
        if (changes.length > 0 || Date.now() >= deadline || signal.aborted) {
          return {
            items: await feedItems(principal, changes, store.read),
            next: changes.length === limit ? changes.at(-1)?.position ?? after : Math.max(after, changes.at(-1)?.position ?? 0, last)
          }
        }
        await nextCommit(Math.min(pollInterval, deadline - Date.now()), signal)
      }
    }
  }
}
