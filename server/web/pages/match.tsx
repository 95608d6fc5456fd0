import type { ComponentChildren } from 'preact'
import type { ChallengeAnswer, MatchFields } from '../../schemas/matches.ts'
import { Layout } from '../components/layout.tsx'
import { Band, Chips, codeIn, PeerCard, SolutionCard } from '../components/parts.tsx'
import { ScoreBar } from '../components/score-bar.tsx'
import { spoken } from '../components/text.tsx'
import type { Reader } from '../reader.ts'
import type { Visit } from '../visit.ts'

/** A passage with the words that tie it to the other one marked, as far as it says them itself. */
const Marked = ({ text, language, shared }: { text: string, language: string, shared: readonly string[] }) => {
  const words = shared.filter((word) => word.length > 1).toSorted((a, b) => b.length - a.length).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pieces = words.length === 0 ? [text] : text.split(new RegExp(`(${words.join('|')})`, 'giu'))
  return <div {...spoken(language)}>{pieces.map((piece, index) => index % 2 === 1 ? <mark key={index}>{piece}</mark> : piece)}</div>
}

const Passages = ({ passages, reader: { words } }: { passages: MatchFields['passages'], reader: Reader }) => (
  <div class='passages'>
    {passages.map((pair, index) => (
      <div class='pair' key={index}>
        <blockquote class='passage'><b>{words.match.yours} {index + 1}</b><Marked text={pair.query} language={pair.queryLanguage} shared={pair.shared} /></blockquote>
        <blockquote class='passage'><b>{words.match.theirs} {index + 1}</b><Marked text={pair.match} language={pair.matchLanguage} shared={pair.shared} /></blockquote>
      </div>
    ))}
  </div>
)

export interface SideBySideProps {
  visit: Visit
  query: { href: string, title: string, language: string }
  found: { href: string, title: string, language: string }
  match: MatchFields
  /** What one may do about it. */
  children?: ComponentChildren
}

/** One match: what the two say, what both speak of, conditions, what the score is made of, what would make it surer. */
export const SideBySide = ({ visit, query, found, match, children }: SideBySideProps) => {
  const { reader } = visit
  const { words } = reader
  return (
    <Layout visit={visit} title={words.match.sideBySide} wide>
      <h1>{words.match.sideBySide}</h1>
      <div class='columns two'>
        <p class='card'><small>{words.match.yours}</small><br /><a href={query.href} {...spoken(query.language)}>{query.title}</a></p>
        <p class='card'><small>{words.match.theirs}</small><br /><a href={found.href} {...spoken(found.language)}>{found.title}</a></p>
      </div>
      <p><Band band={match.band} reader={reader} /></p>
      {children}
      <h2>{words.match.why}</h2>
      <ul class='reasons'>{match.reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
      {match.concepts.length > 0 && (
        <>
          <h2>{words.match.concepts}</h2>
          <Chips items={match.concepts.map(({ query: said, match: meant }) => said === meant ? said : `${said} ↔ ${meant}`)} />
        </>
      )}
      {match.passages.length > 0 && <><h2>{words.match.passages}</h2><Passages passages={match.passages} reader={reader} /></>}
      {match.gates.length > 0 && (
        <>
          <h2>{words.match.gates}</h2>
          <ul class='gates'>{match.gates.map(({ rule, outcome }) => <li key={rule} class={outcome}>{codeIn(reader, 'gates', rule)} <small>({words.match.gate[outcome]})</small></li>)}</ul>
        </>
      )}
      <h2>{words.match.parts}</h2>
      <ScoreBar match={match} reader={reader} />
      {match.missing.length > 0 && <><h2>{words.match.missing}</h2><ul>{match.missing.map(({ advice }) => <li key={advice}>{advice}</li>)}</ul></>}
    </Layout>
  )
}

/** What a text that is not registered finds. */
export const Found = ({ visit, text, matches }: { visit: Visit, text: string, matches: ChallengeAnswer }) => {
  const { reader } = visit
  const { words } = reader
  return (
    <Layout visit={visit} title={words.home.find} wide>
      <h1>{words.home.find}</h1>
      <form action='/match' method='get' class='card'>
        <label for='text'>{words.home.describe}</label>
        <div class='field'><textarea id='text' name='text' required minLength={3} maxLength={1500} dir='auto'>{text}</textarea></div>
        <button type='submit'>{words.home.find}</button>
      </form>
      <p class='row links after'>
        <a href='#peers'>{words.profile.similar} ({reader.number(matches.peers.length)})</a>
        <a href='#solutions'>{words.profile.fitting} ({reader.number(matches.solutions.length)})</a>
      </p>
      <p><a class='button quiet' href={`/searches/new?text=${encodeURIComponent(text)}`}>{words.dialogue.actions.saveSearch}</a></p>
      <div class='columns two'>
        <section>
          <h2 id='peers'>{words.profile.similar}</h2>
          {matches.peers.length === 0 ? <p>{words.match.none}</p> : <ul class='cards'>{matches.peers.map((peer) => <PeerCard key={peer.challenge.id} peer={peer} reader={reader} />)}</ul>}
        </section>
        <section>
          <h2 id='solutions'>{words.profile.fitting}</h2>
          {matches.solutions.length === 0 ? <p>{words.match.none}</p> : <ul class='cards'>{matches.solutions.map((solution) => <SolutionCard key={solution.solution.id} solution={solution} reader={reader} />)}</ul>}
        </section>
      </div>
    </Layout>
  )
}
