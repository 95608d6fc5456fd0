import type { FastifyInstance, InjectOptions } from 'fastify'
import { v7 as uuid } from 'uuid'
import type { Person, Store } from '../db/index.ts'
import type { OrganisationKind, Role, Scope } from '../db/vocabulary.ts'
import { createMatcher } from '../matching/index.ts'
import { buildApp } from '../server/app.ts'
import { readConfig } from '../server/config.ts'
import { sessionCookie } from '../server/plugins/principal.ts'
import { createJobs } from '../server/jobs/index.ts'
import { createServices, type Services } from '../server/services/index.ts'
import { createMatchIndex } from '../server/services/match-index.ts'
import { csrfToken, ensureOrganisation, hashOf, issueKey, randomSecret, sessionIdle } from '../server/services/principal.ts'
import { createVectors, type Vectors } from '../server/services/vectors.ts'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | number | undefined>
  text: string
  // What an endpoint answers is what the test is about to look at.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any
}

/** A person who is signed in and acts for an organisation, or for none. */
export interface Caller {
  personId: string
  organisationId: string | null
  email: string
  cookie: string
  csrf: string
}

export interface Service {
  app: FastifyInstance
  store: Store
  vectors: Vectors
  services: Services
  /** Runs one of the service's jobs, once. */
  run (job: string): Promise<void>
  /** A key of a new organisation of its own. */
  key (name: string, ...scopes: Scope[]): Promise<string>
  call (method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, options?: { key?: string, as?: Caller, body?: unknown, headers?: Record<string, string> }): Promise<Answer>
  /** A confirmed person with a session, who has a role in an organisation that is made if there is none of the name, verified unless said. */
  person (organisation: { name: string, kind: OrganisationKind, verified?: boolean } | null, role?: Role, over?: Partial<Person>): Promise<Caller>
}

/** The application that is shipped, on a real store. */
export const startService = async (t: { after (work: () => Promise<void>): unknown }, store: Store, environment: Record<string, string> = {}): Promise<Service> => {
  const matcher = createMatcher()
  const config = readConfig({ LOG_LEVEL: 'silent', RATE_LIMIT_ANONYMOUS: '100000', RATE_LIMIT_KEY: '100000', OVERLOAD_DELAY: '0', ENCODER: 'none', CACHE_DIR: '.cache', ...environment })
  const vectors = createVectors(matcher, { encoder: config.encoder, cacheDirectory: config.cacheDirectory, onError: (error) => { throw error } })
  const index = await createMatchIndex(store, matcher, vectors)
  const services = createServices({ config, store, matcher, index, vectors }, (error) => { throw error })
  const app = await buildApp(services)
  t.after(async () => {
    await app.close()
    services.mailer.close()
    await vectors.close()
  })
  return {
    app,
    store,
    vectors,
    services,
    async run (name) {
      const job = createJobs(services).find((job) => job.name === name)
      if (job === undefined) throw new Error(`there is no job ${name}`)
      await job.run(new AbortController().signal)
    },
    key: (name, ...scopes) => store.transact(async (repositories) =>
      (await issueKey(repositories, (await ensureOrganisation(repositories, name, 'partner')).id, 'test', scopes)).secret),
    person: (named, role = 'owner', over = {}) => store.transact(async (repositories) => {
      const now = new Date()
      const organisation = named === null ? null : await ensureOrganisation(repositories, named.name, named.kind)
      if (organisation !== null && named?.verified === false) await repositories.organisations.update(organisation.id, { verifiedAt: null, verifiedBy: null })
      const id = uuid()
      const person: Person = { id, email: `${id}@example.org`, name: 'Some Body', passwordHash: null, language: 'en', createdAt: now, confirmedAt: now, suspendedAt: null, erasedAt: null, totpSecret: null, totpSince: null, totpStep: null, recoveryHashes: null, ...over }
      await repositories.people.insert(person)
      if (organisation !== null) await repositories.memberships.insert({ personId: id, organisationId: organisation.id, role, createdAt: now })
      const secret = randomSecret()
      await repositories.sessions.insert({ id: uuid(), personId: id, hash: hashOf(secret), state: 'open', organisationId: organisation?.id ?? null, createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + sessionIdle), address: null, agent: null })
      return { personId: id, organisationId: organisation?.id ?? null, email: person.email ?? '', cookie: `${sessionCookie(config.publicUrl?.startsWith('https:') === true)}=${secret}`, csrf: csrfToken(secret) }
    }),
    async call (method, url, { key, as, body, headers } = {}) {
      const request: InjectOptions = {
        method,
        url,
        headers: {
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
          ...(as === undefined ? {} : { cookie: as.cookie, 'x-csrf-token': as.csrf }),
          ...headers
        }
      }
      if (body !== undefined) request.payload = body as object
      const response = await app.inject(request)
      const json = /json/.test(String(response.headers['content-type'])) && !/ndjson/.test(String(response.headers['content-type'])) && response.body !== ''
      return { status: response.statusCode, headers: response.headers, text: response.body, body: json ? response.json() : undefined }
    }
  }
}

/** Bodies that every resource's schema takes; tests change what they are about. */
export const bodies = {
  city: (over: object = {}) => ({ name: { text: 'Testville', language: 'en' }, country: 'TH', population: 150000, languages: ['th', 'en'], ...over }),
  challenge: (cityId: string, over: object = {}) => ({
    cityId,
    title: 'Buses are too full at rush hour',
    problem: 'Commuters are left standing at the stop because the buses are crowded in the morning and evening peak.',
    areas: ['transport'],
    stage: 'plan',
    ...over
  }),
  provider: (over: object = {}) => ({ legalName: 'Busline Planning Ltd', countries: ['TH'], languages: ['en'], ...over }),
  solution: (providerId: string | undefined, over: object = {}) => ({
    ...(providerId === undefined ? {} : { providerId }),
    title: 'Timetables that follow the crowd',
    summary: 'Counts passengers in crowded buses at every stop and moves vehicles to the lines where commuters are left standing at rush hour.',
    areas: ['transport'],
    kind: 'service',
    ...over
  }),
  deployment: (solutionId: string, cityId: string, over: object = {}) => ({ solutionId, cityId, stage: 'operational', cost: { amount: 120000000, currency: 'THB' }, indicators: [{ name: 'Crowded trips', unit: '%', before: 40, after: 15 }], ...over })
}
