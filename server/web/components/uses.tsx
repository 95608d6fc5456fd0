import type { ComponentChildren } from 'preact'
import type { JsonObject } from '../../../db/index.ts'
import type { Content } from '../../schemas/resource.ts'
import type { Reader } from '../reader.ts'
import { Evidence } from './evidence.tsx'
import { CityName } from './items.tsx'
import { codeIn } from './parts.tsx'
import { readable } from './text.tsx'
import { type Dot, WorldMap } from './world-map.tsx'

type Shown = JsonObject & { id: string }

/** The city of a deployment as everybody may look it up; nothing where it is not public. */
export const CityLink = ({ deployment, cities, reader }: { deployment: Shown, cities: ReadonlyMap<string, Shown>, reader: Reader }) => {
  const city = cities.get(String(deployment['cityId']))
  return city === undefined ? null : <a href={`/cities/${city.id}`}><CityName city={city} reader={reader} /></a>
}

/** One dot for each city that says where it is, with how far it has come there. */
const dotsOf = (deployments: readonly Shown[], cities: ReadonlyMap<string, Shown>, reader: Reader): Dot[] => [...cities].flatMap(([cityId, city]) => {
  const { name, point } = city as unknown as Content<'cities'>
  const here = deployments.filter((deployment) => deployment['cityId'] === cityId)
  if (point === undefined || here.length === 0) return []
  const stages = [...new Set(here.map((deployment) => codeIn(reader, 'deploymentStages', String(deployment['stage']))))]
  return [{ longitude: point.longitude, latitude: point.latitude, count: here.length, label: readable(name, reader).text, href: `/cities/${cityId}`, says: reader.list(stages) }]
})

/** Where something is used: on the map, and with what it cost and changed there. */
export const Uses = ({ deployments, cities, title, reader }: { deployments: readonly Shown[], cities: ReadonlyMap<string, Shown>, title: (deployment: Shown) => ComponentChildren, reader: Reader }) => {
  const dots = dotsOf(deployments, cities, reader)
  return (
    <>
      {dots.length > 0 && <WorldMap dots={dots} reader={reader} label={reader.words.fields.evidence} />}
      <ul class='cards'>{deployments.map((deployment) => <Evidence key={deployment.id} deployment={deployment} title={title(deployment)} reader={reader} />)}</ul>
    </>
  )
}
