import type { Content } from '../../../schemas/resource.ts'
import type { Reader } from '../../reader.ts'
import { budgetOf, fitOf, monthsOf, priceOf } from '../amounts.ts'
import { codeIn } from '../parts.tsx'
import { readable } from '../text.tsx'

/** One of the two, as everybody sees it: that is what matching goes by. */
export type Party =
  | { readonly resource: 'challenges', readonly content: Content<'challenges'>, readonly city: Content<'cities'> | undefined }
  | { readonly resource: 'solutions', readonly content: Content<'solutions'>, readonly usedIn: ReadonlyArray<Content<'cities'>['name']> }

type Says<P extends Party> = Readonly<Record<string, (party: P, reader: Reader) => string | undefined>>

const listIn = (items: readonly string[] | undefined, reader: Reader): string | undefined => items === undefined || items.length === 0 ? undefined : reader.list(items)
const codesIn = (list: Parameters<typeof codeIn>[1], codes: readonly string[] | undefined, reader: Reader) => listIn(codes?.map((code) => codeIn(reader, list, code)), reader)
const dayIn = (day: string | undefined, reader: Reader) => day === undefined ? undefined : reader.day(day)
const countriesIn = (countries: readonly string[] | undefined, reader: Reader) => listIn(countries?.map(reader.country), reader)
/** Who writes in a language works in it. */
const languagesIn = (title: { language: string }, more: readonly string[] | undefined, reader: Reader) =>
  listIn([...new Set([title.language, ...more ?? []])].filter((language) => language !== 'und').map(reader.languageName), reader)

type Challenge = Extract<Party, { resource: 'challenges' }>
type Solution = Extract<Party, { resource: 'solutions' }>

const countryOf = ({ city }: Challenge, reader: Reader) => city && reader.country(city.country)
const populationOf = ({ city }: Challenge, reader: Reader) => city?.population === undefined ? undefined : reader.number(city.population)
const incomeOf = ({ city }: Challenge, reader: Reader) => city?.incomeGroup && codeIn(reader, 'incomeGroups', city.incomeGroup)
const climateOf = ({ city }: Challenge) => city?.climate

const challengeSays: Says<Challenge> = {
  area: ({ content }, reader) => codesIn('areas', content.areas, reader),
  sdg: ({ content }, reader) => listIn(content.sdgTargets, reader),
  beneficiaries: ({ content }, reader) => codesIn('beneficiaryGroups', content.beneficiaries, reader),
  languages: ({ content, city }, reader) => languagesIn(content.title, city?.languages, reader),
  population: populationOf,
  'population-fit': populationOf,
  region: countryOf,
  'available-in-country': countryOf,
  income: incomeOf,
  'income-fit': incomeOf,
  climate: climateOf,
  'climate-fit': climateOf,
  seeking: ({ content }, reader) => codesIn('seekings', content.seeking, reader),
  readiness: ({ content }, reader) => content.stage && codeIn(reader, 'challengeStages', content.stage),
  'required-standards': ({ content }, reader) => listIn(content.requiredStandards, reader),
  'data-residency': ({ content }, reader) => countriesIn(content.dataResidency, reader),
  budget: ({ content }, reader) => budgetOf(content.budget, reader),
  'delivery-in-time': ({ content }, reader) => dayIn(content.timeline?.neededBy, reader),
  'not-expired': ({ content }, reader) => dayIn(content.expiresOn, reader)
}

const solutionSays: Says<Solution> = {
  area: ({ content }, reader) => codesIn('areas', content.areas, reader),
  sdg: ({ content }, reader) => listIn(content.sdgTargets, reader),
  languages: ({ content }, reader) => languagesIn(content.title, content.languages, reader),
  'available-in-country': ({ content }, reader) => countriesIn(content.countries, reader),
  'population-fit': ({ content }, reader) => fitOf(content.fit, reader),
  'income-fit': ({ content }, reader) => codesIn('incomeGroups', content.fit?.incomeGroups, reader),
  'climate-fit': ({ content }, reader) => listIn(content.fit?.climates, reader),
  readiness: ({ content }, reader) => content.readiness === undefined ? undefined : `${reader.number(content.readiness)} / ${reader.number(9)}`,
  evidence: ({ usedIn }, reader) => listIn(usedIn.map((name) => readable(name, reader).text), reader),
  'required-standards': ({ content }, reader) => listIn(content.standards, reader),
  'data-residency': ({ content }, reader) => countriesIn(content.dataHosting, reader),
  budget: ({ content }, reader) => priceOf(content.price, reader),
  'delivery-in-time': ({ content }, reader) => monthsOf(content.deliveryMonths, reader)
}

const answered = <P extends Party>(party: P, says: Says<P>[string] | undefined, reader: Reader): string | undefined | null => says === undefined ? null : says(party, reader)

/** What one of the two says to a condition or a comparison; undefined where nothing, null where it is not asked. */
export const saysTo = (party: Party, name: string, reader: Reader): string | undefined | null => party.resource === 'challenges'
  ? answered(party, challengeSays[name], reader)
  : answered(party, solutionSays[name], reader)
