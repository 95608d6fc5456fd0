import type { JsonObject } from '../../../db/index.ts'
import type { Resource } from '../../../db/vocabulary.ts'
import type { MapView } from '../../services/map-places.ts'
import { Done } from '../components/done.tsx'
import { Layout } from '../components/layout.tsx'
import { ChallengeItem } from '../components/items.tsx'
import { mapAssets, WorldMap } from '../components/world-map.tsx'
import type { Visit } from '../visit.ts'

export interface HomeProps {
  visit: Visit
  totals: Record<Resource, number>
  map: MapView
  recent: ReadonlyArray<{ challenge: JsonObject & { id: string }, city: JsonObject | undefined }>
}

export const Home = ({ visit, totals, map, recent }: HomeProps) => {
  const { reader } = visit
  const { words } = reader
  return (
    <Layout visit={visit} title={words.site.name} wide sheets={mapAssets.sheets} scripts={mapAssets.scripts}>
      <Done visit={visit} />
      <h1>{words.home.title}</h1>
      <p class='lead'>{words.home.lead}</p>
      <form action='/match' method='get' class='card'>
        <label for='text'>{words.home.describe}</label>
        <p class='hint' id='text-hint'>{words.home.describeHint}</p>
        <div class='field'><textarea id='text' name='text' required minLength={3} maxLength={1500} aria-describedby='text-hint' placeholder={words.home.example} /></div>
        <button type='submit'>{words.home.find}</button>
      </form>
      <h2>{words.home.numbers}</h2>
      <ul class='numbers'>
        {(['challenges', 'solutions', 'cities', 'providers'] as const).map((resource) => <li key={resource}><a href={`/${resource}`}>{reader.count(words.counts[resource], totals[resource])}</a></li>)}
      </ul>
      <h2>{words.home.map}</h2>
      <WorldMap map={map} reader={reader} label={words.home.map} areaHref={(area) => `/challenges?area=${area}`} />
      <h2>{words.home.recent}</h2>
      <ul class='cards pairs'>{recent.map(({ challenge, city }) => <ChallengeItem key={challenge.id} challenge={challenge} city={city} reader={reader} />)}</ul>
    </Layout>
  )
}
