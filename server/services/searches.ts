import { v7 as uuid } from 'uuid'
import type { Alert, JsonObject, ProfileRecord, Repositories, Search, Store } from '../../db/index.ts'
import { Problem } from '../errors.ts'
import { invalidField } from '../faults.ts'
import { refuse } from '../refusals.ts'
import type { MatchFilters } from '../schemas/matches.ts'
import { singular, type Content } from '../schemas/resource.ts'
import type { SearchAnswer, SearchBody, SearchPatch, SearchWithAlerts, StopState } from '../schemas/searches.ts'
import { isDigested } from './alerts.ts'
import { record } from './audit.ts'
import { fieldsOf, maySee, requireAction } from './authority.ts'
import type { Action } from './policy.ts'
import type { Principal } from './principal.ts'
import type { StopLinks } from './stop-links.ts'

/** A person's saved searches. All throw {@link Problem}; those of others do not exist. */
export interface Searches {
  list (principal: Principal): Promise<{ items: SearchAnswer[] }>
  read (principal: Principal, id: string): Promise<SearchWithAlerts>
  create (principal: Principal, body: SearchBody): Promise<SearchAnswer>
  change (principal: Principal, id: string, patch: SearchPatch): Promise<SearchAnswer>
  remove (principal: Principal, id: string): Promise<void>
  /** Whether mails of the search of a link are stopped. */
  isStopped (token: string): Promise<StopState>
  /** Stops them, for whoever has the link. */
  stop (principal: Principal, token: string): Promise<StopState>
}

/** So many searches a person may have. */
const most = 100
/** So many alerts are shown with a search. */
const latest = 50

const present = (search: Search): SearchAnswer => ({
  id: search.id,
  name: search.name,
  target: search.target,
  text: search.text,
  watch: search.watchedId === null ? null : { resource: search.watchedResource === 'solutions' ? 'solutions' : 'challenges', id: search.watchedId },
  filters: search.filters as MatchFilters,
  band: search.band,
  frequency: search.frequency,
  organisationId: search.organisationId,
  createdAt: search.createdAt.toISOString(),
  stoppedAt: search.stoppedAt?.toISOString() ?? null
})

const presentAlert = (alert: Alert, profile: ProfileRecord | undefined): SearchWithAlerts['alerts'][number] => ({
  id: alert.id,
  resource: alert.resource === 'solutions' ? 'solutions' : 'challenges',
  profileId: alert.profileId,
  version: alert.profileVersion,
  title: profile?.status === 'published' ? (profile.content as Content<'challenges' | 'solutions'>).title : null,
  band: alert.band,
  reasons: alert.reasons,
  at: alert.createdAt.toISOString()
})

/** What of a search is worth recording: not what it is called or looks for. */
const recorded = ({ target, band, frequency, stoppedAt }: Search): JsonObject => ({ target, band, frequency, stopped: stoppedAt !== null })

const requireOwn = async ({ searches }: Pick<Repositories, 'searches'>, principal: Principal, action: Action, id: string): Promise<Search> => {
  requireAction(principal, action)
  const search = await searches.find(id)
  if (search === undefined || fieldsOf(principal, action, search.personId === principal.personId ? ['self'] : []).length === 0) {
    throw new Problem('not-found', 'There is no such search')
  }
  return search
}

/** @throws {Problem} `invalid-input` for a profile that this principal may not see, or that is closed */
const requireWatchable = async (repositories: Repositories, principal: Principal, { resource, id }: NonNullable<SearchBody['watch']>): Promise<void> => {
  const found = await repositories[resource].find(id)
  if (found === undefined || found.status === 'closed' || !maySee(principal, found)) {
    throw invalidField(['watch', 'id'], 'unknown-watch', { kind: singular[resource] })
  }
}

const states = {
  on: { stopped: false, detail: 'Mails of this search are sent. Send a POST to this address to stop them; the inbox goes on.' },
  off: { stopped: true, detail: 'No more mails of this search are sent.' }
} as const satisfies Record<string, StopState>

export const createSearches = (store: Store, stopLinks: StopLinks): Searches => {
  const requireSearch = async (token: string): Promise<string> => {
    const id = await stopLinks.searchOf(token)
    if (id === undefined) throw new Problem('not-found', 'This is not a link that we sent; copy it from the mail as a whole')
    return id
  }

  return {
    async list (principal) {
      requireAction(principal, 'searches:list')
      return { items: principal.personId === null ? [] : (await store.read.searches.listOf(principal.personId)).map(present) }
    },

    async read (principal, id) {
      const search = await requireOwn(store.read, principal, 'searches:read', id)
      const alerts = await store.read.alerts.listOf(id, latest)
      const profiles = new Map((await store.read[search.target].findMany(alerts.map(({ profileId }) => profileId))).map((profile) => [profile.id, profile]))
      return { ...present(search), alerts: alerts.map((alert) => presentAlert(alert, profiles.get(alert.profileId))) }
    },

    async create (principal, { name, target, text, watch, filters, band, frequency }) {
      requireAction(principal, 'searches:create')
      const { personId, organisationId } = principal
      if (personId === null) throw new Problem('person-needed')
      // It looks at what changes from now on.
      const position = await store.lastPosition()
      return store.transact(async (repositories) => {
        if (watch !== undefined) await requireWatchable(repositories, principal, watch)
        if ((await repositories.searches.listOf(personId)).length >= most) throw refuse('searches-full', { count: most })
        const search: Search = {
          id: uuid(),
          personId,
          organisationId,
          name,
          target,
          text: text ?? null,
          watchedResource: watch?.resource ?? null,
          watchedId: watch?.id ?? null,
          filters,
          band,
          frequency,
          createdAt: new Date(),
          digestedAt: null,
          stoppedAt: null,
          position
        }
        await repositories.searches.insert(search)
        await record(repositories, principal, 'searches:create', { id: search.id, ownerId: null }, { after: recorded(search) })
        return present(search)
      })
    },

    change: (principal, id, { name, filters, band, frequency }) => store.transact(async (repositories) => {
      const before = await requireOwn(repositories, principal, 'searches:change', id)
      const after: Search = {
        ...before,
        name: name ?? before.name,
        filters: filters ?? before.filters,
        band: band ?? before.band,
        frequency: frequency ?? before.frequency,
        stoppedAt: frequency === undefined ? before.stoppedAt : null
      }
      await repositories.searches.update(id, { name: after.name, filters: after.filters, band: after.band, frequency: after.frequency, stoppedAt: after.stoppedAt })
      if (!isDigested(after)) await repositories.alerts.settle(id, new Date())
      await record(repositories, principal, 'searches:change', { id, ownerId: null }, { before: recorded(before), after: recorded(after) })
      return present(after)
    }),

    remove: (principal, id) => store.transact(async (repositories) => {
      const search = await requireOwn(repositories, principal, 'searches:remove', id)
      await repositories.searches.remove(id)
      await record(repositories, principal, 'searches:remove', { id, ownerId: null }, { before: recorded(search) })
    }),

    async isStopped (token) {
      const search = await store.read.searches.find(await requireSearch(token))
      return search !== undefined && search.stoppedAt === null && search.frequency !== 'never' ? states.on : states.off
    },

    async stop (principal, token) {
      const id = await requireSearch(token)
      await store.transact(async (repositories) => {
        const before = await repositories.searches.find(id)
        if (before === undefined || before.stoppedAt !== null) return
        const now = new Date()
        await repositories.searches.update(id, { stoppedAt: now })
        await repositories.alerts.settle(id, now)
        await record(repositories, principal, 'searches:stop', { id, ownerId: null }, { before: recorded(before), after: recorded({ ...before, stoppedAt: now }) })
      })
      return states.off
    }
  }
}
