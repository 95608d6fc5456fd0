import type { Browsed, FacetName } from '../services/catalogue.ts'
import type { ListFilters, sortOrders } from '../schemas/lists.ts'
import type { Reader } from './reader.ts'
import { codeIn } from './components/parts.tsx'

export type SortOrder = (typeof sortOrders)[number]

/** What narrows a list down, as its address says it. */
export interface Narrowed {
  readonly resource: Browsed
  readonly filters: ListFilters
  readonly sort: SortOrder
}

export const usualSort: SortOrder = '-updated'

const valuesOf = (filters: ListFilters): Array<readonly [name: string, value: string]> =>
  Object.entries(filters).flatMap(([name, value]) => Array.isArray(value) ? value.map((one) => [name, String(one)] as const) : value === undefined ? [] : [[name, String(value)] as const])

/** The address of a list: the same for the same choices, so that it can be shared. */
export const addressOf = ({ resource, filters, sort }: Narrowed, cursor?: string): string => {
  const query = new URLSearchParams([...valuesOf(filters), ...(sort === usualSort ? [] : [['sort', sort]]), ...(cursor === undefined ? [] : [['cursor', cursor]])] as string[][])
  return query.size === 0 ? `/${resource}` : `/${resource}?${query}`
}

/** A value of a facet in the reader's words. */
export const sayFacet = (name: FacetName, code: string, reader: Reader): string => {
  switch (name) {
    case 'area': return codeIn(reader, 'areas', code)
    case 'stage': return codeIn(reader, 'challengeStages', code)
    case 'kind': return codeIn(reader, 'solutionKinds', code)
    case 'region':
    case 'country': return reader.country(code)
    case 'language': return reader.languageName(code)
  }
}

/** A filter that is on, in words, and the address of the list without it. */
export interface Chosen {
  readonly name: string
  readonly value: string
  readonly said: string
  readonly without: string
}

const facetNames: readonly string[] = ['area', 'stage', 'kind', 'region', 'country', 'language'] satisfies FacetName[]
const isFacet = (name: string): name is FacetName => facetNames.includes(name)

const say = (name: string, value: string, reader: Reader): string => {
  const { fields, nav, profile, dialogue: { searches } } = reader.words
  if (isFacet(name)) return sayFacet(name, value, reader)
  switch (name) {
    case 'populationMin': return `${searches.populationMin} ${reader.number(Number(value))}`
    case 'populationMax': return `${searches.populationMax} ${reader.number(Number(value))}`
    case 'sdgTarget': return `${fields.sdgTargets}: ${value}`
    case 'cityId': return fields.city
    case 'providerId': return fields.provider
    case 'sample': return `${profile.sample}: ${value === 'true' ? profile.yes : profile.no}`
    case 'owner': return nav.mine
    default: return value
  }
}

/** The filters that are on, one by one. */
export const chosenIn = (narrowed: Narrowed, reader: Reader): Chosen[] => valuesOf(narrowed.filters).map(([name, value]) => {
  const before = narrowed.filters[name as keyof ListFilters]
  const left = Array.isArray(before) ? before.filter((one) => String(one) !== value) : []
  return { name, value, said: say(name, value, reader), without: addressOf({ ...narrowed, filters: { ...narrowed.filters, [name]: left.length === 0 ? undefined : left } }) }
})

/** Filters that the form has no field for: it carries them along. */
export const carriedIn = ({ filters }: Narrowed, shown: readonly string[]): Array<readonly [name: string, value: string]> => valuesOf(filters).filter(([name]) => !shown.includes(name))
