import type { MatchFilters } from '../schemas/matches.ts'
import { codesNamed, namesFor, parted } from './editing/names.ts'
import { wholeOf } from './editing/numbers.ts'
import type { Reader } from './reader.ts'
import { listed, said, type Sent } from './sent.ts'

/** What narrows a saved search, by how its form asks for it: codes to tick, names between commas, figures. */
const ticked = ['area', 'stage', 'kind', 'region'] as const
const named = { country: 'country', language: 'language' } as const
const figures = ['populationMin', 'populationMax'] as const

/** The input of a filter. */
export const filterInput = (name: keyof MatchFilters): string => `filters.${name}`

/** Filters as a form holds them. */
export const typedFilters = (filters: Partial<Record<keyof MatchFilters, string | number | readonly string[] | undefined>>, reader: Reader): Sent => {
  const several = (name: keyof MatchFilters): readonly string[] => [filters[name] ?? []].flat().flatMap((value) => String(value).split(',')).filter((value) => value !== '')
  const typed = {
    ...Object.fromEntries(ticked.map((name) => [name, several(name)])),
    country: namesFor(several('country'), 'country', reader),
    language: namesFor(several('language'), 'language', reader),
    sdgTarget: several('sdgTarget').join(', '),
    text: String(filters.text ?? ''),
    ...Object.fromEntries(figures.map((name) => [name, String(filters[name] ?? '')]))
  }
  return Object.fromEntries(Object.entries(typed).map(([name, value]) => [`filters.${name}`, value]))
}

/** The filters that a form asks for; what cannot be read stays as it was typed, for the schema to refuse. */
export const filtersOf = (sent: Sent): Record<string, unknown> => {
  const written = (name: keyof MatchFilters): string | undefined => said(sent, filterInput(name))
  const lists = [
    ...ticked.map((name) => [name, listed(sent, filterInput(name))] as const),
    ...Object.entries(named).map(([name, of]) => [name, codesNamed(written(of) ?? '', of)] as const),
    ['sdgTarget', parted(written('sdgTarget') ?? '')] as const
  ].filter(([, values]) => values.length > 0)
  const single = [
    ...figures.flatMap((name) => written(name) === undefined ? [] : [[name, wholeOf(written(name) ?? '')] as const]),
    ...(written('text') === undefined ? [] : [['text', written('text')] as const])
  ]
  return Object.fromEntries([...lists, ...single])
}
