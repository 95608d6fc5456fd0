import type { JsonObject } from '../../../db/index.ts'
import type { ChallengeAnswer } from '../../schemas/matches.ts'
import type { Content } from '../../schemas/resource.ts'
import { budgetOf } from '../components/amounts.ts'
import { MatchActions, Pick, Watch } from '../components/dialogue/match-actions.tsx'
import { CityName } from '../components/items.tsx'
import { Done } from '../components/done.tsx'
import { Layout } from '../components/layout.tsx'
import { Report } from '../components/report.tsx'
import { Areas, Chips, codeIn, Facts, PeerCard, Sample, SolutionCard } from '../components/parts.tsx'
import { Phrase, Prose, readable } from '../components/text.tsx'
import type { Dealings } from '../dialogue.ts'
import type { Reader } from '../reader.ts'
import type { Visit } from '../visit.ts'

export interface ChallengeProps {
  visit: Visit
  challenge: JsonObject & { id: string }
  city: (JsonObject & { id: string }) | undefined
  matches: ChallengeAnswer
  dealings: Dealings
}

const Indicators = ({ indicators, reader }: { indicators: NonNullable<Content<'challenges'>['indicators']>, reader: Reader }) => {
  const { fields } = reader.words
  const figure = (value: number | undefined): string => value === undefined ? '' : reader.number(value)
  return (
    <div class='scroll'>
      <table>
        <thead><tr><th scope='col'>{fields.indicator}</th><th scope='col' class='figure'>{fields.baseline}</th><th scope='col' class='figure'>{fields.target}</th></tr></thead>
        <tbody>{indicators.map(({ name, unit, baseline, target }) => <tr key={name}><th scope='row'><bdi>{name}</bdi>{unit !== undefined && <small> (<bdi>{unit}</bdi>)</small>}</th><td class='figure'>{figure(baseline)}</td><td class='figure'>{figure(target)}</td></tr>)}</tbody>
      </table>
    </div>
  )
}

export const ChallengePage = ({ visit, challenge, city, matches, dealings }: ChallengeProps) => {
  const { reader } = visit
  const { words } = reader
  const content = challenge as unknown as Content<'challenges'>
  const { timeline } = content
  const path = `/challenges/${challenge.id}`
  const of = ['challenges', challenge.id] as const
  const texts = ['problem', 'affected', 'desiredOutcome', 'alreadyTried', 'context'] as const
  return (
    <Layout visit={visit} title={readable(content.title, reader).text} wide>
      <Done visit={visit} />
      <h1><Phrase text={content.title} reader={reader} /></h1>
      {city !== undefined && <p class='lead'><a href={`/cities/${city.id}`}><CityName city={city} reader={reader} /></a></p>}
      <Areas areas={content.areas} reader={reader} />
      <Sample sample={challenge['sample'] === true} reader={reader} />
      <Watch visit={visit} dealings={dealings} of={of}>
        {dealings.own.has(challenge.id) && <a class='button quiet' href={`${path}/questions`}>{words.dialogue.actions.questions}</a>}
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
        </div>
        <aside class='card'>
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
        </aside>
      </div>
      <div class='columns two'>
        <section>
          <h2>{words.profile.similar}</h2>
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
          {matches.solutions.length > 1 && (
            <form id='compare' method='get' action='/compare'>
              <input type='hidden' name='challenge' value={challenge.id} />
              <p class='row'><button type='submit' class='quiet'>{words.dialogue.actions.compare}</button> <small>{words.dialogue.actions.compareHint}</small></p>
            </form>
          )}
        </section>
      </div>
      <Report resource='challenges' profile={challenge} visit={visit} />
    </Layout>
  )
}
