import type { Placed, ProfileFilters, Repositories } from '../../db/index.ts'
import { areas } from '../../db/vocabulary.ts'
import type { Content } from '../schemas/resource.ts'
import type { Text } from '../schemas/text.ts'

/** A place on the map: a city, and what is there. */
export interface MapPlace {
  id: string
  name: Text
  country: string
  /** WGS 84. */
  longitude: number
  latitude: number
  count: number
  /** How many are in each area, most first. */
  areas: ReadonlyArray<readonly [area: string, count: number]>
  /** Of the latest. */
  titles: readonly Text[]
}

/** What a map shows. */
export interface MapView {
  of: Placed
  places: readonly MapPlace[]
  /** Cities that found no room, or do not say where they are. */
  left: number
  /** How many of what is somewhere are in each area, in the order of areas. */
  areas: ReadonlyArray<readonly [area: string, count: number]>
}

/** Beyond so many cities, dots hide each other; with so many titles, the start page stays under 60 KB (test/server/web/looking.test.ts). */
const most = { places: 150, titles: { each: 5, all: 240 } }

/** Areas are told apart in their own order where counts do not. */
const rank = (area: string): number => (areas as readonly string[]).indexOf(area)

const grouped = <T extends { cityId: string }>(rows: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(row.cityId, [...groups.get(row.cityId) ?? [], row])
  return groups
}

/** What is in these cities, or in those with the most. */
const view = async (read: Repositories, of: Placed, filters: ProfileFilters, counts: ReadonlyMap<string, number>, all: number): Promise<MapView> => {
  const cities = (await read.cities.findMany([...counts.keys()])).filter(({ status, content }) => status === 'published' && content['point'] !== undefined)
  const ids = cities.map(({ id }) => id)
  const found = grouped(await read.places.areasByCity(of, filters, ids))
  const titles = grouped(await read.places.titles(of, filters, ids, most.titles))
  const places = cities.map(({ id, content }): MapPlace => {
    const { name, country, point } = content as unknown as Content<'cities'>
    return {
      id,
      name,
      country,
      longitude: point?.longitude ?? 0,
      latitude: point?.latitude ?? 0,
      count: counts.get(id) ?? 0,
      areas: (found.get(id) ?? []).toSorted((a, b) => b.count - a.count || rank(a.area) - rank(b.area)).map(({ area, count }) => [area, count] as const),
      titles: (titles.get(id) ?? []).map(({ title }) => title as Text)
    }
  })
  const total = await read.places.areas(of, filters)
  return {
    of,
    places: places.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)),
    left: Math.max(0, all - places.length),
    areas: areas.flatMap((area) => total.has(area) ? [[area, total.get(area) ?? 0] as const] : [])
  }
}

/** Where the challenges or solutions are that pass the filters. */
export const placesOf = async (read: Repositories, of: Placed, filters: ProfileFilters): Promise<MapView> => {
  const cities = await read.places.cities(of, filters, { limit: most.places })
  return view(read, of, filters, new Map(cities.map(({ cityId, count }) => [cityId, count])), await read.places.count(of, filters))
}

/** Where the cities are that pass the filters, each with its published challenges. */
export const placesOfCities = async (read: Repositories, filters: ProfileFilters): Promise<MapView> => {
  const { records } = await read.cities.list({ filters, sort: 'updated', descending: true, limit: most.places })
  const theirs = { statuses: ['published'], cityIds: records.map(({ id }) => id) } as const
  const challenges = new Map((await read.places.cities('challenges', theirs, { limit: most.places })).map(({ cityId, count }) => [cityId, count]))
  return view(read, 'challenges', theirs, new Map(records.map(({ id }) => [id, challenges.get(id) ?? 0])), await read.cities.count(filters))
}
