import type { JsonObject, Placed, Store, TallyBy } from '../../db/index.ts'
import { resources, type Resource } from '../../db/vocabulary.ts'
import type { ListFilters } from '../schemas/lists.ts'
import { regionsWithCountries } from './geography.ts'
import { storeFilters } from './listing.ts'
import { type MapView, placesOf, placesOfCities } from './map-places.ts'
import type { Principal } from './principal.ts'
import { seenContent, sightOf } from './visibility.ts'

/** What a list can be narrowed down by, with how many each value would leave. */
export const facets = {
  challenges: ['area', 'stage', 'region', 'country', 'language'],
  solutions: ['area', 'kind', 'region', 'country', 'language'],
  cities: ['region', 'country', 'language'],
  providers: ['region', 'country', 'language']
} as const
export type Browsed = keyof typeof facets
export type FacetName = (typeof facets)[Browsed][number]

const countedBy: Readonly<Record<FacetName, TallyBy>> = {
  area: { codes: 'area' }, stage: { column: 'stage' }, kind: { column: 'kind' }, region: { regions: regionsWithCountries }, country: 'countries', language: 'languages'
}

const published = { statuses: ['published'] } as const

/** What pages show beside lists: totals, facets with counts, the map. Published profiles only. */
export interface Catalogue {
  totals (): Promise<Record<Resource, number>>
  /** How many a list has. */
  count (principal: Principal, resource: Resource, filters: ListFilters): Promise<number>
  /** How many of a list each value would leave, by the filters that are on, the facet's own apart. */
  facet (principal: Principal, resource: Browsed, filters: ListFilters, name: FacetName): Promise<Map<string, number>>
  /** Where those of a list are: challenges in their cities, solutions where they are in use. */
  map (principal: Principal, resource: Exclude<Browsed, 'providers'>, filters: ListFilters): Promise<MapView>
  /** How many are in each of these cities. */
  inCities (of: Placed, ids: readonly string[]): Promise<Map<string, number>>
  /** How many solutions each of these providers has. */
  ofProviders (ids: readonly string[]): Promise<Map<string, number>>
  /** Profiles by id, as whoever asks sees them. */
  many (principal: Principal, resource: Resource, ids: readonly string[]): Promise<Map<string, JsonObject & { id: string }>>
  /** Of these, the ones that belong to the organisation that the principal acts for. */
  ownAmong (principal: Principal, resource: Resource, ids: readonly string[]): Promise<string[]>
}

export const createCatalogue = ({ read }: Store): Catalogue => ({
  async totals () {
    const counted = await Promise.all(resources.map(async (resource) => [resource, await read[resource].count(published)] as const))
    return Object.fromEntries(counted) as Record<Resource, number>
  },

  count: async (principal, resource, filters) => read[resource].count(storeFilters(principal, filters)),

  async facet (principal, resource, filters, name) {
    const others = { ...filters, [name]: undefined }
    const counts = await read[resource].tally(storeFilters(principal, others), countedBy[name])
    // Regions that hold other regions are not offered, but an address may ask for one.
    if (name === 'region') for (const region of filters.region ?? []) if (!regionsWithCountries.has(region)) counts.set(region, await read[resource].count(storeFilters(principal, { ...others, region: [region] })))
    return counts
  },

  map: async (principal, resource, filters) => resource === 'cities' ? placesOfCities(read, storeFilters(principal, filters)) : placesOf(read, resource, storeFilters(principal, filters)),

  async inCities (of, ids) {
    const cities = await read.places.cities(of, published, { limit: Math.max(1, ids.length), cityIds: ids })
    return new Map(cities.map(({ cityId, count }) => [cityId, count]))
  },

  ofProviders: (ids) => read.solutions.tally({ ...published, providerIds: ids }, { column: 'providerId' }),

  async many (principal, resource, ids) {
    const records = (await read[resource].findMany([...new Set(ids)])).filter((record) => record.status === 'published')
    const sight = await sightOf(principal, read)
    return new Map(records.map((record) => [record.id, { id: record.id, sample: record.sample, ...seenContent(sight, resource, record) }]))
  },

  async ownAmong ({ organisationId }, resource, ids) {
    if (organisationId === null) return []
    return (await read[resource].findMany([...new Set(ids)])).filter(({ ownerId }) => ownerId === organisationId).map(({ id }) => id)
  }
})
