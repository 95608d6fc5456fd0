import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ProfileRecord, Store } from '../../db/index.ts'
import type { Matcher, Profile } from '../../matching/index.ts'
import { type MatchIndex, profileReader } from './match-index.ts'
import type { Vectors } from './vectors.ts'

/** A challenge for which matching finds a solution: where it is and what it is about. */
export interface Served {
  country: string
  areas: readonly string[]
}

export interface Counted {
  /** When counting began. */
  at: Date
  served: readonly Served[]
}

export interface CoverageMatches {
  /**
   * Published challenges that have a solution which fails no condition and is a good match or better. Counted from what is
   * public, away from whoever asks.
   * @param patience milliseconds that the caller waits for a first count; null comes back when it takes longer
   */
  read (patience: number): Promise<Counted | null>
}

const pageSize = 500
/** The best is not always the surest: facets order what is about as strong. */
const looked = 3
/** Requests are let through after so many milliseconds of counting: 1,000 challenges against 1,000 solutions took 26 s on two busy cores. */
const stretch = 20
/** What was counted is shown for so long though profiles have changed since. */
const lasting = 10 * 60_000

export const createCoverageMatches = (store: Store, matcher: Matcher, index: MatchIndex, vectors: Pick<Vectors, 'reads'>): CoverageMatches => {
  const toProfile = profileReader(store, { everything: false })
  let counted: (Counted & { position: number }) | undefined
  let running: Promise<Counted> | undefined

  const isServed = (profile: Profile, today: string): boolean => matcher
    .match({ profile, vectorsRead: vectors.reads, target: 'solution', limit: looked, explain: 'none', failing: 'drop', today })
    .matches.some(({ band }) => band === 'strong' || band === 'good')

  const count = async (): Promise<Counted> => {
    await index.catchUp()
    const { position } = index
    const at = new Date()
    const today = at.toISOString().slice(0, 10)
    const served: Served[] = []
    let after: { value: string, id: string } | undefined
    let begun = performance.now()
    do {
      const page: { records: ProfileRecord[], next?: { value: string, id: string } } = await store.read.challenges.list({ filters: { statuses: ['published'] }, sort: 'created', descending: false, limit: pageSize, after })
      for (const profile of (await toProfile('challenges', page.records)).values()) {
        if (isServed(profile, today)) served.push({ country: profile.facets.country ?? '', areas: profile.facets.areas ?? [] })
        if (performance.now() - begun < stretch) continue
        await nextTurn()
        begun = performance.now()
      }
      after = page.next
    } while (after !== undefined)
    counted = { at, served, position }
    return counted
  }

  const isFresh = async ({ at, position }: { at: Date, position: number }): Promise<boolean> => {
    const now = new Date()
    if (at.toISOString().slice(0, 10) !== now.toISOString().slice(0, 10)) return false
    return now.getTime() - at.getTime() < lasting || position === await store.lastPosition()
  }

  return {
    async read (patience) {
      if (counted !== undefined && await isFresh(counted)) return counted
      running ??= count().finally(() => { running = undefined })
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<Counted | null>((resolve) => { timer = setTimeout(resolve, patience, counted ?? null) })
      return Promise.race([running, late]).finally(() => clearTimeout(timer))
    }
  }
}
