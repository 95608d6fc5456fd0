import type { Person, Store } from '../../../db/index.ts'
import { type Role, scopes, type Scope } from '../../../db/vocabulary.ts'
import { hashPassword } from '../../../server/services/passwords.ts'
import { ensureOrganisation, issueKey } from '../../../server/services/principal.ts'
import { type Answer, bodies, type Caller, type Service } from '../../helper.ts'

/** What a request says of who makes it. */
export interface Credentials { as?: Caller, key?: string }

/**
 * Who may come. `own` is the organisation whose objects are asked for, `other` another one like it, `party` one that takes
 * part in the introduction asked for. All three write cities and solutions, so that a row tells authority and not kind.
 */
export const columns = [
  'nobody', 'person',
  'own viewer', 'own editor', 'own owner',
  'other viewer', 'other editor', 'other owner',
  'party editor',
  'key read', 'key cities', 'key solutions', 'key introductions', 'key webhooks', 'key keys', 'other key',
  'secretariat viewer', 'secretariat', 'key admin',
  'suspended person', 'suspended organisation', 'unverified organisation'
] as const
export type Column = (typeof columns)[number]

export interface World {
  service: Service
  own: string
  other: string
  party: string
  credentials: Readonly<Record<Column, Credentials>>
  /** The same kind of principal with a session of its own, where an operation ends sessions or changes the person. */
  anew (column: Column): Promise<Credentials>
  /** Changes what a column says of the organisation itself, and back. */
  within <T> (column: Column, work: () => Promise<T>): Promise<T>
  /** Makes something as the owner of `own`. */
  make (url: string, body: object, by?: Credentials): Promise<{ id: string } & Record<string, unknown>>
  count: () => number
  /** What is made once for all that ask for it. */
  once <T> (name: string, work: () => Promise<T>): Promise<T>
}

/** Everybody's. */
export const password = 'eleven lanterns over the river'

export interface Request { params?: Readonly<Record<string, string>>, query?: string, body?: unknown, headers?: Record<string, string> }

/** A request that could succeed, on objects of `own`; made anew when the one before has changed them. `by` is who will ask. */
export type Recipe = (world: World, by: Credentials) => Promise<Request>

export const nothing: Recipe = async () => ({})

/** Recipes that each kind of principal needs for itself: they are about whoever asks. */
export const forOneself = new WeakSet<Recipe>()
export const oneself = (recipe: Recipe): Recipe => {
  forOneself.add(recipe)
  return recipe
}

const keyScopes = { 'key read': ['read'], 'key cities': ['write:cities'], 'key solutions': ['write:solutions'], 'key introductions': ['introductions'], 'key webhooks': ['webhooks'], 'key keys': ['keys'] } as const satisfies Partial<Record<Column, readonly Scope[]>>

export const createWorld = async (service: Service): Promise<World> => {
  const store: Store = service.store
  const id = async (name: string) => (await store.transact((repositories) => ensureOrganisation(repositories, name, name === 'Secretariat' ? 'secretariat' : 'partner'))).id
  const [own, other, party, secretariat] = [await id('Own'), await id('Other'), await id('Party'), await id('Secretariat')]
  const passwordHash = await hashPassword(password)
  const person = async (name: string, role: Role, over: Partial<Person> = {}) => ({ as: await service.person({ name, kind: 'partner' }, role, { passwordHash, ...over }) })
  const key = async (organisationId: string, given: readonly Scope[]) => ({ key: await store.transact(async (repositories) => (await issueKey(repositories, organisationId, 'walk', [...given])).secret) })
  const owner = await person('Own', 'owner')
  const credentials: Record<Column, Credentials> = {
    nobody: {},
    person: { as: await service.person(null, 'owner', { passwordHash }) },
    'own viewer': await person('Own', 'viewer'),
    'own editor': await person('Own', 'editor'),
    'own owner': owner,
    'other viewer': await person('Other', 'viewer'),
    'other editor': await person('Other', 'editor'),
    'other owner': await person('Other', 'owner'),
    'party editor': await person('Party', 'editor'),
    'key read': await key(own, keyScopes['key read']),
    'key cities': await key(own, keyScopes['key cities']),
    'key solutions': await key(own, keyScopes['key solutions']),
    'key introductions': await key(own, keyScopes['key introductions']),
    'key webhooks': await key(own, keyScopes['key webhooks']),
    'key keys': await key(own, keyScopes['key keys']),
    'other key': await key(other, scopes.filter((scope) => scope !== 'admin')),
    'secretariat viewer': await person('Secretariat', 'viewer'),
    secretariat: await person('Secretariat', 'owner'),
    'key admin': await key(secretariat, ['admin']),
    'suspended person': await person('Own', 'owner', { suspendedAt: new Date() }),
    'suspended organisation': owner,
    'unverified organisation': owner
  }
  const set = (changes: object) => store.transact(({ organisations }) => organisations.update(own, changes))
  await store.transact(async ({ organisations }) => {
    // None of these rows is about a cap.
    for (const organisation of [own, other, party]) await organisations.update(organisation, { introductionCap: 100_000 })
  })
  const places: Partial<Record<Column, [name: string, role: Role]>> = {
    'own viewer': ['Own', 'viewer'],
    'own editor': ['Own', 'editor'],
    'own owner': ['Own', 'owner'],
    'other viewer': ['Other', 'viewer'],
    'other editor': ['Other', 'editor'],
    'other owner': ['Other', 'owner'],
    'party editor': ['Party', 'editor'],
    'secretariat viewer': ['Secretariat', 'viewer'],
    secretariat: ['Secretariat', 'owner'],
    'suspended organisation': ['Own', 'owner'],
    'unverified organisation': ['Own', 'owner']
  }
  const made = new Map<string, Promise<unknown>>()
  let count = 0

  return {
    service,
    own,
    other,
    party,
    credentials,
    async anew (column) {
      const place = places[column]
      if (column === 'person') return { as: await service.person(null, 'owner', { passwordHash }) }
      if (column === 'suspended person') return person('Own', 'owner', { suspendedAt: new Date() })
      return place === undefined ? credentials[column] : person(...place)
    },
    async within (column, work) {
      if (column === 'suspended organisation') await set({ suspendedAt: new Date() })
      if (column === 'unverified organisation') await set({ verifiedAt: null })
      try {
        return await work()
      } finally {
        await set({ suspendedAt: null, verifiedAt: new Date() })
      }
    },
    async make (url, body, by = owner) {
      const answer: Answer = await service.call('POST', url, { ...by, body })
      if (answer.status !== 201 && answer.status !== 200) throw new Error(`${url}: ${answer.status} ${answer.text}`)
      return answer.body
    },
    count: () => ++count,
    once <T> (name: string, work: () => Promise<T>) {
      const known = made.get(name) as Promise<T> | undefined
      const result = known ?? work()
      made.set(name, result)
      return result
    }
  }
}

/** Profiles of `own` (or of another who asks), published and new each time. */
export const fresh = {
  city: (world: World, by?: Credentials) => world.make('/v1/cities', bodies.city({ externalId: `c-${world.count()}` }), by),
  async challenge (world: World, by?: Credentials) {
    const city = await fresh.city(world, by)
    return world.make('/v1/challenges', bodies.challenge(city.id, { externalId: `h-${world.count()}` }), by)
  },
  provider: (world: World, by?: Credentials) => world.make('/v1/providers', bodies.provider({ externalId: `p-${world.count()}` }), by),
  async solution (world: World, by?: Credentials) {
    const provider = await fresh.provider(world, by)
    return world.make('/v1/solutions', bodies.solution(provider.id, { externalId: `s-${world.count()}` }), by)
  },
  async deployment (world: World, by?: Credentials) {
    const [solution, city] = [await fresh.solution(world, by), await fresh.city(world, by)]
    return world.make('/v1/deployments', bodies.deployment(solution.id, city.id, { externalId: `d-${world.count()}` }), by)
  }
}
