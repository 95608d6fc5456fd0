import { v5 as hashed } from 'uuid'
import type { ProfileRecord, Search, Store } from '../../db/index.ts'
import type { Links } from './links.ts'
import { titleIn } from './news.ts'
import { addresseeOf, type Post } from './post.ts'
import { ownerOf } from './search-owners.ts'
import type { StopLinks } from './stop-links.ts'

const day = 24 * 3_600_000
/** Periods end at this hour UTC: in the morning of Asia, Africa and Europe, and before that of the Americas. */
const hour = 6
/** Weeks end on Mondays. 1970 began on a Thursday. */
const firstMonday = 4 * day

/** Any UUID that nothing else hashes with. */
const namespace = '2c6f9a10-84cf-4e1b-8d59-0d3e5f7a9b32'

export type DigestFrequency = 'daily' | 'weekly'

/** When the last whole period ended: today or yesterday at 06:00 UTC, or last Monday at that hour. */
export const periodEnd = (frequency: DigestFrequency, now: Date): Date => {
  const [length, start] = frequency === 'daily' ? [day, 0] : [7 * day, firstMonday]
  const first = start + hour * 3_600_000
  return new Date(first + Math.floor((now.getTime() - first) / length) * length)
}

/** The same for the same digest however often it is made, so that it has one Message-ID. */
export const digestMailId = (searchId: string, end: Date): string => hashed(`digest ${searchId} ${end.toISOString()}`, namespace)

/** So many titles are written out at most. */
const mostTitles = 20
const searchesTogether = 100

export interface Digests {
  /** Mails what has waited for the end of a day or a week: at most one mail for each search and period. */
  send (stopping: AbortSignal, now?: Date): Promise<void>
}

export const createDigests = ({ store, post, links, stopLinks }: { store: Store, post: Post, links: Links, stopLinks: StopLinks }): Digests => {
  const sendOne = async (search: Pick<Search, 'id' | 'target'>, frequency: DigestFrequency, end: Date, now: Date): Promise<void> => {
    const stop = await stopLinks.to(search.id)
    await store.transact(async (repositories) => {
      const current = await repositories.searches.find(search.id)
      if (current === undefined || current.frequency !== frequency || current.stoppedAt !== null || (current.digestedAt !== null && current.digestedAt >= end)) return
      const owner = await ownerOf(repositories, current)
      const to = owner === undefined ? undefined : addresseeOf(owner.person)
      // Whoever is suspended gets it afterwards.
      if (owner === undefined || owner.person.suspendedAt !== null || to === undefined) return
      const waiting = await repositories.alerts.listWaiting(current.id, end)
      const records = new Map((await repositories[current.target].findMany(waiting.map(({ profileId }) => profileId))).map((record) => [record.id, record]))
      const titles = waiting.map(({ profileId }) => records.get(profileId))
        .filter((record): record is ProfileRecord => record?.status === 'published').map((record) => titleIn(to.language, record))
      await repositories.alerts.settle(current.id, now, end)
      await repositories.searches.update(current.id, { digestedAt: now })
      if (titles.length === 0) return
      const listed = [...titles.slice(0, mostTitles), ...(titles.length > mostTitles ? ['…'] : [])].map((title) => `\n– ${title}`).join('')
      await post.mail(repositories, to, {
        kind: 'digest',
        values: { search: current.name, count: { count: titles.length }, titles: listed },
        link: links.to(`/searches/${current.id}`),
        stop
      }, digestMailId(current.id, end))
    })
  }

  return {
    async send (stopping, now = new Date()) {
      for (const frequency of ['daily', 'weekly'] as const) {
        const end = periodEnd(frequency, now)
        for (let after = ''; !stopping.aborted;) {
          const page = await store.read.searches.listDue(frequency, end, after, searchesTogether)
          for (const search of page) if (!stopping.aborted) await sendOne(search, frequency, end, now)
          const last = page.at(-1)
          if (last === undefined) break
          after = last.id
        }
      }
    }
  }
}
