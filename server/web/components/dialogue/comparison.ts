import type { JsonObject } from '../../../../db/index.ts'
import type { ChallengeAnswer } from '../../../schemas/matches.ts'
import type { Content } from '../../../schemas/resource.ts'
import type { Reader } from '../../reader.ts'
import { fitOf, monthsOf, priceOf } from '../amounts.ts'
import { changeInWords } from '../change.tsx'
import { codeIn, costOf } from '../parts.tsx'
import { readable } from '../text.tsx'

/** A solution beside others, with its place among the matches of the challenge if it has one. */
export interface Compared {
  id: string
  solution: JsonObject
  provider: JsonObject | undefined
  match: ChallengeAnswer['solutions'][number] | undefined
  deployments: ReadonlyArray<{ deployment: JsonObject, city: JsonObject | undefined }>
}

/** One row: what is told, and of each solution what there is to tell; nothing where it is not said. */
export interface Row {
  part: 'match' | 'evidence' | 'facts'
  name: string
  cells: ReadonlyArray<readonly string[]>
  /** Of a condition, how it came out for each. */
  outcomes?: ReadonlyArray<Outcome | undefined>
}

type Outcome = ChallengeAnswer['solutions'][number]['gates'][number]['outcome']

const contentOf = ({ solution }: Compared) => solution as unknown as Content<'solutions'>

export const titleOfCompared = (compared: Compared) => contentOf(compared).title

const evidenceOf = ({ deployments }: Compared, reader: Reader): string[] => deployments.map(({ deployment, city }) => {
  const { stage, cost, confirmed, indicators } = deployment as unknown as Content<'deployments'>
  const { name, country } = (city ?? {}) as Partial<Content<'cities'>>
  const place = [name === undefined ? undefined : readable(name, reader).text, country === undefined ? undefined : reader.country(country)]
  const told = [...place, codeIn(reader, 'deploymentStages', stage), costOf(cost, reader), confirmed === true ? reader.words.dialogue.compare.confirmed : undefined].filter((part) => part !== undefined).join(reader.comma)
  return [told, ...(indicators ?? []).map((indicator) => changeInWords(indicator, reader))].join('. ')
})

const one = (text: string | undefined): string[] => text === undefined || text === '' ? [] : [text]

/** Rows of a comparison, the same for a page and for a file. */
export const rowsOf = (compared: readonly Compared[], reader: Reader): Row[] => {
  const { fields, match: words, dialogue: { compare } } = reader.words
  const row = (part: Row['part'], name: string, cell: (one: Compared) => string[]): Row => ({ part, name, cells: compared.map(cell) })
  const rules = [...new Set(compared.flatMap(({ match }) => match?.gates.map(({ rule }) => rule) ?? []))]
  const condition = (rule: string): Row => {
    const outcomes = compared.map(({ match }) => match?.gates.find((gate) => gate.rule === rule)?.outcome)
    return { part: 'match', name: codeIn(reader, 'gates', rule), cells: outcomes.map((outcome) => outcome === undefined ? [] : [words.gate[outcome]]), outcomes }
  }
  const facts: ReadonlyArray<readonly [string, (content: Content<'solutions'>) => string[]]> = [
    [fields.kind, ({ kind }) => [codeIn(reader, 'solutionKinds', kind)]],
    [fields.readiness, ({ readiness }) => one(readiness === undefined ? undefined : `${reader.number(readiness)} / ${reader.number(9)}`)],
    [fields.price, ({ price }) => one(priceOf(price, reader))],
    [fields.deliveryMonths, ({ deliveryMonths }) => one(monthsOf(deliveryMonths, reader))],
    [fields.fit, ({ fit }) => one(fitOf(fit, reader))],
    [fields.countries, ({ countries = [] }) => countries.map(reader.country)],
    [fields.languages, ({ languages = [] }) => languages.map(reader.languageName)],
    [fields.standards, ({ standards = [] }) => standards],
    [fields.dataHosting, ({ dataHosting = [] }) => dataHosting.map(reader.country)],
    [fields.licence, ({ licence }) => one(licence)],
    [fields.prerequisites, ({ prerequisites = [] }) => prerequisites.map((text) => readable(text, reader).text)]
  ]
  return [
    row('match', compare.band, ({ match }) => [match === undefined ? compare.notFound : words.band[match.band ?? 'none']]),
    row('match', compare.reasons, ({ match }) => match?.reasons ?? []),
    ...rules.map(condition),
    row('match', compare.missing, ({ match }) => match?.missing.filter(({ side }) => side === 'match').map(({ advice }) => advice) ?? []),
    row('evidence', compare.evidence, (each) => evidenceOf(each, reader)),
    row('facts', compare.provider, ({ provider }) => one(provider === undefined ? undefined : String(provider['legalName']))),
    ...facts.map(([name, cell]) => row('facts', name, (each) => cell(contentOf(each))))
  ].filter(({ cells }) => cells.some((cell) => cell.length > 0))
}
