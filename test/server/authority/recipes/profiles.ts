import { bodies } from '../../../helper.ts'
import { fresh, nothing, type Recipe, type World } from '../world.ts'

const anyVersion = { 'if-match': '*' }
const merge = { ...anyVersion, 'content-type': 'application/json' }

type Kind = keyof typeof fresh

/** A profile of `own` that nobody else may know of. */
const drafted = async (world: World, kind: Kind) => {
  const parents: Record<Kind, () => Promise<[string, object]>> = {
    city: async () => ['cities', bodies.city()],
    challenge: async () => ['challenges', bodies.challenge((await fresh.city(world)).id)],
    provider: async () => ['providers', bodies.provider()],
    solution: async () => ['solutions', bodies.solution((await fresh.provider(world)).id)],
    deployment: async () => ['deployments', bodies.deployment((await fresh.solution(world)).id, (await fresh.city(world)).id)]
  }
  const [plural, body] = await parents[kind]()
  return world.make(`/v1/${plural}`, { ...body, status: 'draft' })
}

const profileRecipes = (kind: Kind, draft: (world: World) => Promise<object>): Record<string, Recipe> => {
  const name = `${kind[0]?.toUpperCase()}${kind.slice(1)}`
  const plural = { city: 'Cities', challenge: 'Challenges', provider: 'Providers', solution: 'Solutions', deployment: 'Deployments' }[kind]
  return {
    [`create${name}`]: async (world) => ({ body: { ...await draft(world), status: 'draft' } }),
    // What is published must come from who is verified.
    [`create${name}.published`]: async (world) => ({ body: await draft(world) }),
    [`list${plural}`]: nothing,
    [`list${plural}.drafts`]: async () => ({ query: 'status=draft' }),
    [`read${name}.draft`]: async (world) => ({ params: { id: (await drafted(world, kind)).id } }),
    [`change${name}.draft`]: async (world) => ({ params: { id: (await drafted(world, kind)).id }, headers: merge, body: { contact: { name: 'New' } } }),
    [`change${name}.publish`]: async (world) => ({ params: { id: (await drafted(world, kind)).id }, headers: merge, body: { status: 'published' } }),
    [`read${name}`]: async (world) => ({ params: { id: (await fresh[kind](world)).id } }),
    [`replace${name}`]: async (world) => ({ params: { id: (await fresh[kind](world)).id }, headers: anyVersion, body: await draft(world) }),
    [`change${name}`]: async (world) => ({ params: { id: (await fresh[kind](world)).id }, headers: merge, body: { contact: { name: 'New' } } }),
    [`close${name}`]: async (world) => ({ params: { id: (await fresh[kind](world)).id }, headers: anyVersion }),
    [`erase${name}`]: async (world) => {
      const { id } = await fresh[kind](world)
      await world.service.call('DELETE', `/v1/${plural.toLowerCase()}/${id}`, { ...world.credentials['own owner'], headers: anyVersion })
      return { params: { id }, headers: anyVersion }
    },
    [`import${plural}`]: async (world) => ({ body: `${JSON.stringify({ ...await draft(world), status: 'draft', externalId: `i-${world.count()}` })}\n`, headers: { 'content-type': 'application/x-ndjson' } }),
    [`export${plural}`]: nothing
  }
}

const key = async (world: World) => (await world.make('/v1/keys', { name: 'Walk', scopes: ['keys'] })).id

export const ofProfiles: Readonly<Record<string, Recipe>> = {
  greet: nothing,
  isLive: nothing,
  isReady: nothing,
  readMetrics: nothing,
  ...profileRecipes('city', async () => bodies.city()),
  ...profileRecipes('challenge', async (world) => bodies.challenge((await fresh.city(world)).id)),
  ...profileRecipes('provider', async () => bodies.provider()),
  ...profileRecipes('solution', async (world) => bodies.solution((await fresh.provider(world)).id)),
  ...profileRecipes('deployment', async (world) => bodies.deployment((await fresh.solution(world)).id, (await fresh.city(world)).id)),
  matchChallenge: async (world) => ({ params: { id: (await fresh.challenge(world)).id } }),
  matchSolution: async (world) => ({ params: { id: (await fresh.solution(world)).id } }),
  'matchChallenge.draft': async (world) => ({ params: { id: (await drafted(world, 'challenge')).id } }),
  'matchSolution.draft': async (world) => ({ params: { id: (await drafted(world, 'solution')).id } }),
  matchText: async () => ({ body: { kind: 'challenge', text: 'Buses are too full' } }),
  readChanges: nothing,
  listKeys: async (world) => ({ query: `organisation=${world.own}` }),
  createKey: async () => ({ body: { name: 'Walk', scopes: ['keys'] } }),
  rotateKey: async (world) => ({ params: { id: await key(world) } }),
  revokeKey: async (world) => ({ params: { id: await key(world) } })
}
