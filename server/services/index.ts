import type { Store } from '../../db/index.ts'
import type { Matcher } from '../../matching/index.ts'
import type { Config } from '../config.ts'
import { createAuditReading } from './audit-log.ts'
import { createBulk } from './bulk.ts'
import { createChanges } from './changes.ts'
import { createFlags } from './flags.ts'
import { createInvitations } from './invitations.ts'
import { createKeys } from './keys.ts'
import { createLinks } from './links.ts'
import type { MatchIndex } from './match-index.ts'
import { createMatches } from './matches.ts'
import { createMembers } from './members.ts'
import { createReview } from './moderation-review.ts'
import { createOrganisations } from './organisations.ts'
import { createPost } from './post.ts'
import { createPrincipals } from './principal.ts'
import { createProfiles } from './profiles.ts'
import { createVerifications } from './verifications.ts'
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
  const links = createLinks(config.publicUrl)
  const post = createPost(domainOf(config.mail.from))
  const review = createReview(post, links)
  return {
    config,
    store,
    vectors,
    links,
    post,
    principals: createPrincipals(store),
    profiles: createProfiles(store, matcher.identify, review),
    matches: createMatches(store, matcher, index, vectors),
    bulk: createBulk(store, matcher.identify, review, { atomicBytes: config.bulkAtomicLimit }, (error) => onError(error, 'import')),
    changes: createChanges(store, closing.signal),
    keys: createKeys(store),
    organisations: createOrganisations(store, post, links),
    members: createMembers(store, post, links),
    invitations: createInvitations(store, post, links),
    verifications: createVerifications(store, post, links),
    flags: createFlags(store, post, links),
    audit: createAuditReading(store),
    /** Lets nobody wait any longer. */
    stop: () => closing.abort()
  }
}

export type Services = ReturnType<typeof createServices>
