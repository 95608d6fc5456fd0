import { eq, gte, isNull, lte, or } from 'drizzle-orm'
import type { ProfileSpecOf } from './profiles.ts'

export const solutionSpec: ProfileSpecOf = ({ solutions: table, solutionCodes: codes }, ask) => ({
  name: 'solutions',
  table,
  codes,
  columns: {
    providerId: 'providerId',
    kind: 'kind',
    readiness: 'readiness',
    fitPopulationMin: 'fit.populationMin',
    fitPopulationMax: 'fit.populationMax'
  },
  lists: {
    areas: 'area',
    sdgTargets: 'sdg-target',
    standards: 'standard',
    dataHosting: 'data-country',
    languages: 'language',
    countries: 'country',
    'fit.climates': 'climate',
    'fit.incomeGroups': 'income-group'
  },
  filters: {
    areas: (values) => ask.hasCode(table, codes, 'area', values),
    sdgTargets: (values) => ask.hasCode(table, codes, 'sdg-target', values),
    countries: (values) => ask.hasCode(table, codes, 'country', values),
    solutionKinds: (values) => ask.isIn(table.kind, values),
    // Overlap: an end that a solution does not give is open.
    populationMin: (value) => or(isNull(table.fitPopulationMax), gte(table.fitPopulationMax, value)),
    populationMax: (value) => or(isNull(table.fitPopulationMin), lte(table.fitPopulationMin, value)),
    providerId: (value) => eq(table.providerId, value),
    providerIds: (values) => ask.isIn(table.providerId, values)
  }
})
