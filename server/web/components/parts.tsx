import type { ComponentChildren } from 'preact'
import type { ChallengeAnswer, MatchFields, SolutionAnswer } from '../../schemas/matches.ts'
import type { Reader } from '../reader.ts'
import { Phrase } from './text.tsx'

type Codes = Reader['words']['codes']

/** A code in the reader's words; one that we do not know stays as it is. */
export const codeIn = (reader: Reader, list: keyof Codes, code: string): string => (reader.words.codes[list] as Readonly<Record<string, string>>)[code] ?? code

export const Chips = ({ items, plain = false, label }: { items: readonly string[], plain?: boolean, label?: string }) => items.length === 0
  ? null
  : <ul class='chips' aria-label={label}>{items.map((item) => <li key={item} class={plain ? 'chip plain' : 'chip'}>{item}</li>)}</ul>

/** Areas, each with the colour it has everywhere. */
export const Areas = ({ areas, reader }: { areas: readonly string[], reader: Reader }) => areas.length === 0
  ? null
  : <ul class='chips' aria-label={reader.words.fields.area}>{areas.map((area) => <li key={area} class={`chip area area-${area}`}>{codeIn(reader, 'areas', area)}</li>)}</ul>

/** Facts as terms and what they are; those that are not known are left out. */
export const Facts = ({ facts }: { facts: ReadonlyArray<readonly [string, ComponentChildren]> }) => (
  <dl class='facts'>
    {facts.filter(([, value]) => value !== undefined && value !== null && value !== '' && value !== false).map(([name, value]) => [<dt key={`${name}-t`}>{name}</dt>, <dd key={`${name}-d`}>{value}</dd>])}
  </dl>
)

export const Band = ({ band, reader: { words: { match } } }: { band: MatchFields['band'], reader: Reader }) =>
  <span class={`band ${band ?? 'none'}`}>{match.band[band ?? 'none']}</span>

type Brief = ChallengeAnswer['peers'][number]['challenge']
type SolutionBrief = ChallengeAnswer['solutions'][number]['solution']

export const Place = ({ city, reader }: { city: Brief['city'], reader: Reader }) => (
  <><Phrase text={city.name} reader={reader} />{reader.comma}{reader.country(city.country)}</>
)

const Reasons = ({ reasons }: { reasons: readonly string[] }) => reasons.length === 0
  ? null
  : <ul class='reasons'>{reasons.slice(0, 4).map((reason) => <li key={reason}>{reason}</li>)}</ul>

type Deployment = MatchFields['deployments'][number]

export const costOf = (cost: Deployment['cost'], reader: Reader): string | undefined => cost === undefined ? undefined : reader.money(cost.amount, cost.currency)

const Solved = ({ deployments, reader }: { deployments: readonly Deployment[], reader: Reader }) => deployments.length === 0
  ? null
  : (
    <p class='small'>{reader.words.match.solved}{' '}
      {deployments.slice(0, 2).map((deployment, index) => (
        <span key={deployment.id}>{index > 0 && '; '}<a href={`/solutions/${deployment.solution.id}`}><Phrase text={deployment.solution.title} reader={reader} /></a>
          {deployment.cost !== undefined && <> ({costOf(deployment.cost, reader)})</>}
        </span>
      ))}
    </p>
    )

const Used = ({ deployments, reader }: { deployments: readonly Deployment[], reader: Reader }) => deployments.length === 0
  ? null
  : (
    <p class='small'>{reader.words.match.usedIn}{' '}
      {deployments.slice(0, 3).map((deployment, index) => (
        <span key={deployment.id}>{index > 0 && '; '}<Place city={deployment.city} reader={reader} />{deployment.confirmed && <> ({reader.words.profile.confirmed})</>}</span>
      ))}
    </p>
    )

/** A city with a similar problem, with why. */
export const PeerCard = ({ peer, reader, compare, children }: { peer: ChallengeAnswer['peers'][number] | SolutionAnswer['challenges'][number], reader: Reader, compare?: string, children?: ComponentChildren }) => (
  <li class='card'>
    <h3><a href={`/challenges/${peer.challenge.id}`}><Phrase text={peer.challenge.title} reader={reader} /></a></h3>
    <p class='meta'><span><Place city={peer.challenge.city} reader={reader} /></span> <Band band={peer.band} reader={reader} /></p>
    <Reasons reasons={peer.reasons} />
    <Solved deployments={peer.deployments} reader={reader} />
    {compare !== undefined && <p><a href={compare}>{reader.words.match.compare}<span class='hidden'>: <Phrase text={peer.challenge.title} reader={reader} /></span></a></p>}
    {children}
  </li>
)

/** A solution that fits, with why. */
export const SolutionCard = ({ solution: match, reader, compare, children }: { solution: ChallengeAnswer['solutions'][number], reader: Reader, compare?: string, children?: ComponentChildren }) => (
  <li class='card'>
    <h3><a href={`/solutions/${match.solution.id}`}><Phrase text={match.solution.title} reader={reader} /></a></h3>
    <p class='meta'><ProviderName solution={match.solution} reader={reader} /> <Band band={match.band} reader={reader} /></p>
    <Reasons reasons={match.reasons} />
    <Used deployments={match.deployments} reader={reader} />
    {match.fitsPeers.length > 0 && <p class='small'>{reader.count(reader.words.match.fitsPeers, match.fitsPeers.length)}</p>}
    {compare !== undefined && <p><a href={compare}>{reader.words.match.compare}<span class='hidden'>: <Phrase text={match.solution.title} reader={reader} /></span></a></p>}
    {children}
  </li>
)

const ProviderName = ({ solution, reader }: { solution: SolutionBrief, reader: Reader }) => (
  <span>{codeIn(reader, 'solutionKinds', solution.kind)}{solution.provider !== null && <> · <bdi>{solution.provider.legalName}</bdi></>}</span>
)

export const Sample = ({ sample, reader }: { sample: boolean, reader: Reader }) => sample ? <p class='note'>{reader.words.profile.sample}</p> : null
