import type { ProfileRecord } from '../../db/index.ts'
import type { Resource } from '../../db/vocabulary.ts'
import type { Facets, FieldName, FieldText, Profile } from '../../matching/index.ts'
import type { Content } from '../schemas/resource.ts'
import type { Text } from '../schemas/text.ts'

/** Fields that the profiles below are made of, and who may see those: a change of others is none to matching. */
export const matchedFields = {
  challenges: new Set([
    'title', 'problem', 'affected', 'desiredOutcome', 'alreadyTried', 'context', 'constraints', 'areas', 'sdgTargets', 'beneficiaries', 'stage',
    'seeking', 'budget', 'timeline', 'expiresOn', 'requiredStandards', 'dataResidency', 'cityId', 'visibility'
  ]),
  solutions: new Set([
    'title', 'problem', 'summary', 'benefit', 'howItWorks', 'prerequisites', 'areas', 'sdgTargets', 'countries', 'languages', 'kind', 'readiness',
    'price', 'deliveryMonths', 'fit', 'standards', 'dataHosting', 'visibility'
  ]),
  cities: new Set(['country', 'languages', 'population', 'incomeGroup', 'climate'])
} as const satisfies Partial<Record<Resource, ReadonlySet<string>>>

/** A text and its translations, all of one field: a profile is found in every language it is written in. */
const fieldTexts = (field: FieldName, text: Text | undefined): FieldText[] => text === undefined
  ? []
  : [{ field, text: text.text, language: text.language }, ...text.translations.map((translation) => ({ field, text: translation.text, language: translation.language }))]

type Fields = ReadonlyArray<readonly [field: FieldName, text: Text | undefined, name: string]>

/** The texts of a challenge that are matched, each with its field in matching and its own name, in the order in which they are read. */
export const challengeTexts = (content: Content<'challenges'>): Fields => [
  ['title', content.title, 'title'],
  ['problem', content.problem, 'problem'],
  ['problem', content.affected, 'affected'],
  ['outcome', content.desiredOutcome, 'desiredOutcome'],
  ['detail', content.alreadyTried, 'alreadyTried'],
  ['detail', content.context, 'context'],
  ...(content.constraints ?? []).map((constraint) => ['detail', constraint.text, 'constraints'] as const)
]

/** The texts of a solution that are matched, likewise. */
export const solutionTexts = (content: Content<'solutions'>): Fields => [
  ['title', content.title, 'title'],
  ['problem', content.problem, 'problem'],
  ['problem', content.summary, 'summary'],
  ['outcome', content.benefit, 'benefit'],
  ['detail', content.howItWorks, 'howItWorks'],
  ...(content.prerequisites ?? []).map((prerequisite) => ['detail', prerequisite, 'prerequisites'] as const)
]

/** Who writes in a language works in it. */
const workedIn = (title: Text, languages: readonly string[] | undefined): string[] =>
  [...new Set([...(title.language === 'und' ? [] : [title.language]), ...languages ?? []])]

/** A challenge as the matcher sees it; its city lends it place, size and languages. */
export const challengeProfile = (record: ProfileRecord, city: ProfileRecord): Profile => {
  const content = record.content as Content<'challenges'>
  const of = city.content as Content<'cities'>
  const facets: Facets = {
    areas: content.areas,
    sdgTargets: content.sdgTargets,
    beneficiaries: content.beneficiaries,
    country: of.country,
    languages: workedIn(content.title, of.languages),
    population: of.population,
    incomeGroup: of.incomeGroup,
    climate: of.climate,
    stage: content.stage,
    seeking: content.seeking,
    budget: content.budget,
    neededBy: content.timeline?.neededBy,
    expiresOn: content.expiresOn,
    requiredStandards: content.requiredStandards,
    dataResidency: content.dataResidency
  }
  return {
    id: record.id,
    kind: 'challenge',
    group: city.id,
    texts: challengeTexts(content).flatMap(([field, text]) => fieldTexts(field, text)),
    facets
  }
}

/** A price per user or unit, or a share of revenue, says nothing of what a city would pay in all: it is not held against a budget. */
const wholePrice = (price: Content<'solutions'>['price']): Content<'solutions'>['price'] =>
  price === undefined || ['per-user', 'per-unit', 'revenue-share'].includes(price.model) ? undefined : price

/** A solution as the matcher sees it, with what its deployments show. */
export const solutionProfile = (record: ProfileRecord, deployments: readonly ProfileRecord[], countryOf: ReadonlyMap<string, string>): Profile => {
  const content = record.content as Content<'solutions'>
  const evidence = deployments.map((deployment) => deployment.content as Content<'deployments'>).filter((deployment) => deployment.stage !== 'discontinued')
  return {
    id: record.id,
    kind: 'solution',
    texts: solutionTexts(content).flatMap(([field, text]) => fieldTexts(field, text)),
    facets: {
      areas: content.areas,
      sdgTargets: content.sdgTargets,
      countries: content.countries,
      languages: workedIn(content.title, content.languages),
      solutionKind: content.kind,
      readiness: content.readiness,
      price: wholePrice(content.price),
      deliveryMonths: content.deliveryMonths,
      fit: content.fit,
      standards: content.standards,
      dataHosting: content.dataHosting,
      evidence: {
        confirmed: evidence.filter((deployment) => deployment.confirmed === true).length,
        reported: evidence.length,
        countries: [...new Set(evidence.flatMap((deployment) => countryOf.get(deployment.cityId) ?? []))]
      }
    }
  }
}
