import { eq, gte, lte } from 'drizzle-orm'
import type { ProfileSpecOf } from './profiles.ts'

export const deploymentSpec: ProfileSpecOf = ({ deployments: table, cities }, ask) => ({
  name: 'deployments',
  table,
  columns: { solutionId: 'solutionId', cityId: 'cityId', challengeId: 'challengeId', stage: 'stage', confirmed: 'confirmed' },
  lists: {},
  filters: {
    countries: (values) => ask.hasCity(table.cityId, ask.isIn(cities.country, values)),
    populationMin: (value) => ask.hasCity(table.cityId, gte(cities.population, value)),
    populationMax: (value) => ask.hasCity(table.cityId, lte(cities.population, value)),
    stages: (values) => ask.isIn(table.stage, values),
    cityId: (value) => eq(table.cityId, value),
    solutionId: (value) => eq(table.solutionId, value),
    challengeId: (value) => eq(table.challengeId, value),
    cityIds: (values) => ask.isIn(table.cityId, values),
    solutionIds: (values) => ask.isIn(table.solutionId, values),
    challengeIds: (values) => ask.isIn(table.challengeId, values)
  }
})
