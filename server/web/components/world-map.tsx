import { geoNaturalEarth1, geoPath } from 'd3-geo'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import type { Reader } from '../reader.ts'

const width = 960
const height = 470

const land = createRequire(import.meta.url)('world-atlas/land-110m.json') as Topology
const shape = land.objects['land']
if (shape === undefined) throw new Error('the atlas has no land')

const projection = geoNaturalEarth1().fitExtent([[4, 4], [width - 4, height + 40]], { type: 'Sphere' })
/** Drawn once: it is the same for everybody. */
const outline = (geoPath(projection)(feature(land, shape)) ?? '').replace(/(\.\d)\d+/g, '$1')

export interface Dot {
  /** WGS 84. */
  longitude: number
  latitude: number
  count: number
  label: string
  href: string
  /** What is said of the place; how many challenges it has, where nothing else is. */
  says?: string
}

/** A map of the world with a dot for each place, larger for more; the same stands as a list beneath it. */
export const WorldMap = ({ dots, reader, label }: { dots: readonly Dot[], reader: Reader, label: string }) => (
  <figure class='world'>
    <a class='skip-over' href='#after-map'>{reader.words.office.frame.skipMap}</a>
    <svg class='map' viewBox={`0 0 ${width} ${height}`} role='group' aria-label={label}>
      <path class='land' d={outline} />
      {dots.toSorted((a, b) => b.count - a.count).map(({ longitude, latitude, count, label: name, href, says = reader.count(reader.words.counts.challenges, count) }) => {
        const point = projection([longitude, latitude])
        return point === null
          ? null
          : (
            <a key={href} href={href} aria-label={`${name}: ${says}`}>
              <circle class='dot' cx={point[0].toFixed(1)} cy={point[1].toFixed(1)} r={(3.5 + 2.2 * Math.sqrt(count)).toFixed(1)}><title>{`${name}: ${says}`}</title></circle>
            </a>
            )
      })}
    </svg>
    <span id='after-map' tabIndex={-1} />
  </figure>
)
