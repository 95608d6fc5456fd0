import { gte, lte } from 'drizzle-orm'
import type { ProfileSpecOf } from './profiles.ts'

export const citySpec: ProfileSpecOf = ({ cities: table, cityCodes: codes }, ask) => ({
  name: 'cities',
  table,
  codes,
  columns: {
    country: 'country',
    geonamesId: 'geonamesId',
    population: 'population',
    populationYear: 'populationYear',
    incomeGroup: 'incomeGroup',
    climate: 'climate'
  },
  lists: { languages: 'language' },
  country: table.country,
  filters: {
    countries: (values) => ask.isIn(table.country, values),
    populationMin: (value) => gte(table.population, value),
    populationMax: (value) => lte(table.population, value)
  }
})
