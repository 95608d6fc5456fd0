import type { ProfileRecord, Search, Store } from '../../db/index.ts'
import { bands } from '../../db/vocabulary.ts'
import type { Band, Match, Matcher, Query } from '../../matching/index.ts'
import type { LocaleName } from '../locales/index.ts'
import type { MatchFilters } from '../schemas/matches.ts'
import { type MatchIndex, profileReader } from './match-index.ts'
import { matcherFilters } from './matches.ts'
import { reasonsFor } from './reasons.ts'
import type { Vectors } from './vectors.ts'

export interface Found {
  record: ProfileRecord
  band: Band
  score: number
  reasons: string[]
}

export interface SearchMatching {
  /** Has the matcher hear of every change committed before the call. */
  catchUp (): Promise<void>
  /** Whether profiles still wait for their vectors, and so may be found later by more than they are now. */
  readonly waits: boolean
  /**
   * Which of these profiles a search finds, in its band or a better one. As everybody sees them: nothing of it rests on what
   * the person may see beyond that.
   */
  among (search: Search, records: readonly ProfileRecord[], reader: LocaleName): Promise<Found[]>
}

type Asked = Query['profile']
type Vector = Query['vectors']

/** What the matcher takes as the most for one answer. */
const most = 100

/** Vectors of 384 numbers take 1.5 KB each. */
const vectorsKept = 10_000

export const createSearchMatching = (store: Store, matcher: Matcher, index: MatchIndex, vectors: Vectors): SearchMatching => {
  const toProfile = profileReader(store, { everything: true })
  const known = new Map<string, { encoder: string | undefined, vector: Vector }>()

  /** An encoder takes longer for a text than the rest of a search does, and searches are asked again with every change. */
  const vectorsOf = async (profile: Asked): Promise<Vector> => {
    if (vectors.encoder === undefined || (profile.id !== undefined && matcher.has(profile.id))) return undefined
    const key = JSON.stringify(profile.texts)
    const kept = known.get(key)
    if (kept?.vector !== undefined && kept.encoder === vectors.encoder) return kept.vector
    const { encoder } = vectors
    const vector = await vectors.ofTexts(profile.texts)
    known.delete(key)
    known.set(key, { encoder, vector })
    const oldest = known.keys().next()
    if (known.size > vectorsKept && oldest.done !== true) known.delete(oldest.value)
    return vector
  }

  /** What is searched with; undefined where it is a profile that is not to be seen any more. */
  const askedBy = async (search: Search): Promise<Asked | undefined> => {
    if (search.text !== null) {
      // Facets are what the kinds differ in, and a text has none.
      return { kind: search.target === 'solutions' ? 'challenge' : 'solution', texts: [{ field: 'problem', text: search.text }], facets: {} }
    }
    const resource = search.watchedResource === 'solutions' ? 'solutions' : 'challenges'
    const record = search.watchedId === null ? undefined : await store.read[resource].find(search.watchedId)
    if (record === undefined || record.erasedAt !== null || record.status === 'closed') return undefined
    if (record.status !== 'published' && record.ownerId !== search.organisationId) return undefined
    return (await toProfile(resource, [record])).get(record.id)
  }

  return {
    catchUp: () => index.catchUp(),
    get waits () { return vectors.waiting > 0 },
    async among (search, records, reader) {
      const profile = await askedBy(search)
      if (profile === undefined) return []
      const vector = await vectorsOf(profile)
      const target = search.target === 'solutions' ? 'solution' : 'challenge'
      const byId = new Map(records.map((record) => [record.id, record]))
      const match = (ids: readonly string[], explain: Query['explain']): readonly Match[] => matcher.match({
        profile,
        vectors: vector,
        vectorsRead: vectors.reads,
        target,
        filters: { ...matcherFilters(search.filters as MatchFilters, target), ids },
        limit: most,
        explain,
        today: new Date().toISOString().slice(0, 10)
      }).matches.filter(({ band }) => band !== undefined && bands.indexOf(band) <= bands.indexOf(search.band))
      const ids = [...byId.keys()]
      const found: Found[] = []
      for (let from = 0; from < ids.length; from += most) {
        // Explaining takes longer than finding: of the many that are looked at it is done for the few that are found.
        const wanted = match(ids.slice(from, from + most), 'none').flatMap(({ id, copies }) => [id, ...copies])
        for (const one of wanted.length === 0 ? [] : match(wanted, 'short')) {
          const reasons = reasonsFor(one, [], reader)
          // A near-copy says the same, from another city perhaps: it stands as high, and is news of its own.
          for (const id of [one.id, ...one.copies]) {
            const record = byId.get(id)
            if (record !== undefined && one.band !== undefined) found.push({ record, band: one.band, score: one.score, reasons })
          }
        }
      }
      return found
    }
  }
}
