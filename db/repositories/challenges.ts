import { eq, gte, lte, sql } from 'drizzle-orm'
import type { ProfileSpecOf } from './profiles.ts'

export const challengeSpec: ProfileSpecOf = ({ challenges: table, challengeCodes: codes, cities }, ask) => ({
  name: 'challenges',
  table,
  codes,
  columns: { cityId: 'cityId', stage: 'stage' },
  lists: {
    areas: 'area',
    sdgTargets: 'sdg-target',
    beneficiaries: 'beneficiary',
    seeking: 'seeking',
    requiredStandards: 'standard',
    dataResidency: 'data-country'
  },
  country: sql`(select ${cities.country} from ${cities} where ${cities.id} = ${table.cityId})`,
  filters: {
    areas: (values) => ask.hasCode(table, codes, 'area', values),
    sdgTargets: (values) => ask.hasCode(table, codes, 'sdg-target', values),
    countries: (values) => ask.hasCity(table.cityId, ask.isIn(cities.country, values)),
    populationMin: (value) => ask.hasCity(table.cityId, gte(cities.population, value)),
    populationMax: (value) => ask.hasCity(table.cityId, lte(cities.population, value)),
    stages: (values) => ask.isIn(table.stage, values),
    cityId: (value) => eq(table.cityId, value),
    cityIds: (values) => ask.isIn(table.cityId, values)
  }
})
