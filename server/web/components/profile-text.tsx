import type { JsonObject } from '../../../db/index.ts'
import type { Resource } from '../../../db/vocabulary.ts'
import type { Text } from '../../schemas/text.ts'
import type { Reader } from '../reader.ts'
import { wordsOf } from '../editing/words.ts'
import { codeIn } from './parts.tsx'
import { Prose } from './text.tsx'

const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'text' in value && 'translations' in value

/** Fields that say nothing of what a profile says. */
const kept = new Set(['id', 'ownerId', 'externalId', 'status', 'version', 'sample', 'createdAt', 'updatedAt', 'publishedAt', 'closedAt', 'erasedAt', 'cityId', 'providerId', 'solutionId', 'challengeId', 'visibility'])

/** Fields whose values are codes, and their lists. */
const codes = {
  areas: 'areas', stage: 'challengeStages', procurementRoute: 'procurementRoutes', beneficiaries: 'beneficiaryGroups', seeking: 'seekings', kind: 'solutionKinds', type: 'providerTypes', size: 'providerSizes', incomeGroup: 'incomeGroups', 'budget.status': 'budgetStatuses', 'price.model': 'priceModels', 'fit.incomeGroups': 'incomeGroups'
} as const
const isCoded = (name: string): name is keyof typeof codes => Object.hasOwn(codes, name)

/** A value as words: lists and groups of fields one after another. */
const inWords = (resource: Resource, name: string, value: unknown, reader: Reader): string => {
  const { yes, no } = reader.words.profile
  if (Array.isArray(value)) return value.map((item) => inWords(resource, name, item, reader)).join('; ')
  if (isText(value)) return value.text
  if (typeof value === 'object' && value !== null) return Object.entries(value).map(([inner, item]) => `${wordsOf(reader, resource, `${name}.${inner}`).label}: ${inWords(resource, `${name}.${inner}`, item, reader)}`).join(', ')
  if (typeof value === 'boolean') return value ? yes : no
  if (typeof value === 'number') return reader.number(value)
  if (/(^|\.)country$|^countries$|^data(Residency|Hosting)$/.test(name)) return reader.country(String(value))
  if (name === 'languages') return reader.languageName(String(value))
  return isCoded(name) ? codeIn(reader, codes[name], String(value)) : String(value)
}

/** Everything that a profile says, field by field, for who judges its words; fields that are named are marked. */
export const ProfileText = ({ resource, profile, minded, reader }: { resource: Resource, profile: JsonObject, minded: readonly string[], reader: Reader }) => {
  const { fields, office: { common } } = reader.words
  const labels: Readonly<Record<string, string>> = { ...fields, title: common.name, name: common.name, areas: fields.area, kind: common.kind }
  const labelOf = (name: string): string => labels[name] ?? wordsOf(reader, resource, name).label
  const marked = new Set(minded.map((pointer) => pointer.split('/')[1]))
  return (
    <dl class='said'>
      {Object.entries(profile).filter(([name, value]) => !kept.has(name) && value !== null && value !== undefined).map(([name, value]) => [
        <dt key={`${name}-t`}>{marked.has(name) ? <mark>{labelOf(name)}</mark> : labelOf(name)}</dt>,
        <dd key={`${name}-d`}>{isText(value) ? <Prose text={value} reader={reader} /> : <bdi>{inWords(resource, name, value, reader)}</bdi>}</dd>
      ])}
    </dl>
  )
}
