import type { MatchFields } from '../../../schemas/matches.ts'
import type { Reader } from '../../reader.ts'
import { spoken } from '../text.tsx'
import { saysWord } from './marked.tsx'
import { TieLink } from './texts.tsx'

type Concept = MatchFields['concepts'][number]

/** Passages in which both say it. */
const sayingIt = (concept: Concept, passages: MatchFields['passages']): number[] =>
  passages.flatMap(({ query, match }, index) => saysWord(query, concept.query) && saysWord(match, concept.match) ? [index + 1] : [])

/** What both speak of, as each says it and, where neither speaks the reader's language, in that; with the passages that say it. */
export const ConceptChips = ({ match: { concepts, passages, sharedTerms }, languages, reader }: { match: Pick<MatchFields, 'concepts' | 'passages' | 'sharedTerms'>, languages: readonly string[], reader: Reader }) => {
  const { match: words } = reader.words
  const said = new Set(concepts.flatMap(({ query, match }) => [query.toLowerCase(), match.toLowerCase()]))
  const same = sharedTerms.filter((term) => !said.has(term.toLowerCase()))
  return (
    <>
      {concepts.length > 0 && (
        <ul class='chips concepts' aria-label={words.concepts}>
          {concepts.map((concept) => (
            <li key={concept.concept} class='chip'>
              <bdi {...spoken(concept.queryLanguage)}>{concept.query}</bdi>
              <span aria-hidden='true'> ↔ </span><span class='hidden'>, </span>
              <bdi {...spoken(concept.matchLanguage)}>{concept.match}</bdi>
              {concept.reader !== undefined && <> (<bdi lang={reader.language}>{concept.reader}</bdi>)</>}
              {sayingIt(concept, passages).map((number) => <TieLink key={number} side='query' number={number} reader={reader} own={false} />)}
            </li>
          ))}
        </ul>
      )}
      {same.length > 0 && (
        <>
          <h3>{reader.words.codes.parts.text}</h3>
          <ul class='chips'>{same.map((term) => <li key={term} class='chip plain'><bdi {...spoken(languages[0] ?? 'und')}>{term}</bdi></li>)}</ul>
        </>
      )}
    </>
  )
}
