import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { type ComponentProps, h } from 'preact'
import { z } from 'zod'
import type { JsonObject } from '../../../db/index.ts'
import { listSchemas, type ListFilters } from '../../schemas/lists.ts'
import type { IntroductionAnswer } from '../../schemas/introductions.ts'
import { type MatchFields, matchQuery } from '../../schemas/matches.ts'
import { id, plain } from '../../schemas/primitives.ts'
import type { Text } from '../../schemas/text.ts'
import { type Browsed, facets } from '../../services/catalogue.ts'
import type { Services } from '../../services/index.ts'
import type { Principal } from '../../services/principal.ts'
import { addressOf, type SortOrder } from '../narrowing.ts'
import { Browse } from '../pages/browse.tsx'
import { ChallengePage } from '../pages/challenge.tsx'
import { CityPage } from '../pages/city.tsx'
import { Help } from '../pages/help.tsx'
import { Home } from '../pages/home.tsx'
import { Found } from '../pages/match.tsx'
import { ProviderPage } from '../pages/provider.tsx'
import { SolutionPage } from '../pages/solution.tsx'
import { type Dealings, dealingsOf } from '../dialogue.ts'
import { readerOf } from '../reader.ts'
import { sendPage } from '../render.ts'
import { may, type Visit, type Visits } from '../visit.ts'

const params = z.object({ id })
const pageSize = 20

/** A form sends the fields that nobody filled in too; they say nothing. */
const dropEmpty = async (request: FastifyRequest): Promise<void> => {
  const query = request.query as Record<string, unknown>
  for (const [name, value] of Object.entries(query)) if (value === '') delete query[name]
}

/** Of a city's challenges, or a provider's solutions, so many are matched for its page, the last changed ones. */
const mostAsked = 4

const sureness = ['strong', 'good', 'possible', null] as const
/** Matches of several lists, whose scores cannot be held against each other. */
const surestFirst = <T extends { match: Pick<MatchFields, 'band'> }>(found: readonly T[]): T[] => found.toSorted((a, b) => sureness.indexOf(a.match.band) - sureness.indexOf(b.match.band))

/** Of the latest, the latest of each language first: what one city or one import registered at a time would else be all that is seen. */
const ofManyTongues = <T extends JsonObject>(latest: readonly T[], count: number): T[] => {
  const seen = new Set<string>()
  const [first, rest]: [T[], T[]] = [[], []]
  for (const challenge of latest) {
    const { language } = challenge['title'] as unknown as Text
    ;(seen.has(language) ? rest : first).push(challenge)
    seen.add(language)
  }
  return [...first, ...rest].slice(0, count)
}

type ListQuery = ListFilters & { sort: SortOrder, limit: number, cursor?: string }

/** Where a list's text and filters are saved as a search, for the resources that searches look for. */
const saveAddress = (resource: Browsed, { text, cityId: _city, providerId: _provider, ...filters }: ListFilters): string | null => {
  if (resource !== 'challenges' && resource !== 'solutions') return null
  const query = new URLSearchParams({ target: resource, ...(text === undefined ? {} : { text }) })
  for (const [name, value] of Object.entries(filters)) if (value !== undefined) query.set(name, String(value))
  return `/searches/new?${query}`
}

/** What everybody may look at: start, lists, profiles, matches. */
export const looking = (services: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const { profiles, matches, catalogue } = services
  const open = { action: 'pages:read' } as const
  const hidden = { hide: true }

  app.get('/', { config: open, schema: hidden }, async (request, reply) => {
    const { principal } = request
    const [totals, map, latest] = [await catalogue.totals(), await catalogue.map(principal, 'challenges', {}), await profiles.list(principal, 'challenges', { sort: '-updated', limit: 60 })]
    const recent = ofManyTongues(latest.items, 6)
    const cities = await catalogue.many(principal, 'cities', recent.map((challenge) => String(challenge['cityId'])))
    return sendPage(reply, h(Home, { visit: await visits(request), totals, map, recent: recent.map((challenge) => ({ challenge, city: cities.get(String(challenge['cityId'])) })) }))
  })

  const relatedTo = async (principal: Principal, resource: Browsed, items: readonly JsonObject[]): Promise<Map<string, JsonObject>> => {
    const ids = (name: string) => items.flatMap((item) => typeof item[name] === 'string' ? [item[name]] : [])
    if (resource === 'challenges') return catalogue.many(principal, 'cities', ids('cityId'))
    return resource === 'solutions' ? catalogue.many(principal, 'providers', ids('providerId')) : new Map()
  }

  const havingOf = async (resource: Browsed, items: ReadonlyArray<{ id: string }>): Promise<Record<'challenges' | 'solutions', Map<string, number>>> => {
    const ids = items.map(({ id }) => id)
    if (resource === 'cities') return { challenges: await catalogue.inCities('challenges', ids), solutions: await catalogue.inCities('solutions', ids) }
    return { challenges: new Map(), solutions: resource === 'providers' ? await catalogue.ofProviders(ids) : new Map() }
  }

  for (const resource of ['challenges', 'solutions', 'cities', 'providers'] as const) {
    app.get(`/${resource}`, { config: open, schema: { ...hidden, querystring: listSchemas[resource].list }, preValidation: dropEmpty }, async (request, reply) => {
      const { principal } = request
      const query = { ...request.query as ListQuery, limit: pageSize }
      const { cursor, limit: _, sort, ...filters } = query
      const [page, total] = [await profiles.list(principal, resource, query), await catalogue.count(principal, resource, filters)]
      const counted = await Promise.all(facets[resource].map(async (name) => ({ name, counts: await catalogue.facet(principal, resource, filters, name) })))
      const narrowed = { resource, filters, sort }
      return sendPage(reply, h(Browse, {
        visit: await visits(request),
        narrowed,
        items: page.items,
        total,
        related: await relatedTo(principal, resource, page.items),
        having: await havingOf(resource, page.items),
        facets: counted,
        map: resource === 'providers' ? null : await catalogue.map(principal, resource, filters),
        next: page.next === null ? null : addressOf(narrowed, page.next),
        save: saveAddress(resource, filters)
      }))
    })
  }

  /** What the match endpoints take, at their defaults. */
  const options = (request: FastifyRequest, limit: number) => ({ ...matchQuery.parse({}), limit, reader: readerOf(request).language })

  /** Introductions that the organisation acted for takes part in with a profile of its own. */
  const introductionsWith = async ({ principal }: FastifyRequest, visit: Visit, { own }: Dealings, profileId: string): Promise<IntroductionAnswer[]> =>
    own.has(profileId) && may(visit, 'introductions') ? (await services.introductions.list(principal, { profile: profileId, limit: 10 })).items : []

  app.get('/challenges/:id', { config: open, schema: { ...hidden, params } }, async (request, reply) => {
    const { principal } = request
    const challenge = await profiles.read(principal, 'challenges', (request.params as { id: string }).id)
    const cities = await catalogue.many(principal, 'cities', [String(challenge['cityId'])])
    const found = await matches.ofChallenge(principal, challenge.id, options(request, 8))
    const deployments = (await profiles.list(principal, 'deployments', { challengeId: challenge.id, sort: '-updated', limit: 20 })).items
    const solutions = await catalogue.many(principal, 'solutions', deployments.map((deployment) => String(deployment['solutionId'])))
    const visit = await visits(request)
    const dealings = await dealingsOf(services, request, visit, ['challenges', challenge.id], { challenges: found.peers.map((peer) => peer.challenge.id), solutions: found.solutions.map(({ solution }) => solution.id) })
    return sendPage(reply, h(ChallengePage, { visit, challenge, city: cities.get(String(challenge['cityId'])), matches: found, deployments, solutions, dealings, introductions: await introductionsWith(request, visit, dealings, challenge.id) }))
  })

  app.get('/solutions/:id', { config: open, schema: { ...hidden, params } }, async (request, reply) => {
    const { principal } = request
    const solution = await profiles.read(principal, 'solutions', (request.params as { id: string }).id)
    const providers = await catalogue.many(principal, 'providers', typeof solution['providerId'] === 'string' ? [solution['providerId']] : [])
    const deployments = (await profiles.list(principal, 'deployments', { solutionId: solution.id, sort: '-updated', limit: 20 })).items
    const cities = await catalogue.many(principal, 'cities', deployments.map((deployment) => String(deployment['cityId'])))
    const found = await matches.ofSolution(principal, solution.id, options(request, 8))
    const visit = await visits(request)
    const dealings = await dealingsOf(services, request, visit, ['solutions', solution.id], { challenges: found.challenges.map(({ challenge }) => challenge.id), solutions: [] })
    return sendPage(reply, h(SolutionPage, { visit, solution, provider: providers.get(String(solution['providerId'])), deployments, cities, matches: found, dealings, introductions: await introductionsWith(request, visit, dealings, solution.id) }))
  })

  app.get('/cities/:id', { config: open, schema: { ...hidden, params } }, async (request, reply) => {
    const { principal } = request
    const city = await profiles.read(principal, 'cities', (request.params as { id: string }).id)
    const challenges = (await profiles.list(principal, 'challenges', { cityId: city.id, sort: '-updated', limit: 50 })).items
    const deployments = (await profiles.list(principal, 'deployments', { cityId: city.id, sort: '-updated', limit: 50 })).items
    const solutions = await catalogue.many(principal, 'solutions', deployments.map((deployment) => String(deployment['solutionId'])))
    const similar: ComponentProps<typeof CityPage>['similar'][number][] = []
    for (const challenge of challenges.slice(0, mostAsked)) {
      const { peers } = await matches.ofChallenge(principal, challenge.id, options(request, 3), { fits: true })
      similar.push(...peers.filter((match) => !similar.some((known) => known.match.challenge.id === match.challenge.id)).map((match) => ({ match, challenge })))
    }
    return sendPage(reply, h(CityPage, { visit: await visits(request), city, challenges, deployments, solutions, similar: surestFirst(similar) }))
  })

  app.get('/providers/:id', { config: open, schema: { ...hidden, params } }, async (request, reply) => {
    const { principal } = request
    const provider = await profiles.read(principal, 'providers', (request.params as { id: string }).id)
    const solutions = (await profiles.list(principal, 'solutions', { providerId: provider.id, sort: '-updated', limit: 50 })).items
    const deployments: Array<JsonObject & { id: string }> = []
    for (const { id: solutionId } of solutions) deployments.push(...(await profiles.list(principal, 'deployments', { solutionId, sort: '-updated', limit: 20 })).items)
    const cities = await catalogue.many(principal, 'cities', deployments.map((deployment) => String(deployment['cityId'])))
    const fitting: ComponentProps<typeof ProviderPage>['fitting'][number][] = []
    for (const solution of solutions.slice(0, mostAsked)) {
      const { challenges } = await matches.ofSolution(principal, solution.id, options(request, 3))
      fitting.push(...challenges.filter((match) => !fitting.some((known) => known.match.challenge.id === match.challenge.id)).map((match) => ({ match, solution })))
    }
    return sendPage(reply, h(ProviderPage, { visit: await visits(request), provider, solutions, deployments, cities, fitting: surestFirst(fitting) }))
  })

  app.get('/match', { config: open, schema: { ...hidden, querystring: z.object({ text: plain(1500) }) } }, async (request, reply) => {
    const { text } = request.query as { text: string }
    const found = await matches.ofText(request.principal, 'challenge', text, undefined, options(request, 8))
    return sendPage(reply, h(Found, { visit: await visits(request), text, matches: found }))
  })

  app.get('/help', { config: open, schema: hidden }, async (request, reply) => sendPage(reply, h(Help, { visit: await visits(request) })))
}
