import type { ProfileSpecOf } from './profiles.ts'

export const providerSpec: ProfileSpecOf = ({ providers: table, providerCodes: codes }, ask) => ({
  name: 'providers',
  table,
  codes,
  columns: { type: 'type', size: 'size' },
  lists: { countries: 'country', languages: 'language', certifications: 'certification' },
  filters: {
    countries: (values) => ask.hasCode(table, codes, 'country', values)
  }
})
