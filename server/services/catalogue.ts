import type { JsonObject, Store } from '../../db/index.ts'
import { resources, type Resource } from '../../db/vocabulary.ts'
import type { Content } from '../schemas/resource.ts'
import type { ListFilters } from '../schemas/lists.ts'
import { storeFilters } from './listing.ts'
import type { Principal } from './principal.ts'
import { seenContent, sightOf } from './visibility.ts'

/** A place on the map: a city, and how many challenges of it are published. */
export interface MapPlace {
  id: string
  name: Content<'cities'>['name']
  longitude: number
  latitude: number
  challenges: number
}

/** What pages show beside lists: totals, facets with counts, the map. Published profiles only. */
export interface Catalogue {
  totals (): Promise<Record<Resource, number>>
  /** How many a list has. */
  count (principal: Principal, resource: Resource, filters: ListFilters): Promise<number>
  /** How many of a list each value would leave, by the filters that are on, the facet's own apart. */
  facet (principal: Principal, resource: 'challenges' | 'solutions', filters: ListFilters, name: 'area' | 'stage' | 'kind'): Promise<Map<string, number>>
  map (): Promise<MapPlace[]>
  /** Profiles by id, as whoever asks sees them. */
  many (principal: Principal, resource: Resource, ids: readonly string[]): Promise<Map<string, JsonObject & { id: string }>>
  /** Of these, the ones that belong to the organisation that the principal acts for. */
  ownAmong (principal: Principal, resource: Resource, ids: readonly string[]): Promise<string[]>
}

export const createCatalogue = ({ read }: Store): Catalogue => ({
  async totals () {
    const counted = await Promise.all(resources.map(async (resource) => [resource, await read[resource].count({ statuses: ['published'] })] as const))
    return Object.fromEntries(counted) as Record<Resource, number>
  },

  count: async (principal, resource, filters) => read[resource].count(storeFilters(principal, filters)),

  async facet (principal, resource, filters, name) {
    const others = storeFilters(principal, { ...filters, [name]: undefined })
    return read[resource].tally(others, name === 'area' ? { codes: 'area' } : { column: name })
  },

  async map () {
    const counts = await read.challenges.tally({ statuses: ['published'] }, { column: 'cityId' })
    const cities = await read.cities.findMany([...counts.keys()])
    return cities.flatMap((city) => {
      const { name, point } = city.content as Content<'cities'>
      if (city.status !== 'published' || point === undefined) return []
      return [{ id: city.id, name, longitude: point.longitude, latitude: point.latitude, challenges: counts.get(city.id) ?? 0 }]
    })
  },

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
