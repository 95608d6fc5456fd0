import { setImmediate } from 'node:timers/promises'
import { v5 as hashed, v7 as uuid } from 'uuid'
import type { Person, Repositories, Search, Store } from '../../db/index.ts'
import { preferredLocale } from '../locales/index.ts'
import type { Links } from './links.ts'
import { type News, newsOf, titleIn } from './news.ts'
import { addresseeOf, type Notified, type Post } from './post.ts'
import type { Found, SearchMatching } from './search-matching.ts'
import { ownerOf } from './search-owners.ts'
import type { StopLink, StopLinks } from './stop-links.ts'

/** Follows the change log for every saved search. */
export interface Alerts {
  /**
   * Looks at what has changed since each search was last looked at, and tells of what it finds now: in the inbox, and by mail
   * at once where that is wanted. One search and one page of changes are one transaction with the search's new position:
   * whatever runs twice, or at two places, tells once.
   */
  follow (stopping: AbortSignal): Promise<void>
}

export interface AlertParts {
  store: Store
  matching: SearchMatching
  post: Post
  links: Links
  stopLinks: StopLinks
}

/** Any UUID that nothing else hashes with. */
const namespace = 'b0f1c2de-5a43-4d5c-9a71-6f0a2d1f7c11'

/** The same for the same alert wherever and however often it is made, so that its mail has one Message-ID. */
export const alertMailId = (searchId: string, profileId: string, version: number): string => hashed(`alert ${searchId} ${profileId} ${version}`, namespace)

const changesTogether = 100
const searchesTogether = 100

/** So long may vectors be waited for; what has changed longer ago is matched without. */
const patienceMilliseconds = 10 * 60_000

/** Whether mail of a search waits for its time. */
export const isDigested = ({ frequency, stoppedAt }: Pick<Search, 'frequency' | 'stoppedAt'>): boolean =>
  stoppedAt === null && (frequency === 'daily' || frequency === 'weekly')

/** What was matched is what is stored: a search that was changed meanwhile is asked again. */
const isSame = (a: Search, b: Search): boolean =>
  a.position === b.position && a.band === b.band && JSON.stringify(a.filters) === JSON.stringify(b.filters)

export const createAlerts = ({ store, matching, post, links, stopLinks }: AlertParts): Alerts => {
  /** Tells one person of one profile, by what their search says now. */
  const tell = async (repositories: Repositories, search: Search, person: Person, { record, band, score, reasons }: Found, stop: StopLink): Promise<void> => {
    const now = new Date()
    const id = uuid()
    await repositories.alerts.insert({
      id,
      searchId: search.id,
      personId: person.id,
      resource: search.target,
      profileId: record.id,
      profileVersion: record.version,
      band,
      score,
      reasons,
      createdAt: now,
      mailedAt: isDigested(search) ? null : now
    })
    const letter: Notified = {
      kind: 'alert',
      objectId: id,
      values: { search: search.name, title: titleIn(person.language, record), band: { list: 'band', code: band }, reasons: reasons.slice(0, 3).join(' · ') },
      link: links.to(`/${search.target}/${record.id}`)
    }
    await post.inbox(repositories, person, letter)
    const to = addresseeOf(person)
    if (search.frequency !== 'at-once' || search.stoppedAt !== null || to === undefined) return
    await post.mail(repositories, to, { ...letter, stop }, alertMailId(search.id, record.id, record.version))
  }

  /** A profile that a search has told of is no news to it in any later version. One's own profiles are none either. */
  const write = async (matched: Search, found: readonly Found[], to: number): Promise<void> => {
    const stop = await stopLinks.to(matched.id)
    await store.transact(async (repositories) => {
      const search = await repositories.searches.find(matched.id)
      if (search === undefined || !isSame(search, matched)) return
      const owner = await ownerOf(repositories, search)
      if (owner === undefined) return
      const { person, organisationIds: own } = owner
      if (person.suspendedAt === null && found.length > 0) {
        const told = new Set(await repositories.alerts.toldOf(search.id, found.map(({ record }) => record.id)))
        const open = new Set((await repositories[search.target].findMany(found.map(({ record }) => record.id)))
          .filter(({ status, ownerId }) => status === 'published' && !own.includes(ownerId)).map(({ id }) => id))
        for (const one of found) if (open.has(one.record.id) && !told.has(one.record.id)) await tell(repositories, search, person, one, stop)
      }
      await repositories.searches.update(search.id, { position: to })
    })
  }

  /** Looks at one search; whether it may simply be moved on. */
  const isDone = async (search: Search, person: Person | undefined, news: News, to: number): Promise<boolean> => {
    if (person === undefined || person.erasedAt !== null) {
      await write(search, [], to)
      return false
    }
    if (person.suspendedAt !== null || news[search.target].length === 0) return true
    // A match takes the process whole for a few milliseconds: requests go before.
    await setImmediate()
    const found = await matching.among(search, news[search.target], preferredLocale(person.language))
    if (found.length === 0) return true
    await write(search, found, to)
    return false
  }

  const lookAt = async (from: number, to: number, news: News, stopping: AbortSignal, failures: unknown[]): Promise<void> => {
    for (let after = ''; !stopping.aborted;) {
      const page = await store.read.searches.listAt(from, after, searchesTogether)
      const last = page.at(-1)
      if (last === undefined) break
      after = last.id
      const people = new Map((await store.read.people.findMany([...new Set(page.map(({ personId }) => personId))])).map((person) => [person.id, person]))
      const done: string[] = []
      for (const search of page) {
        if (stopping.aborted) break
        try {
          if (await isDone(search, people.get(search.personId), news, to)) done.push(search.id)
        } catch (error) {
          // One search that cannot be answered keeps no other waiting; it is tried again in the next run.
          failures.push(error)
        }
      }
      if (done.length > 0) await store.transact(({ searches }) => searches.advance(from, to, done))
    }
  }

  return {
    async follow (stopping) {
      const failures: unknown[] = []
      const last = await store.lastPosition()
      let from = await store.read.searches.leastPosition(0, last)
      while (from !== undefined && !stopping.aborted) {
        const changes = await store.read.changes.read({ after: from, limit: changesTogether, visibleTo: { ownerId: null } })
        const end = changes.at(-1)
        const to = end === undefined || changes.length < changesTogether ? Math.max(last, end?.position ?? 0) : end.position
        const news = await newsOf(store, changes)
        if (news.challenges.length + news.solutions.length === 0) {
          const at = from
          await store.transact(({ searches }) => searches.advance(at, to))
        } else {
          // After the records were read: what is matched is never older than what the alert says it is.
          await matching.catchUp()
          if (matching.waits && end !== undefined && end.at.getTime() > Date.now() - patienceMilliseconds) return
          await lookAt(from, to, news, stopping, failures)
        }
        from = await store.read.searches.leastPosition(from + 1, last)
      }
      if (failures.length > 0) throw new AggregateError(failures, `${failures.length} searches could not be answered`)
    }
  }
}
