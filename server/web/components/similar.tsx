import type { ComponentChildren } from 'preact'
import type { ChallengeAnswer, SolutionAnswer } from '../../schemas/matches.ts'
import type { Reader } from '../reader.ts'
import { Band, Place } from './parts.tsx'
import { Phrase } from './text.tsx'

/** What a text that is being written is like; null while it is too short to tell. */
export type Similar = Pick<ChallengeAnswer, 'peers' | 'solutions'> | Pick<SolutionAnswer, 'challenges'> | null

type Peer = ChallengeAnswer['peers'][number] | SolutionAnswer['challenges'][number]

/** Opens beside the form: what is being typed stays. */
const Away = ({ href, reader, children }: { href: string, reader: Reader, children: ComponentChildren }) => (
  <a href={href} target='_blank' rel='noopener noreferrer'>{children}<span class='hidden'> ({reader.words.editing.newWindow})</span></a>
)

const Why = ({ reasons }: { reasons: readonly string[] }) => <ul class='reasons small'>{reasons.slice(0, 2).map((reason) => <li key={reason}>{reason}</li>)}</ul>

const Peers = ({ peers, reader }: { peers: readonly Peer[], reader: Reader }) => (
  <ul class='cards'>
    {peers.map(({ challenge, band, reasons }) => (
      <li key={challenge.id} class='card'>
        <h3><Away href={`/challenges/${challenge.id}`} reader={reader}><Phrase text={challenge.title} reader={reader} /></Away></h3>
        <p class='meta'><span><Place city={challenge.city} reader={reader} /></span> <Band band={band} reader={reader} /></p>
        <Why reasons={reasons} />
      </li>
    ))}
  </ul>
)

const Solutions = ({ solutions, reader }: { solutions: ChallengeAnswer['solutions'], reader: Reader }) => (
  <ul class='cards'>
    {solutions.map(({ solution, band, reasons }) => (
      <li key={solution.id} class='card'>
        <h3><Away href={`/solutions/${solution.id}`} reader={reader}><Phrase text={solution.title} reader={reader} /></Away></h3>
        <p class='meta'>{solution.provider !== null && <bdi>{solution.provider.legalName}</bdi>} <Band band={band} reader={reader} /></p>
        <Why reasons={reasons} />
      </li>
    ))}
  </ul>
)

/** What is like a text, as far as it is written. The script tells the counts to who cannot see the list. */
export const SimilarList = ({ similar, reader }: { similar: Similar, reader: Reader }) => {
  const { similar: words } = reader.words.editing
  if (similar === null) return <p class='hint'>{words.short}</p>
  if ('challenges' in similar) {
    const { challenges } = similar
    return challenges.length === 0
      ? <p data-said>{words.none}</p>
      : <><p class='found' data-said>{reader.count(words.foundChallenges, challenges.length)}</p><Peers peers={challenges} reader={reader} /></>
  }
  const { peers, solutions } = similar
  if (peers.length + solutions.length === 0) return <p data-said>{words.none}</p>
  return (
    <>
      {peers.length > 0 && <><p class='found' data-said>{reader.count(words.foundCities, peers.length)}</p><Peers peers={peers} reader={reader} /></>}
      {solutions.length > 0 && <><p class='found' data-said>{reader.count(words.foundSolutions, solutions.length)}</p><Solutions solutions={solutions} reader={reader} /></>}
    </>
  )
}

/** Beside the first texts of a form: asks again after a pause in typing, or by its button. */
export const SimilarPanel = ({ resource, id, similar, texts, reader }: { resource: 'challenges' | 'solutions', id: string | null, similar: Similar | undefined, texts: readonly string[], reader: Reader }) => {
  const { similar: words, buttons } = reader.words.editing
  const inputs = texts.map((name) => `#f-${name}`)
  const asking = {
    'hx-get': `/${resource}/similar${id === null ? '' : `?id=${id}`}`,
    'hx-trigger': inputs.map((input) => `input changed delay:900ms from:${input}`).join(', '),
    'hx-include': inputs.join(', '),
    'hx-sync': 'replace'
  }
  return (
    <aside aria-labelledby='similar-title'>
      <h2 id='similar-title'>{resource === 'challenges' ? words.title : words.solutionTitle}</h2>
      <p class='hint'>{resource === 'challenges' ? words.hint : words.solutionHint}</p>
      <p><button type='submit' class='quiet' name='do' value='similar' formNoValidate>{buttons.similar}</button></p>
      <p class='hidden' role='status' id='similar-status' />
      <div id='similar' {...asking}>{similar !== undefined && <SimilarList similar={similar} reader={reader} />}</div>
    </aside>
  )
}
