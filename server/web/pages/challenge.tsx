import type { JsonObject } from '../../../db/index.ts'
import type { IntroductionAnswer } from '../../schemas/introductions.ts'
import type { ChallengeAnswer } from '../../schemas/matches.ts'
import type { Content } from '../../schemas/resource.ts'
import { budgetOf } from '../components/amounts.ts'
import { MatchActions, Pick, Watch } from '../components/dialogue/match-actions.tsx'
import { IntroductionsAbout } from '../components/dialogue/introductions-about.tsx'
import { Evidence } from '../components/evidence.tsx'
import { Improve } from '../components/improve.tsx'
import { CityName, SolutionLink } from '../components/items.tsx'
import { Done } from '../components/done.tsx'
import { Layout } from '../components/layout.tsx'
import { LeftOut } from '../components/left-out.tsx'
import { Report } from '../components/report.tsx'
import { Areas, Chips, codeIn, Facts, PeerCard, Sample, SolutionCard } from '../components/parts.tsx'
import { SolvedBy } from '../components/solved.tsx'
import { OriginalTitle, Phrase, Prose, readable } from '../components/text.tsx'
import type { Dealings } from '../dialogue.ts'
import { improvementsOfChallenge } from '../editing/improving.ts'
import type { Reader } from '../reader.ts'
import type { Visit } from '../visit.ts'

type Shown = JsonObject & { id: string }

export interface ChallengeProps {
  visit: Visit
  challenge: Shown
  city: Shown | undefined
  matches: ChallengeAnswer
  /** Solutions that were tried on it. */
  deployments: readonly Shown[]
  /** What they are solutions of, by id. */
  solutions: ReadonlyMap<string, Shown>
  dealings: Dealings
  /** Of the organisation acted for. */
  introductions: readonly IntroductionAnswer[]
}

const Indicators = ({ indicators, reader }: { indicators: NonNullable<Content<'challenges'>['indicators']>, reader: Reader }) => {
  const { fields } = reader.words
  const figure = (value: number | undefined): string => value === undefined ? '' : reader.number(value)
  return (
    <table class='changes'>
      <thead><tr><th scope='col'>{fields.indicator}</th><th scope='col' class='figure'>{fields.baseline}</th><th scope='col' class='figure'>{fields.target}</th></tr></thead>
      <tbody>{indicators.map(({ name, unit, baseline, target }) => <tr key={name}><th scope='row'><bdi>{name}</bdi>{unit !== undefined && <small> (<bdi>{unit}</bdi>)</small>}</th><td class='figure'>{figure(baseline)}</td><td class='figure'>{figure(target)}</td></tr>)}</tbody>
    </table>
  )
}

const Tried = ({ deployments, solutions, reader }: Pick<ChallengeProps, 'deployments' | 'solutions'> & { reader: Reader }) => deployments.length === 0
  ? null
  : (
    <section>
      <h2>{reader.words.profile.triedHere}</h2>
      <ul class='cards'>
        {deployments.map((deployment) => <Evidence key={deployment.id} deployment={deployment} reader={reader} title={<SolutionLink solution={solutions.get(String(deployment['solutionId']))} reader={reader} />} />)}
      </ul>
    </section>
    )

export const ChallengePage = ({ visit, challenge, city, matches, deployments, solutions, dealings, introductions }: ChallengeProps) => {
  const { reader } = visit
  const { words } = reader
  const content = challenge as unknown as Content<'challenges'>
  const { timeline } = content
  const path = `/challenges/${challenge.id}`
  const of = ['challenges', challenge.id] as const
  const own = dealings.own.has(challenge.id)
  const solvedBy = matches.peers.filter((peer) => peer.deployments.length > 0)
  const texts = ['problem', 'affected', 'desiredOutcome', 'alreadyTried', 'context'] as const
  return (
    <Layout visit={visit} title={readable(content.title, reader).text} wide>
      <Done visit={visit} />
      <h1><Phrase text={content.title} reader={reader} /></h1>
      <OriginalTitle text={content.title} reader={reader} />
      {city !== undefined && <p class='lead'><a href={`/cities/${city.id}`}><CityName city={city} reader={reader} /></a></p>}
      <Areas areas={content.areas} reader={reader} />
      <Sample sample={challenge['sample'] === true} reader={reader} />
      <Watch visit={visit} dealings={dealings} of={of}>
        {own && <a class='button quiet' href={`${path}/questions`}>{words.dialogue.actions.questions}</a>}
      </Watch>
      <div class='columns aside'>
        <div>
          {texts.map((name) => {
            const text = content[name]
            return text === undefined ? null : <section key={name}><h2>{words.fields[name]}</h2><Prose text={text} reader={reader} /></section>
          })}
          {content.constraints !== undefined && (
            <section>
              <h2>{words.fields.constraints}</h2>
              <ul>{content.constraints.map(({ text, hard }) => <li key={text.text}><Phrase text={text} reader={reader} /> <small>({hard ? words.fields.hard : words.fields.soft})</small></li>)}</ul>
            </section>
          )}
          {content.indicators !== undefined && <section><h2>{words.fields.indicators}</h2><Indicators indicators={content.indicators} reader={reader} /></section>}
          <IntroductionsAbout introductions={introductions} reader={reader} />
        </div>
        <aside>
          <section class='card'>
            <h2>{words.profile.facts}</h2>
            <Facts
              facts={[
                [words.fields.stage, content.stage && codeIn(reader, 'challengeStages', content.stage)],
                [words.fields.seeking, content.seeking && reader.list(content.seeking.map((code) => codeIn(reader, 'seekings', code)))],
                [words.fields.beneficiaries, content.beneficiaries && reader.list(content.beneficiaries.map((code) => codeIn(reader, 'beneficiaryGroups', code)))],
                [words.fields.budget, budgetOf(content.budget, reader)],
                [words.fields.decisionBy, timeline?.decisionBy && reader.day(timeline.decisionBy)],
                [words.fields.neededBy, timeline?.neededBy && reader.day(timeline.neededBy)],
                [words.fields.procurementRoute, content.procurementRoute && codeIn(reader, 'procurementRoutes', content.procurementRoute)],
                [words.fields.requiredStandards, content.requiredStandards && <Chips plain items={content.requiredStandards} />],
                [words.fields.dataResidency, content.dataResidency && reader.list(content.dataResidency.map(reader.country))],
                [words.fields.openToJointWork, content.openToJointWork === undefined ? undefined : content.openToJointWork ? words.profile.yes : words.profile.no],
                [words.fields.sdgTargets, content.sdgTargets && <Chips plain items={content.sdgTargets} />],
                [words.fields.updated, reader.day(String(challenge['updatedAt']))]
              ]}
            />
          </section>
          {own && <Improve improvements={improvementsOfChallenge(matches)} cityId={content.cityId} form={`${path}/edit`} reader={reader} />}
        </aside>
      </div>
      <div class='columns two'>
        <section>
          <h2 id='matches'>{words.profile.similar}</h2>
          {matches.peers.length === 0
            ? <p>{words.match.none}</p>
            : (
              <ul class='cards'>
                {matches.peers.map((peer) => (
                  <PeerCard key={peer.challenge.id} peer={peer} reader={reader} compare={`${path}/matches/${peer.challenge.id}`}>
                    <MatchActions visit={visit} dealings={dealings} of={of} matchId={peer.challenge.id} title={<Phrase text={peer.challenge.title} reader={reader} />} pair={{ challengeId: challenge.id, with: { resource: 'challenges', id: peer.challenge.id }, answers: true }} />
                  </PeerCard>
                ))}
              </ul>
              )}
          <LeftOut counts={matches.counts.peers} reader={reader} />
        </section>
        <section>
          <h2>{words.profile.fitting}</h2>
          {matches.solutions.length === 0
            ? <p>{words.match.none}</p>
            : (
              <ul class='cards'>
                {matches.solutions.map((match) => (
                  <SolutionCard key={match.solution.id} solution={match} reader={reader} compare={`${path}/matches/${match.solution.id}`}>
                    <MatchActions visit={visit} dealings={dealings} of={of} matchId={match.solution.id} title={<Phrase text={match.solution.title} reader={reader} />} pair={{ challengeId: challenge.id, with: { resource: 'solutions', id: match.solution.id }, answers: match.solution.provider !== null }} />
                    <Pick form='compare' id={match.solution.id} title={<Phrase text={match.solution.title} reader={reader} />} visit={visit} />
                  </SolutionCard>
                ))}
              </ul>
              )}
          <LeftOut counts={matches.counts.solutions} reader={reader} />
          {matches.solutions.length > 1 && (
            <form id='compare' method='get' action='/compare'>
              <input type='hidden' name='challenge' value={challenge.id} />
              <p class='row'><button type='submit' class='quiet'>{words.dialogue.actions.compare}</button> <small>{words.dialogue.actions.compareHint}</small></p>
            </form>
          )}
        </section>
      </div>
      {solvedBy.length > 0 && <section><h2>{words.profile.solvedBy}</h2><SolvedBy peers={solvedBy} reader={reader} /></section>}
      <Tried deployments={deployments} solutions={solutions} reader={reader} />
      <Report resource='challenges' profile={challenge} visit={visit} />
    </Layout>
  )
}
