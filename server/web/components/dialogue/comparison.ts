import type { JsonObject } from '../../../../db/index.ts'
import type { ChallengeAnswer } from '../../../schemas/matches.ts'
import type { Content } from '../../../schemas/resource.ts'
import type { Reader } from '../../reader.ts'
import { fitOf, monthsOf, priceOf } from '../amounts.ts'
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
  name: string
  cells: ReadonlyArray<readonly string[]>
}

const contentOf = ({ solution }: Compared) => solution as unknown as Content<'solutions'>

export const titleOfCompared = (compared: Compared) => contentOf(compared).title

const evidenceOf = ({ deployments }: Compared, reader: Reader): string[] => deployments.map(({ deployment, city }) => {
  const { stage, cost, confirmed } = deployment as unknown as Content<'deployments'>
  const { name, country } = (city ?? {}) as Partial<Content<'cities'>>
  const place = [name === undefined ? undefined : readable(name, reader).text, country === undefined ? undefined : reader.country(country)]
  return [...place, codeIn(reader, 'deploymentStages', stage), costOf(cost, reader), confirmed === true ? reader.words.dialogue.compare.confirmed : undefined].filter((part) => part !== undefined).join(', ')
})

const one = (text: string | undefined): string[] => text === undefined || text === '' ? [] : [text]

/** Rows of a comparison, the same for a page and for a file. */
export const rowsOf = (compared: readonly Compared[], reader: Reader): Row[] => {
  const { fields, match: words, dialogue: { compare } } = reader.words
  const row = (name: string, cell: (one: Compared) => string[]): Row => ({ name, cells: compared.map(cell) })
  const rules = [...new Set(compared.flatMap(({ match }) => match?.gates.map(({ rule }) => rule) ?? []))]
  return [
    row(compare.provider, ({ provider }) => one(provider === undefined ? undefined : String(provider['legalName']))),
    row(compare.band, ({ match }) => [match === undefined ? compare.notFound : words.band[match.band ?? 'none']]),
    row(compare.reasons, ({ match }) => match?.reasons ?? []),
    ...rules.map((rule) => row(codeIn(reader, 'gates', rule), ({ match }) => match?.gates.filter((gate) => gate.rule === rule).map(({ outcome }) => words.gate[outcome]) ?? [])),
    row(compare.evidence, (each) => evidenceOf(each, reader)),
    row(fields.kind, (each) => [codeIn(reader, 'solutionKinds', contentOf(each).kind)]),
    row(fields.readiness, (each) => one(contentOf(each).readiness === undefined ? undefined : `${reader.number(contentOf(each).readiness ?? 0)} / ${reader.number(9)}`)),
    row(fields.price, (each) => one(priceOf(contentOf(each).price, reader))),
    row(fields.deliveryMonths, (each) => one(monthsOf(contentOf(each).deliveryMonths, reader))),
    row(fields.fit, (each) => one(fitOf(contentOf(each).fit, reader))),
    row(fields.countries, (each) => (contentOf(each).countries ?? []).map(reader.country)),
    row(fields.languages, (each) => (contentOf(each).languages ?? []).map(reader.languageName)),
    row(fields.standards, (each) => contentOf(each).standards ?? []),
    row(fields.dataHosting, (each) => (contentOf(each).dataHosting ?? []).map(reader.country)),
    row(fields.licence, (each) => one(contentOf(each).licence)),
    row(fields.prerequisites, (each) => (contentOf(each).prerequisites ?? []).map((text) => readable(text, reader).text)),
    row(compare.missing, ({ match }) => match?.missing.filter(({ side }) => side === 'match').map(({ advice }) => advice) ?? [])
  ].filter(({ cells }) => cells.some((cell) => cell.length > 0))
}
