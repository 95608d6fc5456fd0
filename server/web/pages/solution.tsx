import type { JsonObject } from '../../../db/index.ts'
import type { IntroductionAnswer } from '../../schemas/introductions.ts'
import type { SolutionAnswer } from '../../schemas/matches.ts'
import type { Content } from '../../schemas/resource.ts'
import { fitOf, monthsOf, priceOf } from '../components/amounts.ts'
import { MatchActions, Watch } from '../components/dialogue/match-actions.tsx'
import { IntroductionsAbout } from '../components/dialogue/introductions-about.tsx'
import { Improve } from '../components/improve.tsx'
import { CityLink, Uses } from '../components/uses.tsx'
import { Done } from '../components/done.tsx'
import { Layout } from '../components/layout.tsx'
import { mapAssets } from '../components/world-map.tsx'
import { LeftOut } from '../components/left-out.tsx'
import { Report } from '../components/report.tsx'
import { Areas, Chips, codeIn, Facts, PeerCard, Sample } from '../components/parts.tsx'
import { OriginalTitle, Phrase, Prose, readable } from '../components/text.tsx'
import type { Dealings } from '../dialogue.ts'
import { improvementsOfSolution } from '../editing/improving.ts'
import type { Visit } from '../visit.ts'

type Shown = JsonObject & { id: string }

export interface SolutionProps {
  visit: Visit
  solution: Shown
  provider: Shown | undefined
  deployments: readonly Shown[]
  cities: ReadonlyMap<string, Shown>
  matches: SolutionAnswer
  dealings: Dealings
  /** Of the organisation acted for. */
  introductions: readonly IntroductionAnswer[]
}

export const SolutionPage = ({ visit, solution, provider, deployments, cities, matches, dealings, introductions }: SolutionProps) => {
  const { reader } = visit
  const { words } = reader
  const content = solution as unknown as Content<'solutions'>
  const texts = [['summary', content.summary], ['solves', content.problem], ['howItWorks', content.howItWorks], ['benefit', content.benefit]] as const
  return (
    <Layout visit={visit} title={readable(content.title, reader).text} wide {...mapAssets}>
      <Done visit={visit} />
      <h1><Phrase text={content.title} reader={reader} /></h1>
      <OriginalTitle text={content.title} reader={reader} />
      {provider !== undefined && <p class='lead'><a href={`/providers/${provider.id}`}><bdi>{String(provider['legalName'])}</bdi></a></p>}
      <Areas areas={content.areas} reader={reader} />
      <Sample sample={solution['sample'] === true} reader={reader} />
      <Watch visit={visit} dealings={dealings} of={['solutions', solution.id]} />
      {dealings.own.has(solution.id) && <Improve improvements={improvementsOfSolution(matches)} cityId={undefined} form={`/solutions/${solution.id}/edit`} reader={reader} />}
      <IntroductionsAbout introductions={introductions} reader={reader} />
      <div class='columns aside'>
        <div>
          {texts.map(([name, text]) => text === undefined ? null : <section key={name}><h2>{words.fields[name]}</h2><Prose text={text} reader={reader} /></section>)}
          {content.prerequisites !== undefined && <section><h2>{words.fields.prerequisites}</h2><ul>{content.prerequisites.map((text) => <li key={text.text}><Phrase text={text} reader={reader} /></li>)}</ul></section>}
        </div>
        <aside class='card'>
          <h2>{words.profile.facts}</h2>
          <Facts
            facts={[
              [words.fields.kind, codeIn(reader, 'solutionKinds', content.kind)],
              [words.fields.readiness, content.readiness && `${reader.number(content.readiness)} / ${reader.number(9)}`],
              [words.fields.price, priceOf(content.price, reader)],
              [words.fields.deliveryMonths, monthsOf(content.deliveryMonths, reader)],
              [words.fields.fit, fitOf(content.fit, reader)],
              [words.fields.countries, content.countries && reader.list(content.countries.map(reader.country))],
              [words.fields.languages, content.languages && reader.list(content.languages.map(reader.languageName))],
              [words.fields.standards, content.standards && <Chips plain items={content.standards} />],
              [words.fields.dataHosting, content.dataHosting && reader.list(content.dataHosting.map(reader.country))],
              [words.fields.licence, content.licence],
              [words.fields.sdgTargets, content.sdgTargets && <Chips plain items={content.sdgTargets} />],
              [words.fields.updated, reader.day(String(solution['updatedAt']))]
            ]}
          />
        </aside>
      </div>
      <h2>{words.fields.evidence}</h2>
      {deployments.length === 0
        ? <p>{words.profile.nobodyYet}</p>
        : <Uses deployments={deployments} cities={cities} reader={reader} title={(deployment) => <CityLink deployment={deployment} cities={cities} reader={reader} />} />}
      <h2 id='matches'>{words.profile.fittingChallenges}</h2>
      {matches.challenges.length === 0
        ? <p>{words.match.none}</p>
        : (
          <ul class='cards'>
            {matches.challenges.map((match) => (
              <PeerCard key={match.challenge.id} peer={match} reader={reader} compare={`/solutions/${solution.id}/matches/${match.challenge.id}`}>
                <MatchActions visit={visit} dealings={dealings} of={['solutions', solution.id]} matchId={match.challenge.id} title={<Phrase text={match.challenge.title} reader={reader} />} pair={{ challengeId: match.challenge.id, with: { resource: 'solutions', id: solution.id }, answers: content.providerId !== undefined }} />
              </PeerCard>
            ))}
          </ul>
          )}
      <LeftOut counts={matches.counts.challenges} reader={reader} />
      <Report resource='solutions' profile={solution} visit={visit} />
    </Layout>
  )
}
