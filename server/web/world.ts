import { geoNaturalEarth1, geoPath } from 'd3-geo'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'

const width = 960
const height = 470

/** Places of dots are classes of a sheet, for no page has style of its own: so many from start to end, and from top to bottom. */
const steps = { across: 320, down: 160 } as const

const atlas = createRequire(import.meta.url)('world-atlas/land-110m.json') as Topology
const land = atlas.objects['land']
if (land === undefined) throw new Error('the atlas has no land')

const projection = geoNaturalEarth1().fitExtent([[4, 4], [width - 4, height + 40]], { type: 'Sphere' })

/** The land, to be loaded once and used as a mask, so that it has the colour of the scheme. */
export const landDrawing = (): string => {
  const outline = (geoPath(projection)(feature(atlas, land)) ?? '').replace(/(\.\d)\d+/g, '$1')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path d="${outline}"/></svg>`
}

/** The sheet of pages that have a map: where dots are, and the land. */
export const mapSheet = (landPath: string): string => [
  `.world .land { mask: url("${landPath}") 0 0 / 100% 100% no-repeat }`,
  ...Array.from({ length: steps.across + 1 }, (_, step) => `.x${step} { --x: ${Number((100 * step / steps.across).toFixed(2))}% }`),
  ...Array.from({ length: steps.down + 1 }, (_, step) => `.y${step} { --y: ${Number((100 * step / steps.down).toFixed(2))}% }`)
].join('\n')

export interface Spot {
  /** Classes of `mapSheet`. */
  place: string
  /** Whether it is nearer to the end, or to the bottom, where what it shows has less room. */
  late: boolean
  low: boolean
}

/** Where a place is on the map; null for what it does not show. */
export const spotOf = ({ longitude, latitude }: { longitude: number, latitude: number }): Spot | null => {
  const [x, y] = projection([longitude, latitude]) ?? [-1, -1]
  if (x < 0 || x > width || y < 0 || y > height) return null
  return { place: `x${Math.round(steps.across * x / width)} y${Math.round(steps.down * y / height)}`, late: x > width * 0.6, low: y > height * 0.5 }
}
