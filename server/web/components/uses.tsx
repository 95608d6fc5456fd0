import type { ComponentChildren } from 'preact'
import type { JsonObject } from '../../../db/index.ts'
import type { Content } from '../../schemas/resource.ts'
import type { MapPlace, MapView } from '../../services/map-places.ts'
import type { Reader } from '../reader.ts'
import { Evidence } from './evidence.tsx'
import { CityName } from './items.tsx'
import { codeIn } from './parts.tsx'
import { WorldMap } from './world-map.tsx'

type Shown = JsonObject & { id: string }

/** The city of a deployment as everybody may look it up; nothing where it is not public. */
export const CityLink = ({ deployment, cities, reader }: { deployment: Shown, cities: ReadonlyMap<string, Shown>, reader: Reader }) => {
  const city = cities.get(String(deployment['cityId']))
  return city === undefined ? null : <a href={`/cities/${city.id}`}><CityName city={city} reader={reader} /></a>
}

/** The cities that say where they are, and how far it has come in each. */
const placesOf = (deployments: readonly Shown[], cities: ReadonlyMap<string, Shown>, reader: Reader): { map: MapView, says: ReadonlyMap<string, string> } => {
  const says = new Map<string, string>()
  const places = [...cities].flatMap(([id, city]): MapPlace[] => {
    const { name, country, point } = city as unknown as Content<'cities'>
    const here = deployments.filter((deployment) => deployment['cityId'] === id)
    if (point === undefined || here.length === 0) return []
    says.set(id, reader.list([...new Set(here.map((deployment) => codeIn(reader, 'deploymentStages', String(deployment['stage']))))]))
    return [{ id, name, country, longitude: point.longitude, latitude: point.latitude, count: here.length, areas: [], titles: [] }]
  })
  return { map: { of: 'solutions', places, left: 0, areas: [] }, says }
}

/** Where something is used: on the map, and with what it cost and changed there. */
export const Uses = ({ deployments, cities, title, reader }: { deployments: readonly Shown[], cities: ReadonlyMap<string, Shown>, title: (deployment: Shown) => ComponentChildren, reader: Reader }) => {
  const { map, says } = placesOf(deployments, cities, reader)
  return (
    <>
      {map.places.length > 0 && <WorldMap map={map} says={says} reader={reader} label={reader.words.fields.evidence} areaHref={(area) => `/solutions?area=${area}`} />}
      <ul class='cards'>{deployments.map((deployment) => <Evidence key={deployment.id} deployment={deployment} title={title(deployment)} reader={reader} />)}</ul>
    </>
  )
}
