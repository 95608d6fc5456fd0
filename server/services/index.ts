import type { Store } from '../../db/index.ts'
import type { Matcher } from '../../matching/index.ts'
import type { Config } from '../config.ts'
import { createBulk } from './bulk.ts'
import { createChanges } from './changes.ts'
import { createDevices } from './device.ts'
import { createKeys } from './keys.ts'
import { createLinks } from './links.ts'
import type { MatchIndex } from './match-index.ts'
import { createMatches } from './matches.ts'
import { createPeople } from './people.ts'
import { createPersonalData } from './personal-data.ts'
import { createPost } from './post.ts'
import { createPrincipals } from './principal.ts'
import { createProfiles } from './profiles.ts'
import { createSecondFactors } from './second-factor.ts'
import { createSessions } from './sessions.ts'
import type { Vectors } from './vectors.ts'

export interface Parts {
  config: Config
  store: Store
  matcher: Matcher
  index: MatchIndex
  vectors: Vectors
}

/** What fails behind an answer that has begun, or behind none. */
type OnError = (error: unknown, what: string) => void

/** Where mail comes from, after the @: of its sender. */
const domainOf = (sender: string): string => /@([^\s>]+)>?\s*$/.exec(sender)?.[1] ?? 'localhost'

/** What routes and jobs share, over one store and one matcher. */
export const createServices = ({ config, store, matcher, index, vectors }: Parts, onError: OnError) => {
  const closing = new AbortController()
  const [links, post, devices] = [createLinks(config.publicUrl), createPost(domainOf(config.mail.from)), createDevices(store)]
  return {
    config,
    store,
    vectors,
    links,
    post,
    principals: createPrincipals(store),
    profiles: createProfiles(store, matcher.identify),
    matches: createMatches(store, matcher, index, vectors),
    bulk: createBulk(store, matcher.identify, { atomicBytes: config.bulkAtomicLimit }, (error) => onError(error, 'import')),
    changes: createChanges(store, closing.signal),
    keys: createKeys(store),
    people: createPeople(store, post, links, devices),
    personalData: createPersonalData(store),
    secondFactors: createSecondFactors(store, post, links),
    sessions: createSessions(store, devices),
    /** Lets nobody wait any longer. */
    stop: () => closing.abort()
  }
}

export type Services = ReturnType<typeof createServices>
