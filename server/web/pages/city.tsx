import type { JsonObject } from '../../../db/index.ts'
import type { ChallengeAnswer } from '../../schemas/matches.ts'
import type { Content } from '../../schemas/resource.ts'
import type { MapView } from '../../services/map-places.ts'
import { Evidence } from '../components/evidence.tsx'
import { ChallengeItem, SolutionLink } from '../components/items.tsx'
import { Done } from '../components/done.tsx'
import { Layout } from '../components/layout.tsx'
import { Report } from '../components/report.tsx'
import { codeIn, Facts, PeerCard, Sample } from '../components/parts.tsx'
import { OriginalTitle, Phrase, Prose, readable } from '../components/text.tsx'
import { mapAssets, WorldMap } from '../components/world-map.tsx'
import type { Visit } from '../visit.ts'

type Shown = JsonObject & { id: string }

export interface CityProps {
  visit: Visit
  city: Shown
  challenges: readonly Shown[]
  deployments: readonly Shown[]
  solutions: ReadonlyMap<string, Shown>
  /** Challenges of other cities that are like its own, each once, with its own that is the most like it. */
  similar: ReadonlyArray<{ match: ChallengeAnswer['peers'][number], challenge: Shown }>
}

const mapOf = (id: string, { name, country, point }: Content<'cities'>, challenges: readonly Shown[]): MapView => {
  const counts = new Map<string, number>()
  for (const { areas } of challenges as unknown as ReadonlyArray<Content<'challenges'>>) for (const area of areas) counts.set(area, (counts.get(area) ?? 0) + 1)
  const inAreas = [...counts].toSorted((a, b) => b[1] - a[1])
  return { of: 'challenges', places: [{ id, name, country, longitude: point?.longitude ?? 0, latitude: point?.latitude ?? 0, count: challenges.length, areas: inAreas, titles: [] }], left: 0, areas: inAreas }
}

export const CityPage = ({ visit, city, challenges, deployments, solutions, similar }: CityProps) => {
  const { reader } = visit
  const { words } = reader
  const content = city as unknown as Content<'cities'>
  return (
    <Layout visit={visit} title={readable(content.name, reader).text} wide {...mapAssets}>
      <Done visit={visit} />
      <h1><Phrase text={content.name} reader={reader} /></h1>
      <OriginalTitle text={content.name} reader={reader} />
      <p class='lead'>{reader.country(content.country)}</p>
      <Sample sample={city['sample'] === true && challenges.some((challenge) => challenge['sample'] === true)} reader={reader} />
      <div class='columns map-aside'>
        <div class='card'>
          <Facts
            facts={[
              [words.fields.population, content.population && `${reader.number(content.population)}${content.populationYear === undefined ? '' : ` (${content.populationYear})`}`],
              [words.fields.languages, content.languages && reader.list(content.languages.map(reader.languageName))],
              [words.fields.incomeGroup, content.incomeGroup && codeIn(reader, 'incomeGroups', content.incomeGroup)],
              [words.fields.climate, content.climate],
              [words.fields.areaServed, content.areaServed && <Prose text={content.areaServed} reader={reader} />]
            ]}
          />
        </div>
        {content.point !== undefined && <WorldMap map={mapOf(city.id, content, challenges)} reader={reader} label={readable(content.name, reader).text} areaHref={(area) => `/challenges?cityId=${city.id}&area=${area}`} />}
      </div>
      <h2>{words.profile.ownChallenges}</h2>
      {challenges.length === 0 ? <p>{words.profile.nobodyYet}</p> : <ul class='cards'>{challenges.map((challenge) => <ChallengeItem key={challenge.id} challenge={challenge} city={city} reader={reader} />)}</ul>}
      <h2>{words.fields.evidence}</h2>
      {deployments.length === 0 ? <p>{words.profile.nobodyYet}</p> : <ul class='cards'>{deployments.map((deployment) => <Evidence key={deployment.id} deployment={deployment} title={<SolutionLink solution={solutions.get(String(deployment['solutionId']))} reader={reader} />} reader={reader} />)}</ul>}
      {similar.length > 0 && (
        <>
          <h2>{words.profile.similar}</h2>
          <ul class='cards'>
            {similar.map(({ match, challenge }) => (
              <PeerCard key={match.challenge.id} peer={match} reader={reader} compare={`/challenges/${challenge.id}/matches/${match.challenge.id}`}>
                <p class='small'>{words.office.resources.challenges}: <a href={`/challenges/${challenge.id}`}><Phrase text={challenge['title'] as Content<'challenges'>['title']} reader={reader} /></a></p>
              </PeerCard>
            ))}
          </ul>
        </>
      )}
      <Report resource='cities' profile={city} visit={visit} />
    </Layout>
  )
}
