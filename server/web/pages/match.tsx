import type { ComponentChildren } from 'preact'
import type { ChallengeAnswer, MatchFields } from '../../schemas/matches.ts'
import type { Text } from '../../schemas/text.ts'
import { Layout } from '../components/layout.tsx'
import type { Party } from '../components/pair/asked.ts'
import { ConceptChips } from '../components/pair/concepts.tsx'
import { Conditions } from '../components/pair/conditions.tsx'
import { FacetBars } from '../components/pair/facets.tsx'
import { type PairSide, PairTexts } from '../components/pair/texts.tsx'
import { type Fillable, WouldChange } from '../components/pair/would-change.tsx'
import { Band, PeerCard, SolutionCard } from '../components/parts.tsx'
import { ScoreBar } from '../components/score-bar.tsx'
import { Phrase, readable } from '../components/text.tsx'
import type { Visit } from '../visit.ts'

/** One of the two, in all that the page says of it. */
export interface Half extends PairSide, Fillable {
  readonly title: Text
  readonly party: Party
}

export interface SideBySideProps {
  visit: Visit
  query: Half
  found: Half
  match: MatchFields
  /** What one may do about it. */
  children?: ComponentChildren
}

/** One match: what the two say, what both speak of, conditions, what the score is made of, what would make it surer. */
export const SideBySide = ({ visit, query, found, match, children }: SideBySideProps) => {
  const { reader } = visit
  const { words } = reader
  const failing = match.gates.some(({ outcome }) => outcome === 'fail')
  return (
    <Layout visit={visit} title={`${words.match.sideBySide}: ${readable(query.title, reader).text} ↔ ${readable(found.title, reader).text}`} wide>
      <h1>{words.match.sideBySide}</h1>
      <p class='lead'><a href={query.href}><Phrase text={query.title} reader={reader} /></a> <span aria-hidden='true'>↔</span> <a href={found.href}><Phrase text={found.title} reader={reader} /></a></p>
      <p><Band band={match.band} reader={reader} /></p>
      {children}
      <h2>{words.match.why}</h2>
      <ul class='reasons'>{match.reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
      {(match.concepts.length > 0 || match.sharedTerms.length > 0) && (
        <>
          <h2>{words.match.concepts}</h2>
          <ConceptChips match={match} languages={match.languages} reader={reader} />
        </>
      )}
      <h2>{words.match.passages}</h2>
      <PairTexts match={match} query={query} found={found} reader={reader} />
      {match.gates.length > 0 && (
        <>
          <h2>{words.match.gates}</h2>
          {failing && <p class='note'>{words.match.failing}</p>}
          <Conditions gates={match.gates} query={query.party} found={found.party} reader={reader} />
        </>
      )}
      <div class='columns two made-of'>
        <section>
          <h2>{words.match.facets}</h2>
          <FacetBars parts={match.parts} query={query.party} found={found.party} reader={reader} />
        </section>
        <section>
          <h2>{words.match.parts}</h2>
          <ScoreBar match={match} reader={reader} />
        </section>
      </div>
      {match.missing.length > 0 && (
        <>
          <h2>{words.match.missing}</h2>
          <WouldChange match={match} sides={{ query, match: found }} reader={reader} />
        </>
      )}
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
