import type { Store } from '../../db/index.ts'
import type { Matcher } from '../../matching/index.ts'
import type { Config } from '../config.ts'
import { createAlerts } from './alerts.ts'
import { createAuditReading } from './audit-log.ts'
import { createBulk } from './bulk.ts'
import { createCatalogue } from './catalogue.ts'
import { createChanges } from './changes.ts'
import { createCoverageMatches } from './coverage-matches.ts'
import { createCoverage } from './coverage.ts'
import { createDeliveries } from './deliveries.ts'
import { createDevices } from './device.ts'
import { createDigests } from './digests.ts'
import { createFlags } from './flags.ts'
import { createProspects } from './introduction-prospects.ts'
import { createIntroductions } from './introductions.ts'
import { createInvitations } from './invitations.ts'
import { createJudgements } from './judgements.ts'
import { createKeys } from './keys.ts'
import { createLinks } from './links.ts'
import { createMailer } from './mailer.ts'
import { createMails } from './mails.ts'
import type { MatchIndex } from './match-index.ts'
import { createMatches } from './matches.ts'
import { createMembers } from './members.ts'
import { createMessages } from './messages.ts'
import { createReview } from './moderation-review.ts'
import { createNotices } from './notices.ts'
import { createOrganisations } from './organisations.ts'
import { createPeople } from './people.ts'
import { createPersonalData } from './personal-data.ts'
import { createPost } from './post.ts'
import { createPrincipals } from './principal.ts'
import { createProfiles } from './profiles.ts'
import { createQuestions } from './questions.ts'
import { createSearchMatching } from './search-matching.ts'
import { createSearches } from './searches.ts'
import { createSecondFactors } from './second-factor.ts'
import { createSessions } from './sessions.ts'
import { createStopLinks } from './stop-links.ts'
import type { Vectors } from './vectors.ts'
import { createVerifications } from './verifications.ts'
import { createSender } from './webhook-sending.ts'
import { createWebhooks } from './webhooks.ts'

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
  const devices = createDevices(store)
  const stopLinks = createStopLinks(store, links)
  const sender = createSender(config.webhookLoopback)
  const matches = createMatches(store, matcher, index, vectors)
  return {
    config,
    store,
    vectors,
    links,
    post,
    principals: createPrincipals(store),
    people: createPeople(store, post, links, devices),
    sessions: createSessions(store, devices),
    secondFactors: createSecondFactors(store, post, links),
    personalData: createPersonalData(store),
    organisations: createOrganisations(store, post, links),
    members: createMembers(store, post, links),
    invitations: createInvitations(store, post, links),
    verifications: createVerifications(store, post, links),
    keys: createKeys(store),
    profiles: createProfiles(store, matcher.identify, review),
    bulk: createBulk(store, matcher.identify, review, { atomicBytes: config.bulkAtomicLimit }, (error) => onError(error, 'import')),
    flags: createFlags(store, post, links),
    matches,
    judgements: createJudgements(store, matches),
    introductions: createIntroductions(store, post, links, matches),
    prospects: createProspects(store),
    messages: createMessages(store, post, links),
    questions: createQuestions(store, post, links),
    searches: createSearches(store, stopLinks),
    alerts: createAlerts({ store, matching: createSearchMatching(store, matcher, index, vectors), post, links, stopLinks }),
    digests: createDigests({ store, post, links, stopLinks }),
    notices: createNotices(store),
    mailer: createMailer(config.mail),
    mails: createMails(store),
    catalogue: createCatalogue(store),
    coverage: createCoverage(store, createCoverageMatches(store, matcher, index, vectors)),
    changes: createChanges(store, closing.signal),
    webhooks: createWebhooks(store, sender, config.webhookLoopback),
    deliveries: createDeliveries(store, post, links, sender),
    audit: createAuditReading(store),
    /** Lets nobody wait any longer. */
    stop: () => closing.abort()
  }
}

export type Services = ReturnType<typeof createServices>
