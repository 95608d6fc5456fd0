import type { MapPlace, MapView } from '../../services/map-places.ts'
import type { Reader } from '../reader.ts'
import { spotOf } from '../world.ts'
import { codeIn } from './parts.tsx'
import { Phrase } from './text.tsx'

/** What pages with a map load; the map does without the script, which lets Escape put away what it shows. */
export const mapAssets = { sheets: ['map.css'], scripts: ['map.js'] } as const

/** Eight sizes, by the root of the count: twice the dot is four times as many. */
const sizeOf = (count: number): string => `s${Math.min(8, Math.max(1, Math.round(2 * Math.sqrt(count)) - 1))}`

const inAreas = (areas: MapPlace['areas'], reader: Reader): string => reader.list(areas.map(([area, count]) => `${codeIn(reader, 'areas', area)} (${reader.number(count)})`))

/** What a dot shows when it is pointed at or has the focus. The name stands in the link that it describes. */
const Shown = ({ place, id, said, reader }: { place: MapPlace, id: string, said: string, reader: Reader }) => {
  const more = place.count - place.titles.length
  return (
    <div class='tip'>
      <div dir={reader.direction}>
        <strong><Phrase text={place.name} reader={reader} />{reader.comma}{reader.country(place.country)}</strong>
        <div id={id}>
          <p>{said}{place.areas.length > 0 && `: ${inAreas(place.areas, reader)}`}</p>
          {place.titles.length > 0 && <ul>{place.titles.map((title, index) => <li key={index}><Phrase text={title} reader={reader} /></li>)}</ul>}
          {place.titles.length > 0 && more > 0 && <p>{reader.count(reader.words.browse.andMore, more)}</p>}
        </div>
      </div>
    </div>
  )
}

const Dot = ({ place, index, said, reader }: { place: MapPlace, index: number, said: string, reader: Reader }) => {
  const spot = spotOf(place)
  const main = place.areas[0]?.[0]
  if (spot === null) return null
  return (
    <li class={`${spot.place}${spot.late ? ' late' : ''}${spot.low ? ' low' : ''}${main === undefined ? '' : ` area-${main}`}`}>
      <a class={`dot ${sizeOf(place.count)}`} href={`/cities/${place.id}`} aria-describedby={`place-${index}`}><span class='hidden'><Phrase text={place.name} reader={reader} /></span></a>
      <Shown place={place} id={`place-${index}`} said={said} reader={reader} />
    </li>
  )
}

export interface WorldMapProps {
  map: MapView
  reader: Reader
  label: string
  /** Where a list of one area is. */
  areaHref: (area: string) => string
  /** What is said of places, by their ids; how many there are, where nothing else is. */
  says?: ReadonlyMap<string, string>
}

const saidOf = ({ id, count }: MapPlace, { map: { of }, says, reader }: Pick<WorldMapProps, 'map' | 'says' | 'reader'>): string => says?.get(id) ?? reader.count(reader.words.counts[of], count)

/** The areas of what is shown, each with its colour: which a dot's own list names too, for colour alone tells nobody enough. */
const Legend = ({ map, reader, areaHref }: Pick<WorldMapProps, 'map' | 'reader' | 'areaHref'>) => map.areas.length === 0
  ? null
  : (
    <>
      <p class='small legend-words'>{reader.words.browse.legend}</p>
      <ul class='legend'>{map.areas.map(([area, count]) => <li key={area}><a class={`area area-${area}`} href={areaHref(area)}>{codeIn(reader, 'areas', area)}</a> <span class='number'>{reader.number(count)}</span></li>)}</ul>
    </>
    )

/** The places of the map as a list. */
const AsList = ({ map, map: { of, places }, says, reader }: Pick<WorldMapProps, 'map' | 'says' | 'reader'>) => (
  <details class='places'>
    <summary>{reader.words.browse.list}</summary>
    <ul class='plain'>
      {places.map((place) => ({ ...place, said: saidOf(place, { map, says, reader }) })).map(({ id, name, country, areas, said }) => (
        <li key={id}>
          <a href={`/cities/${id}`}><Phrase text={name} reader={reader} /></a>{reader.comma}{reader.country(country)} · {said}
          {of === 'challenges' && areas.length > 0 && <>: {areas.map(([area, many], index) => <span key={area}>{index > 0 && ' · '}<a href={`/challenges?cityId=${id}&area=${area}`}>{codeIn(reader, 'areas', area)}</a> ({reader.number(many)})</span>)}</>}
          {of === 'solutions' && areas.length > 0 && `: ${inAreas(areas, reader)}`}
        </li>
      ))}
    </ul>
  </details>
)

/** A map of the world with a dot for each city, larger for more and coloured by the area that most are in; the same as a list beneath. */
export const WorldMap = ({ map, reader, label, areaHref, says }: WorldMapProps) => (
  <figure class='world'>
    <a class='skip-over' href='#after-map'>{reader.words.office.frame.skipMap}</a>
    <div class='sea'>
      <div class='land' />
      <ul class='dots' aria-label={label}>{map.places.map((place, index) => <Dot key={place.id} place={place} index={index} said={saidOf(place, { map, says, reader })} reader={reader} />)}</ul>
    </div>
    <div id='after-map' tabIndex={-1}>
      <Legend map={map} reader={reader} areaHref={areaHref} />
      {map.left > 0 && <p class='small'>{reader.count(reader.words.browse.left, map.left)} <a href='/cities'>{reader.words.nav.cities}</a></p>}
      {map.places.length > 0 && <AsList map={map} says={says} reader={reader} />}
    </div>
  </figure>
)
