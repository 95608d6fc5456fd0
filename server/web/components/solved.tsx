import type { ChallengeAnswer } from '../../schemas/matches.ts'
import type { Reader } from '../reader.ts'
import { Changes } from './change.tsx'
import { codeIn, costOf, Place } from './parts.tsx'
import { Phrase } from './text.tsx'

type Peer = ChallengeAnswer['peers'][number]

/** Cities with a similar problem that did something about it: with what, since when, at what cost, and what changed. */
export const SolvedBy = ({ peers, reader }: { peers: readonly Peer[], reader: Reader }) => {
  const { fields, profile, office: { resources } } = reader.words
  return (
    <ul class='cards solved'>
      {peers.flatMap(({ challenge, deployments }) => deployments.map((deployment) => {
        const when = [deployment.period?.start, deployment.period?.end].flatMap((day) => day === undefined ? [] : [reader.day(day)]).join(' – ')
        return (
          <li key={`${challenge.id} ${deployment.id}`} class='card'>
            <h3><a href={`/cities/${deployment.city.id}`}><Place city={deployment.city} reader={reader} /></a></h3>
            <p>{resources.solutions}: <a href={`/solutions/${deployment.solution.id}`}><Phrase text={deployment.solution.title} reader={reader} /></a>{deployment.provider !== null && <> · <a href={`/providers/${deployment.provider.id}`}><bdi>{deployment.provider.legalName}</bdi></a></>}</p>
            <p class='small'>{resources.challenges}: <a href={`/challenges/${challenge.id}`}><Phrase text={challenge.title} reader={reader} /></a></p>
            <p class='meta'>
              <span>{codeIn(reader, 'deploymentStages', deployment.stage)}</span>
              {when !== '' && <span>{when}</span>}
              <span>{fields.cost}: {costOf(deployment.cost, reader) ?? reader.words.match.unsaid}</span>
              <span>{deployment.confirmed ? profile.confirmed : profile.unconfirmed}</span>
            </p>
            {deployment.indicators.length > 0 && <Changes indicators={deployment.indicators} reader={reader} />}
          </li>
        )
      }))}
    </ul>
  )
}
