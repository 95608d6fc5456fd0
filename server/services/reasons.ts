import type { Match } from '../../matching/index.ts'
import { filled, listed, type LocaleName, locales } from '../locales/index.ts'
import type { DeploymentBrief } from './briefs.ts'

/** How near two texts' vectors must bring a match, as a share of its score, to be a reason. */
const tellingShare = 0.25

/** Why a match is one, in the reader's language, the strongest first. */
export const reasonsFor = (match: Match, deployments: readonly DeploymentBrief[], reader: LocaleName): string[] => {
  const { reasons } = locales[reader]
  const confirmed = deployments.filter((deployment) => deployment.confirmed)
  const said = (template: string, words: readonly string[]): string[] => words.length === 0 ? [] : [filled(template, 'list', listed(words, reader))]
  const concepts = match.concepts.map(({ query, match: theirs }) => query === theirs ? query : `${query} – ${theirs}`)
  return [
    ...said(reasons.concepts, concepts),
    ...(concepts.length > 0 ? [] : said(reasons.words, match.sharedTerms)),
    ...(match.parts.some((part) => part.name === 'vectors' && part.contribution >= match.score * tellingShare) ? [reasons.vectors] : []),
    ...said(reasons.confirmed, [...new Set(confirmed.map((deployment) => deployment.city.name.text))]),
    ...match.parts
      .filter((part) => part.known && part.contribution > 0 && isFacet(part.name, reasons))
      .toSorted((a, b) => b.contribution - a.contribution)
      .map((part) => reasons[part.name as keyof typeof reasons])
  ]
}

const isFacet = (name: string, reasons: object): boolean => name !== 'vectors' && name in reasons

/** What would make a match surer, in the reader's language. */
export const adviceFor = ({ side, field }: Match['missing'][number], reader: LocaleName): string => {
  const { advice, unsaid } = locales[reader]
  return filled(advice[side], 'what', unsaid[field as keyof typeof unsaid])
}
