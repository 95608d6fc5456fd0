import type { Match } from '../../matching/index.ts'
import type { DeploymentBrief } from './briefs.ts'

/** What each facet says when it speaks for a match. */
const facetReasons: Readonly<Record<string, string>> = {
  areas: 'Same areas',
  sdgTargets: 'Same targets of the Sustainable Development Goals',
  beneficiaries: 'Same people would benefit',
  languages: 'A working language in common',
  population: 'Cities of similar size',
  country: 'Same country',
  region: 'Same region of the world',
  incomeGroup: 'Same income group',
  climate: 'Same climate class',
  readiness: 'Readiness fits the stage of the challenge',
  evidence: 'Used in cities already',
  seeking: 'The city looks for peers',
  stage: 'At a similar stage'
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
