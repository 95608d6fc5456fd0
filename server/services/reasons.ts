import type { Match } from '../../matching/index.ts'
import type { DeploymentBrief } from './briefs.ts'

/** What each facet says when it speaks for a match. */
export const facetReasons: Readonly<Record<string, string>> = {
  area: 'Same areas',
  sdg: 'Same targets of the Sustainable Development Goals',
  beneficiaries: 'The same people would benefit',
  languages: 'A working language in common',
  population: 'Cities of similar size',
  region: 'Same country or region',
  income: 'Similar income',
  climate: 'Similar climate',
  seeking: 'It is what the city looks for',
  readiness: 'Ready enough for the stage of the challenge',
  evidence: 'Used in cities already',
  'income-fit': 'Made for cities of this income',
  'climate-fit': 'Made for this climate'
}

/** Why a match is one, in plain English, the strongest first. */
export const reasonsFor = (match: Match, deployments: readonly DeploymentBrief[]): string[] => {
  const confirmed = deployments.filter((deployment) => deployment.confirmed)
  return [
    ...(match.sharedTerms.length === 0 ? [] : [`Shares the words: ${match.sharedTerms.join(', ')}`]),
    ...(confirmed.length === 0 ? [] : [`Confirmed by ${[...new Set(confirmed.map((deployment) => deployment.city.name.text))].join(', ')}`]),
    ...match.parts
      .filter((part) => part.known && part.contribution > 0)
      .toSorted((a, b) => b.contribution - a.contribution)
      .flatMap((part) => facetReasons[part.name] ?? [])
  ]
}
