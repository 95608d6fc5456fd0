import { and, eq, ne, sql, type SQL } from 'drizzle-orm'
import type { Dialect } from '../engines/dialect.ts'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { Placed, PlaceRepository, ProfileFilters } from '../types.ts'
import { challengeSpec } from './challenges.ts'
import { condition, questions } from './filters.ts'
import { solutionSpec } from './solutions.ts'

const counted = sql<number>`count(*)`.mapWith(Number)

/** SQLite gives JSON as text, PostgreSQL as what it says. */
const decode = (value: unknown): unknown => typeof value === 'string' ? JSON.parse(value) : value

/** Where challenges are: in their city. Where solutions are: wherever they are in use. */
export const placeRepository = (handle: Handle, tables: Tables, dialect: Dialect): PlaceRepository => {
  const ask = questions(tables, dialect)
  const { challenges, solutions, deployments } = tables
  const specs = { challenges: challengeSpec(tables, ask), solutions: solutionSpec(tables, ask) }

  /** Each profile once in each city that it is in. */
  const found = (of: Placed, filters: ProfileFilters): SQL => {
    const own = condition(specs[of], ask, filters)
    if (of === 'challenges') return sql`(select ${challenges.cityId} as city_id, ${challenges.id} as id, ${challenges.updatedAt} as updated_at from ${challenges} where ${own ?? sql`true`}) as found`
    const used = and(own, eq(deployments.status, 'published'), ne(deployments.stage, 'discontinued'))
    return sql`(select distinct ${deployments.cityId} as city_id, ${solutions.id} as id, ${solutions.updatedAt} as updated_at from ${deployments} inner join ${solutions} on ${solutions.id} = ${deployments.solutionId} where ${used}) as found`
  }
  const areasOf = (of: Placed, filters: ProfileFilters): SQL => {
    const { codes } = specs[of]
    if (codes === undefined) throw new TypeError(`${of} have no code lists`)
    return sql`${found(of, filters)} inner join ${codes} on ${codes.parentId} = found.id and ${codes.scheme} = 'area'`
  }
  const inCities = (cityIds: readonly string[]): SQL => sql`found.city_id in ${[...cityIds]}`

  return {
    cities: async (of, filters, { limit, cityIds }) => cityIds?.length === 0
      ? []
      : handle.select({ cityId: sql<string>`city_id`, count: counted }).from(found(of, filters)).where(cityIds && inCities(cityIds)).groupBy(sql`city_id`).orderBy(sql`count(*) desc, city_id`).limit(limit),
    count: async (of, filters) => {
      const [row] = await handle.select({ count: sql<number>`count(distinct city_id)`.mapWith(Number) }).from(found(of, filters))
      return row?.count ?? 0
    },
    areas: async (of, filters) => {
      const rows = await handle.select({ area: sql<string>`code`, count: sql<number>`count(distinct found.id)`.mapWith(Number) }).from(areasOf(of, filters)).groupBy(sql`code`)
      return new Map(rows.map(({ area, count }) => [area, count]))
    },
    areasByCity: async (of, filters, cityIds) => cityIds.length === 0
      ? []
      : handle.select({ cityId: sql<string>`found.city_id`, area: sql<string>`code`, count: counted }).from(areasOf(of, filters)).where(inCities(cityIds)).groupBy(sql`found.city_id, code`),
    titles: async (of, filters, cityIds, { each, all }) => {
      if (cityIds.length === 0) return []
      const { table } = specs[of]
      const ranked = sql`(select found.city_id, found.id, row_number() over (partition by found.city_id order by found.updated_at desc, found.id desc) as place from ${found(of, filters)} where ${inCities(cityIds)}) as ranked`
      return handle.select({ cityId: sql<string>`ranked.city_id`, title: sql<unknown>`${table.details} -> 'title'`.mapWith(decode) })
        .from(sql`${ranked} inner join ${table} on ${table.id} = ranked.id`)
        .where(sql`ranked.place <= ${each}`).orderBy(sql`ranked.place, ranked.id desc`).limit(all)
    }
  }
}
