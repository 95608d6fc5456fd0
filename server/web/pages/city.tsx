import type { JsonObject } from '../../../db/index.ts'
import type { Content } from '../../schemas/resource.ts'
import { Evidence } from '../components/evidence.tsx'
import { ChallengeItem } from '../components/items.tsx'
import { Done } from '../components/done.tsx'
import { Layout } from '../components/layout.tsx'
import { Report } from '../components/report.tsx'
import { codeIn, Facts, Sample } from '../components/parts.tsx'
import { Phrase, Prose, readable } from '../components/text.tsx'
import type { Visit } from '../visit.ts'

type Shown = JsonObject & { id: string }

export interface CityProps {
  visit: Visit
  city: Shown
  challenges: readonly Shown[]
  deployments: readonly Shown[]
  solutions: ReadonlyMap<string, Shown>
}

export const CityPage = ({ visit, city, challenges, deployments, solutions }: CityProps) => {
  const { reader } = visit
  const { words } = reader
  const content = city as unknown as Content<'cities'>
  const solutionTitle = (deployment: Shown) => {
    const solution = solutions.get(String(deployment['solutionId']))
    return solution === undefined ? null : <a href={`/solutions/${solution.id}`}><Phrase text={solution['title'] as Content<'solutions'>['title']} reader={reader} /></a>
  }
  return (
    <Layout visit={visit} title={readable(content.name, reader).text} wide>
      <Done visit={visit} />
      <h1><Phrase text={content.name} reader={reader} /></h1>
      <p class='lead'>{reader.country(content.country)}</p>
      <Sample sample={city['sample'] === true && challenges.some((challenge) => challenge['sample'] === true)} reader={reader} />
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
      <h2>{words.profile.ownChallenges}</h2>
      {challenges.length === 0 ? <p>{words.profile.nobodyYet}</p> : <ul class='cards'>{challenges.map((challenge) => <ChallengeItem key={challenge.id} challenge={challenge} city={city} reader={reader} />)}</ul>}
      <h2>{words.fields.evidence}</h2>
      {deployments.length === 0 ? <p>{words.profile.nobodyYet}</p> : <ul class='cards'>{deployments.map((deployment) => <Evidence key={deployment.id} deployment={deployment} title={solutionTitle(deployment)} reader={reader} />)}</ul>}
      <Report resource='cities' profile={city} visit={visit} />
    </Layout>
  )
}
