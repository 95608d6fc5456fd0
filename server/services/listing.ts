import { z } from 'zod'
import type { ListQuery, ProfileFilters, SortKey } from '../../db/index.ts'
import { Problem } from '../errors.ts'
import { countriesOfRegions } from './geography.ts'
import type { ListFilters, sortOrders } from '../schemas/lists.ts'
import { requireAction } from './authority.ts'
import { isAdmin, type Principal } from './principal.ts'
import { foldedWords } from './texts.ts'

const sortKeys: Readonly<Record<string, SortKey>> = { updated: 'updated', created: 'created', title: 'label' }
type SortOrder = (typeof sortOrders)[number]

const cursorContent = z.tuple([z.string(), z.string(), z.uuid()])

const encodeCursor = (sort: SortOrder, next: { value: string, id: string }): string =>
  Buffer.from(JSON.stringify([sort, next.value, next.id])).toString('base64url')

/** @throws {Problem} `invalid-cursor` for one that no list with this sort order gave */
export const decodeCursor = (sort: SortOrder, cursor: string): { value: string, id: string } => {
  const refuse = (): Problem => new Problem('invalid-cursor', undefined, [{ in: 'query', pointer: '/cursor', code: 'invalid', detail: 'must be `next` of a page with the same sort order' }])
  let content: unknown
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw refuse()
  }
  const parsed = cursorContent.safeParse(content)
  if (!parsed.success || parsed.data[0] !== sort) throw refuse()
  const [, value, id] = parsed.data
  if (sort !== 'title' && sort !== '-title' && Number.isNaN(Date.parse(value))) throw refuse()
  return { value, id }
}

/** Countries that `country` and `region` ask for together; undefined when neither does. */
export const wantedCountries = (filters: Pick<ListFilters, 'country' | 'region'>): readonly string[] | undefined => {
  const ofRegions = filters.region === undefined ? undefined : countriesOfRegions(filters.region)
  if (filters.country === undefined) return ofRegions === undefined ? undefined : [...ofRegions]
  return ofRegions === undefined ? filters.country : filters.country.filter((code) => ofRegions.has(code))
}

/**
 * The filters of a list as the store takes them, narrowed to what the principal may see.
 * @throws {Problem} `missing-key` when somebody without a key asks for what is not public
 */
export const storeFilters = (principal: Principal, filters: ListFilters): ProfileFilters => {
  const statuses = filters.status ?? ['published']
  const mine = filters.owner === 'me'
  if (mine || statuses.some((status) => status !== 'published')) requireAction(principal, 'profiles:list-own')
  const ownOnly = mine || (!isAdmin(principal) && statuses.some((status) => status !== 'published'))
  return {
    statuses,
    areas: filters.area,
    sdgTargets: filters.sdgTarget,
    countries: wantedCountries(filters),
    languages: filters.language,
    stages: filters.stage,
    solutionKinds: filters.kind,
    populationMin: filters.populationMin,
    populationMax: filters.populationMax,
    words: filters.text === undefined ? undefined : foldedWords(filters.text),
    cityId: filters.cityId,
    providerId: filters.providerId,
    solutionId: filters.solutionId,
    challengeId: filters.challengeId,
    sample: filters.sample,
    ownerId: ownOnly ? principal.organisationId ?? undefined : undefined,
    erased: false
  }
}

/** One page's query to the store, and the cursor that its answer gives. */
export const pageQuery = (principal: Principal, { sort, limit, cursor, ...filters }: ListFilters & { sort: SortOrder, limit: number, cursor?: string }): ListQuery => ({
  filters: storeFilters(principal, filters),
  sort: sortKeys[sort.replace('-', '')] ?? 'updated',
  descending: sort.startsWith('-'),
  limit,
  after: cursor === undefined ? undefined : decodeCursor(sort, cursor)
})

export const nextCursor = (sort: SortOrder, next: { value: string, id: string } | undefined): string | null =>
  next === undefined ? null : encodeCursor(sort, next)
