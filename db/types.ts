import type { Tables } from './tables/index.ts'
import type { ChangeAction, CodeScheme, ProfileStatus, Resource, Role, Scope } from './vocabulary.ts'

/**
 * Glossary
 *
 * - store: one database, in either engine; readers outside transactions, writers inside
 * - record: a profile as it is kept, its content in the shape the service gave it
 * - content: the fields a profile's owner may write, without those the service keeps
 * - change: one row of the change log; its position is its place in the order that readers resume from
 * - organisation: what keys belong to and profiles are owned by
 */

export type JsonObject = { [key: string]: unknown }

/** What the service keeps of every profile, whatever its kind. */
export interface ProfileRecord {
  id: string
  ownerId: string
  /** The owner's own id, unique among its profiles of that resource. */
  externalId: string | null
  status: ProfileStatus
  /** From 1, one more with each change; the ETag. */
  version: number
  /** Invented for demonstration. */
  sample: boolean
  createdAt: Date
  updatedAt: Date
  /** When it was first published; a profile that never was does not exist for the public. */
  publishedAt: Date | null
  closedAt: Date | null
  erasedAt: Date | null
  /** The owner's fields, lists in their order. Which are columns, which are code rows and which are JSON is the repository's affair. */
  content: JsonObject
  /** Contact person; personal data, never public. */
  contact: JsonObject | null
}

/** What the service works out from a profile's texts for listing. */
export interface Derived {
  /** Folded text of all fields that the `text` filter looks into: NFKC, lower case, marks removed, words separated by spaces. */
  search: string
  /** Title or name, for sorting. */
  label: string
  /** Language of the title or name, BCP 47. */
  language: string
}

export interface ProfileFilters {
  ownerId?: string
  statuses?: readonly ProfileStatus[]
  /** Beyond `statuses`, every profile of these owners, whatever its status. */
  alsoOwnedBy?: string
  areas?: readonly string[]
  sdgTargets?: readonly string[]
  /** Cities: their country. Challenges and deployments: their city's. Providers and solutions: one of those served. A region is given as its countries. */
  countries?: readonly string[]
  /** Language of the title or name, or one of the languages listed. */
  languages?: readonly string[]
  /** Stage of a challenge or of a deployment. */
  stages?: readonly string[]
  solutionKinds?: readonly string[]
  /** Population of the city; for solutions, a fit that overlaps. */
  populationMin?: number
  populationMax?: number
  /** Every one of these folded words must occur in `search`. */
  words?: readonly string[]
  cityId?: string
  providerId?: string
  solutionId?: string
  /** Any of these, where one id is not enough. */
  providerIds?: readonly string[]
  solutionIds?: readonly string[]
  challengeIds?: readonly string[]
  cityIds?: readonly string[]
  challengeId?: string
  sample?: boolean
  /** Whether it was erased. */
  erased?: boolean
}

export const sortKeys = ['updated', 'created', 'label'] as const
export type SortKey = (typeof sortKeys)[number]

export interface ListQuery {
  filters: ProfileFilters
  sort: SortKey
  descending: boolean
  /** At most this many, 1 to 1000. */
  limit: number
  /** Where the previous page ended: the sort value and the id of its last record. */
  after?: { value: string, id: string }
}

export interface ProfilePage {
  records: ProfileRecord[]
  /** Absent on the last page. */
  next?: { value: string, id: string }
}

/**
 * What profiles are counted by: a code list; a field that is a column; their countries, as the filter takes them; the
 * regions, by their countries, that these lie in; the languages that the filter finds them by.
 */
export type TallyBy = { codes: CodeScheme } | { column: string } | 'countries' | { regions: ReadonlyMap<string, readonly string[]> } | 'languages'

/** One repository a resource, all of this shape; `Handle` is a reader or a transaction. */
export interface ProfileRepository {
  find (id: string): Promise<ProfileRecord | undefined>
  /** In no particular order; unknown ids are absent. */
  findMany (ids: readonly string[]): Promise<ProfileRecord[]>
  findByExternalIds (ownerId: string, externalIds: readonly string[]): Promise<ProfileRecord[]>
  list (query: ListQuery): Promise<ProfilePage>
  count (filters: ProfileFilters): Promise<number>
  /** How many have each value; values that none has are absent. */
  tally (filters: ProfileFilters, by: TallyBy): Promise<Map<string, number>>
  insert (record: ProfileRecord, derived: Derived): Promise<void>
  /** Replaces the row whose version is `record.version - 1`; false when there is none such. */
  replace (record: ProfileRecord, derived: Derived): Promise<boolean>
}

/** What is somewhere: challenges in their city, solutions where they are in use. */
export type Placed = 'challenges' | 'solutions'

/** Where in the world the profiles are that pass filters. */
export interface PlaceRepository {
  /** Cities with how many are there, most first: of all, or of some. */
  cities (of: Placed, filters: ProfileFilters, limits: { limit: number, cityIds?: readonly string[] }): Promise<Array<{ cityId: string, count: number }>>
  /** How many cities any are in. */
  count (of: Placed, filters: ProfileFilters): Promise<number>
  /** How many are in each area, of those that are somewhere. */
  areas (of: Placed, filters: ProfileFilters): Promise<Map<string, number>>
  areasByCity (of: Placed, filters: ProfileFilters, cityIds: readonly string[]): Promise<Array<{ cityId: string, area: string, count: number }>>
  /** Titles as their owners gave them, the latest of each city first: so many of each, and of `all` the first ones. */
  titles (of: Placed, filters: ProfileFilters, cityIds: readonly string[], limits: { each: number, all: number }): Promise<Array<{ cityId: string, title: unknown }>>
}

export interface Change {
  /** From 1, without gaps, in the order of commits. */
  position: number
  resource: Resource
  profileId: string
  ownerId: string
  version: number
  action: ChangeAction
  /** Status after the change. */
  status: ProfileStatus
  /** Whether the profile was public before or after this change: if not, only its owner may know of it. */
  public: boolean
  /** Organisation whose key made the change. */
  actorId: string
  /** Names of the fields that changed. */
  fields: string[]
  at: Date
}

export interface NewChange extends Omit<Change, 'position'> {
  /** The content after the change, kept as history; removed by an erase. */
  content: JsonObject | null
}

export interface ChangeQuery {
  /** Changes after this position; 0 for all. */
  after: number
  limit: number
  resources?: readonly Resource[]
  profileId?: string
  /** Only public changes, and those of this owner; absent for all. */
  visibleTo?: { ownerId: string | null }
}

export interface ChangeLog {
  append (change: NewChange): Promise<void>
  read (query: ChangeQuery): Promise<Change[]>
  /** Versions of one profile, oldest first. */
  history (resource: Resource, profileId: string): Promise<Array<Change & { content: JsonObject | null }>>
  /** Forgets the contents kept for one profile. */
  forget (resource: Resource, profileId: string): Promise<void>
}

/** A row as its table has it. */
type Row<T extends keyof Tables> = Tables[T]['$inferSelect']

export interface RowRepository<R> {
  find (id: string): Promise<R | undefined>
  insert (row: R): Promise<void>
  /** @throws {Error} when there is no row of that id */
  update (id: string, changes: Partial<R>): Promise<void>
}

/** A page in the order of ids, which is that of their making. */
export interface IdPage {
  /** Where the page before ended. */
  after?: string
  limit: number
}

export type Organisation = Row<'organisations'>
export interface OrganisationRepository {
  find (id: string): Promise<Organisation | undefined>
  findMany (ids: readonly string[]): Promise<Organisation[]>
  findByName (name: string): Promise<Organisation | undefined>
  findMany (ids: readonly string[]): Promise<Organisation[]>
  list (): Promise<Organisation[]>
  /** In the order in which they were made. */
  page (query: { kind?: Organisation['kind'], verified?: boolean, suspended?: boolean } & IdPage): Promise<Organisation[]>
  insert (organisation: Organisation): Promise<void>
  update (id: string, changes: Partial<Organisation>): Promise<void>
}

export interface Key {
  id: string
  organisationId: string
  name: string
  /** SHA-256 of the key's secret; the secret is 256 random bits, so no slow hash is needed. */
  hash: string
  scopes: Scope[]
  createdAt: Date
  expiresAt: Date | null
  revokedAt: Date | null
  lastUsedAt: Date | null
  /** The key that was made when this one was rotated. */
  replacedBy: string | null
}
export interface KeyRepository {
  find (id: string): Promise<Key | undefined>
  findByHash (hash: string): Promise<{ key: Key, organisation: Organisation } | undefined>
  list (organisationId?: string): Promise<Key[]>
  /** Newest first. */
  page (query: { organisationId: string, before?: string, limit: number }): Promise<Key[]>
  /** Those that are neither revoked nor expired. */
  countInForce (organisationId: string, now: Date): Promise<number>
  insert (key: Key): Promise<void>
  revoke (id: string, at: Date): Promise<boolean>
  /** Notes which key takes its place, and when it ends. */
  replace (id: string, ending: Pick<Key, 'replacedBy' | 'expiresAt' | 'revokedAt'>): Promise<void>
  touch (id: string, at: Date): Promise<void>
}

/** The answer to a POST that carried an Idempotency-Key, kept so that a repeat gets it again. */
export interface StoredAnswer {
  /** Whose key it is and what they named it. */
  ownerId: string
  key: string
  /** SHA-256 of method, path and body. */
  fingerprint: string
  /** The profile it is about; not a foreign key. */
  profileId: string
  /** The answer as JSON. */
  body: string
  createdAt: Date
}
export interface AnswerRepository {
  find (ownerId: string, key: string): Promise<StoredAnswer | undefined>
  insert (answer: StoredAnswer): Promise<void>
  remove (ownerId: string, key: string): Promise<void>
  /** Forgets the answers about an erased profile. */
  removeAbout (profileId: string): Promise<void>
  /** Number removed. */
  removeBefore (instant: Date): Promise<number>
}

export type Person = Row<'people'>
export interface PersonRepository extends RowRepository<Person> {
  findByEmail (email: string): Promise<Person | undefined>
  findMany (ids: readonly string[]): Promise<Person[]>
  /** Removes sign-ups from before that no address confirmed and no link can confirm any more. */
  removeUnconfirmed (before: Date): Promise<void>
}

export type Session = Row<'sessions'>
export interface SessionRepository extends RowRepository<Session> {
  /** With its person, and the organisation acted for and the role in it while the person belongs to it. */
  findByHash (hash: string): Promise<{ session: Session, person: Person, organisation: Organisation | null, role: Role | null } | undefined>
  touch (id: string, seen: Pick<Session, 'lastSeenAt' | 'expiresAt' | 'address'>): Promise<void>
  /** Newest first. */
  listOf (personId: string): Promise<Session[]>
  remove (id: string): Promise<void>
  /** Ends every session of a person but one. */
  removeOf (personId: string, exceptId?: string): Promise<void>
  removeExpired (now: Date): Promise<void>
}

export type Token = Row<'tokens'>
export interface TokenRepository {
  find (hash: string): Promise<Token | undefined>
  insert (token: Token): Promise<void>
  removeOf (personId: string, purpose?: Token['purpose']): Promise<void>
  removeExpired (now: Date): Promise<void>
}

export type Attempt = Row<'attempts'>
export interface AttemptRepository {
  findMany (subjects: readonly string[]): Promise<Attempt[]>
  /** Inserts or replaces. */
  save (attempt: Attempt): Promise<void>
  remove (subjects: readonly string[]): Promise<void>
  removeBefore (lastAt: Date): Promise<void>
}

export type Membership = Row<'memberships'>
export interface MembershipRepository {
  find (personId: string, organisationId: string): Promise<Membership | undefined>
  /** Oldest first. */
  listOf (personId: string): Promise<Membership[]>
  /** Oldest first. */
  listIn (organisationId: string): Promise<Membership[]>
  insert (membership: Membership): Promise<void>
  setRole (personId: string, organisationId: string, role: Membership['role']): Promise<void>
  remove (personId: string, organisationId: string): Promise<void>
}

export type Invitation = Row<'invitations'>
export interface InvitationRepository extends RowRepository<Invitation> {
  findByHash (hash: string): Promise<Invitation | undefined>
  /** Those that can still be accepted, newest first. */
  listOpen (organisationId: string, now: Date): Promise<Invitation[]>
  countSince (organisationId: string, since: Date): Promise<number>
  /** Withdraws the open ones that a person has sent for an organisation. */
  withdrawOf (invitedBy: string, organisationId: string, at: Date): Promise<void>
  /** Forgets the addresses of those that nobody has taken in time. */
  forgetExpired (now: Date): Promise<void>
}

export type Verification = Row<'verifications'>
export interface VerificationRepository extends RowRepository<Verification> {
  findAsked (organisationId: string): Promise<Verification | undefined>
  /** Oldest first. */
  page (query: { organisationId?: string, status?: Verification['status'] } & IdPage): Promise<Verification[]>
  countSince (organisationId: string, since: Date): Promise<number>
}

export type Flag = Row<'flags'>
export interface FlagRepository extends RowRepository<Flag> {
  /** Oldest first; `appealed` for those whose appeal waits to be decided. */
  page (query: { ownerId?: string, statuses?: ReadonlyArray<Flag['status']>, profileId?: string, appealed?: boolean } & IdPage): Promise<Flag[]>
  countOpenBy (personId: string): Promise<number>
  /** Whether a rule has raised one against an organisation's profiles that is still open. */
  hasOpenByRule (ownerId: string): Promise<boolean>
  /** Newest first. */
  listOf (profileId: string): Promise<Flag[]>
}

export type AuditEntry = Row<'audit'>
export interface AuditQuery {
  objectId?: string
  ownerId?: string
  personId?: string
  /** Only what was done for this organisation. */
  organisationId?: string
  /** Entries before this id, newest first. */
  before?: number
  limit: number
}
/** Entries are added and read, never changed; their addresses are forgotten in time. */
export interface AuditLog {
  append (entry: Omit<AuditEntry, 'id'>): Promise<void>
  read (query: AuditQuery): Promise<AuditEntry[]>
  /** Number of entries whose address went. */
  forgetAddresses (before: Date): Promise<number>
}

export type Introduction = Row<'introductions'>
export interface IntroductionQuery {
  /** Only those in which this organisation takes part, on that side if one is named. */
  organisationId?: string
  side?: Party['side']
  statuses?: ReadonlyArray<Introduction['status']>
  challengeId?: string
  /** A profile that somebody takes part with. */
  profileId?: string
  /** Introductions before this id, newest first. */
  before?: string
  limit: number
}
export interface IntroductionRepository extends RowRepository<Introduction> {
  list (query: IntroductionQuery): Promise<Introduction[]>
  /** Every one in which both organisations take part, whatever became of it. */
  between (organisationId: string, otherId: string): Promise<Introduction[]>
  /** Requests that an organisation has not left, in which it takes part with a solution, with that solution. */
  requestsToProvider (organisationId: string): Promise<Array<{ introduction: Introduction, solutionId: string }>>
  /** Requests that expire before a time and were last reminded of for more days than these, or never; the first to expire first. */
  requestedUntil (time: Date, remindedAbove: number, limit: number): Promise<Introduction[]>
  /** How many are about challenges of each area in each country, by status and outcome; one of two areas counts in both, under `null` once. */
  tally (): Promise<Array<Pick<Introduction, 'status' | 'outcome'> & { country: string, area: string | null, count: number }>>
  /** False when it is at another version than `introduction.version - 1`. */
  replace (introduction: Introduction): Promise<boolean>
}

export type Party = Row<'parties'>
export interface PartyRepository {
  /** In no particular order. */
  listOf (introductionIds: readonly string[]): Promise<Party[]>
  insert (party: Party): Promise<void>
  update (introductionId: string, organisationId: string, changes: Partial<Party>): Promise<void>
  /** Those who agreed in introductions about a challenge that have been accepted: that it is about by itself, or that one of them takes part with. */
  listAbout (challengeId: string): Promise<Array<{ party: Party, status: Introduction['status'] }>>
  /**
   * What the other organisations of introductions that all have agreed to disclose to this one: by the profile they take
   * part with and by the organisation.
   */
  disclosedTo (organisationId: string): Promise<Array<Pick<Party, 'organisationId' | 'resource' | 'profileId' | 'disclosed'>>>
}

export type Message = Row<'messages'>
export type Read = Row<'reads'>
export interface MessageRepository extends RowRepository<Message> {
  /** In their order. */
  listOf (introductionId: string, after: number, limit: number): Promise<Message[]>
  /** How many come after an ordinal, without those of one organisation. */
  countAfter (introductionId: string, ordinal: number, exceptOrganisationId: string): Promise<number>
  /** Inserts or replaces. */
  saveRead (read: Read): Promise<void>
  readsOf (introductionId: string): Promise<Read[]>
}

export type Question = Row<'questions'>
export interface QuestionRepository extends RowRepository<Question> {
  /** Oldest first. */
  listAbout (challengeId: string): Promise<Question[]>
}

export type Judgement = Row<'judgements'>
export interface JudgementRepository extends RowRepository<Judgement> {
  findThumb (personId: string, queryId: string, matchId: string): Promise<Judgement | undefined>
  /** A person's thumbs about one profile's matches, newest first. */
  thumbsOf (personId: string, queryId: string): Promise<Judgement[]>
  remove (id: string): Promise<void>
  count (): Promise<number>
  /** In the order of ids, after one. */
  page (afterId: string | undefined, limit: number): Promise<Judgement[]>
}

export type Search = Row<'searches'>
export interface SearchRepository extends RowRepository<Search> {
  /** Newest first. */
  listOf (personId: string): Promise<Search[]>
  remove (id: string): Promise<void>
  /** The lowest position, from one on, of those that have not been looked at up to `before`. */
  leastPosition (from: number, before: number): Promise<number | undefined>
  /** Those at a position, in the order of ids, after one. */
  listAt (position: number, afterId: string, limit: number): Promise<Search[]>
  /** Moves those that are still at a position on to another: all, or some. */
  advance (from: number, to: number, ids?: readonly string[]): Promise<void>
  /** Those of a frequency that have alerts waiting from before `end` and had no digest since then, in the order of ids, after one. */
  listDue (frequency: Search['frequency'], end: Date, afterId: string, limit: number): Promise<Search[]>
}

export type Alert = Row<'alerts'>
export interface AlertRepository extends RowRepository<Alert> {
  /** Newest first. */
  listOf (searchId: string, limit: number): Promise<Alert[]>
  /** Which of these profiles a search has told of, in any version. */
  toldOf (searchId: string, profileIds: readonly string[]): Promise<string[]>
  /** Those that wait for a digest and are older, the oldest first. */
  listWaiting (searchId: string, before: Date): Promise<Alert[]>
  /** Those that wait for a digest wait no longer: all, or the older ones. */
  settle (searchId: string, at: Date, before?: Date): Promise<void>
}

export type Notice = Row<'notices'>
/** Where a notice stands in its inbox. */
export type NoticePlace = Pick<Notice, 'createdAt' | 'id'>
export interface NoticeRepository extends RowRepository<Notice> {
  /** Newest first. */
  listOf (personId: string, query: { unread?: boolean, before?: NoticePlace, limit: number }): Promise<Notice[]>
  countUnread (personId: string): Promise<number>
  /** Of these, the person's own. */
  markRead (personId: string, ids: readonly string[], at: Date): Promise<void>
  /** That one and all older ones. */
  markReadUpTo (personId: string, last: NoticePlace, at: Date): Promise<void>
  removeOf (personId: string): Promise<void>
}

export type Mail = Row<'mails'>
export interface MailRepository extends RowRepository<Mail> {
  findByMessageId (messageId: string): Promise<Mail | undefined>
  /** Mails to a person, newest first. */
  listOf (personId: string): Promise<Mail[]>
  /** Mails of one status, newest first. */
  page (query: { status: Mail['status'], before?: { createdAt: Date, id: string }, limit: number }): Promise<Mail[]>
  /** Ids of mails that are due and leased by nobody, those of the kinds named first, then the longest due. */
  due (now: Date, first: readonly string[], limit: number): Promise<string[]>
  /** Takes a mail that is due, so that nobody else does until then; undefined when somebody was quicker. */
  lease (id: string, now: Date, until: Date): Promise<Mail | undefined>
  /** Notes how an attempt ended, unless the mail went another way since it was leased until then. */
  settle (id: string, leasedUntil: Date, changes: Pick<Mail, 'status' | 'nextAt' | 'lastError'>): Promise<void>
  /** Notes that a mail went out, whoever has it now, and forgets its words if told to. */
  markSent (id: string, at: Date, forgets: boolean): Promise<void>
  count (statuses: ReadonlyArray<Mail['status']>): Promise<Partial<Record<Mail['status'], number>>>
  remove (id: string): Promise<void>
  removeOf (personId: string): Promise<void>
  removeSentBefore (instant: Date): Promise<void>
}

/** Everything that the store holds about one person, beyond their own row, each list in the order in which it was written. */
export interface Personal {
  sessions: Session[]
  memberships: Membership[]
  invitationsMade: Invitation[]
  invitationsReceived: Invitation[]
  verifications: Verification[]
  flags: Flag[]
  searches: Search[]
  alerts: Alert[]
  notices: Notice[]
  mails: Mail[]
  messages: Message[]
  reads: Read[]
  questions: Question[]
  judgements: Judgement[]
  audit: AuditEntry[]
}
export interface PersonalRepository {
  read (personId: string, email: string): Promise<Personal>
  /**
   * Removes what is the person's alone, empties what they wrote to others, and takes their name off what stays: the
   * audit log and what organisations did name them by an id that leads to an empty row.
   */
  erase (personId: string, email: string, at: Date): Promise<void>
}

/** Secrets that every instance shares, made when they are first needed. */
export interface SecretRepository {
  find (name: string): Promise<string | undefined>
  insert (name: string, value: string): Promise<void>
}

export type Webhook = Row<'webhooks'>
/** An active webhook is neither paused nor removed, and its organisation is not suspended. */
export interface WebhookRepository extends RowRepository<Webhook> {
  /** Those not removed, newest first. */
  listOf (organisationId: string): Promise<Webhook[]>
  /** Those of these that are active, in no particular order. */
  findActive (ids: readonly string[]): Promise<Webhook[]>
  /** Active ones that stand before a position of the change log, the furthest behind first. */
  listBehind (position: number): Promise<Webhook[]>
  /** Active ones with a delivery that is due, and none that is being sent. */
  listDue (now: Date): Promise<Webhook[]>
}

export type Delivery = Row<'deliveries'>
export interface DeliveryQuery {
  webhookId: string
  status?: Delivery['status']
  /** Those of changes before this position. */
  before?: number
  limit: number
}
export interface DeliveryRepository extends RowRepository<Delivery> {
  /** Adds deliveries; one that is there for the same webhook and position is queued anew, and keeps its id. */
  makeOut (deliveries: readonly Delivery[]): Promise<void>
  /** Of the newest change first. */
  list (query: DeliveryQuery): Promise<Delivery[]>
  /** The first of a webhook's that is due. */
  findDue (webhookId: string, now: Date): Promise<Delivery | undefined>
  /** Whether somebody is sending one of a webhook's. */
  isBeingSent (webhookId: string, now: Date): Promise<boolean>
  /** False, and nothing is changed, when the delivery is not leased until then any more. */
  settle (id: string, leasedUntil: Date, changes: Partial<Delivery>): Promise<boolean>
  /** Makes all that a webhook has queued due, their attempts counted anew. */
  release (webhookId: string, now: Date): Promise<void>
  /** Attempts at deliveries of a webhook that have not arrived and were tried since then. */
  attemptsSince (webhookId: string, since: Date): Promise<number>
  count (status: Delivery['status']): Promise<number>
  removeQueued (webhookId: string): Promise<void>
  /** Removes those delivered or dead that were made out before then. */
  removeBefore (createdAt: Date): Promise<void>
}

/** Every repository over one handle. */
export interface Repositories {
  cities: ProfileRepository
  challenges: ProfileRepository
  providers: ProfileRepository
  solutions: ProfileRepository
  deployments: ProfileRepository
  places: PlaceRepository
  changes: ChangeLog
  organisations: OrganisationRepository
  keys: KeyRepository
  answers: AnswerRepository
  people: PersonRepository
  personal: PersonalRepository
  sessions: SessionRepository
  tokens: TokenRepository
  attempts: AttemptRepository
  memberships: MembershipRepository
  invitations: InvitationRepository
  verifications: VerificationRepository
  flags: FlagRepository
  audit: AuditLog
  introductions: IntroductionRepository
  parties: PartyRepository
  messages: MessageRepository
  questions: QuestionRepository
  judgements: JudgementRepository
  searches: SearchRepository
  alerts: AlertRepository
  notices: NoticeRepository
  mails: MailRepository
  webhooks: WebhookRepository
  deliveries: DeliveryRepository
  secrets: SecretRepository
}

export interface Store {
  readonly engine: 'sqlite' | 'postgres'
  /** Reads of committed rows; never inside a transaction. */
  readonly read: Repositories
  /**
   * Runs `work` in one serializable transaction: all of it is stored, or, when it throws, nothing.
   * On PostgreSQL `work` may be run again after a serialization failure, so it must have no effect outside.
   */
  transact<T> (work: (repositories: Repositories) => Promise<T>): Promise<T>
  /** Position of the newest change, 0 when there is none; numbers those just committed, so that what was committed before the call is counted. */
  lastPosition (): Promise<number>
  /** Called after each commit of this process that appended a change; returns how to stop. */
  onCommit (listener: () => void): () => void
  /** Applies the migrations that are missing; safe when many start at once. */
  migrate (): Promise<void>
  /** Answers when the database does. */
  ping (): Promise<void>
  close (): Promise<void>
}
