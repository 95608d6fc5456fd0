import type { JsonObject } from '../../../db/index.ts'
import type { SolutionAnswer } from '../../schemas/matches.ts'
import type { Content } from '../../schemas/resource.ts'
import { SolutionItem, SolutionLink } from '../components/items.tsx'
import { Done } from '../components/done.tsx'
import { Layout } from '../components/layout.tsx'
import { mapAssets } from '../components/world-map.tsx'
import { Report } from '../components/report.tsx'
import { Chips, codeIn, Facts, PeerCard, Sample } from '../components/parts.tsx'
import { Prose } from '../components/text.tsx'
import { CityLink, Uses } from '../components/uses.tsx'
import type { Visit } from '../visit.ts'

type Shown = JsonObject & { id: string }

export interface ProviderProps {
  visit: Visit
  provider: Shown
  solutions: readonly Shown[]
  deployments: readonly Shown[]
  cities: ReadonlyMap<string, Shown>
  /** Challenges that its solutions fit, each once, with the solution that fits it best. */
  fitting: ReadonlyArray<{ match: SolutionAnswer['challenges'][number], solution: Shown }>
}

export const ProviderPage = ({ visit, provider, solutions, deployments, cities, fitting }: ProviderProps) => {
  const { reader } = visit
  const { words } = reader
  const content = provider as unknown as Content<'providers'>
  return (
    <Layout visit={visit} title={content.legalName} wide {...mapAssets}>
      <Done visit={visit} />
      <h1><bdi>{content.legalName}</bdi></h1>
      <Sample sample={provider['sample'] === true} reader={reader} />
      {content.description !== undefined && <Prose text={content.description} reader={reader} />}
      <div class='card'>
        <Facts
          facts={[
            [words.fields.type, content.type && codeIn(reader, 'providerTypes', content.type)],
            [words.fields.size, content.size && codeIn(reader, 'providerSizes', content.size)],
            [words.fields.headquarters, content.headquarters && [content.headquarters.city, reader.country(content.headquarters.country)].filter((part) => part !== undefined).join(', ')],
            [words.fields.countries, content.countries && reader.list(content.countries.map(reader.country))],
            [words.fields.languages, content.languages && reader.list(content.languages.map(reader.languageName))],
            [words.fields.certifications, content.certifications && <Chips plain items={content.certifications} />],
            [words.fields.website, content.website && <a href={content.website} rel='nofollow noopener'><bdi dir='ltr'>{content.website}</bdi></a>]
          ]}
        />
      </div>
      <h2>{words.profile.ownSolutions}</h2>
      {solutions.length === 0 ? <p>{words.profile.nobodyYet}</p> : <ul class='cards'>{solutions.map((solution) => <SolutionItem key={solution.id} solution={solution} provider={undefined} reader={reader} />)}</ul>}
      <h2>{words.fields.evidence}</h2>
      {deployments.length === 0
        ? <p>{words.profile.nobodyYet}</p>
        : (
          <Uses
            deployments={deployments} cities={cities} reader={reader}
            title={(deployment) => <><SolutionLink solution={solutions.find(({ id }) => id === deployment['solutionId'])} reader={reader} /> · <CityLink deployment={deployment} cities={cities} reader={reader} /></>}
          />
          )}
      <h2>{words.profile.fittingChallenges}</h2>
      {fitting.length === 0
        ? <p>{words.match.none}</p>
        : (
          <ul class='cards'>
            {fitting.map(({ match, solution }) => (
              <PeerCard key={match.challenge.id} peer={match} reader={reader} compare={`/solutions/${solution.id}/matches/${match.challenge.id}`}>
                <p class='small'>{words.office.resources.solutions}: <SolutionLink solution={solution} reader={reader} /></p>
              </PeerCard>
            ))}
          </ul>
          )}
      <Report resource='providers' profile={provider} visit={visit} />
    </Layout>
  )
}
