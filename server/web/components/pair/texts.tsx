import type { MatchFields } from '../../../schemas/matches.ts'
import type { Reader } from '../../reader.ts'
import { Label, readable, spoken } from '../text.tsx'
import { Marked } from './marked.tsx'
import { type Passage, type Piece, piecesOf, type Place, placesOf, type Said, type Side, versionsOf } from './places.ts'

type Fields = Reader['words']['fields']

/** Passages of one answer are five at most, each with a colour and a line of its own. */
const colour = (number: number): string => `t${(number - 1) % 5 + 1}`

const idOf = (side: Side, number: number): string => `${side === 'query' ? 'asked' : 'found'}-${number}`
const other = (side: Side): Side => side === 'query' ? 'match' : 'query'

/** The number of a passage, which leads to the one it is tied to. */
export const TieLink = ({ side, number, reader, own }: { side: Side, number: number, reader: Reader, own: boolean }) => {
  const { match: words } = reader.words
  const to = own ? other(side) : side
  return (
    <a class={`tie-number ${colour(number)}`} id={own ? idOf(side, number) : undefined} href={`#${idOf(to, number)}`} lang={reader.language} dir={reader.direction}>
      {reader.number(number)}<span class='hidden'>: {to === 'query' ? words.toYours : words.toTheirs}</span>
    </a>
  )
}

const Pieces = ({ pieces, side, words, reader }: { pieces: readonly Piece[], side: Side, words: (number: number) => readonly string[], reader: Reader }) => (
  <>
    {pieces.map(({ text, numbers: [first, ...more], begins }, index) => first === undefined
      ? text
      : (
        <span key={index} class={`tie ${colour(first)}`}>
          {begins.map((number) => <TieLink key={number} side={side} number={number} reader={reader} own />)}
          <Marked text={text} words={[first, ...more].flatMap(words)} />
        </span>
        ))}
  </>
)

interface SideProps {
  side: Side
  said: readonly Said[]
  places: readonly Place[]
  /** Words that tie a passage to its partner, as this side says them. */
  words: (number: number) => readonly string[]
  reader: Reader
}

const headingOf = (name: string, resource: 'challenges' | 'solutions', fields: Fields): string =>
  name === 'problem' && resource === 'solutions' ? fields.solves : (fields as Readonly<Record<string, string>>)[name] ?? name

/** Everything a profile says, the title apart under its own; of each text what the reader reads, and whatever else a passage stands in. */
export const WholeText = ({ side, said, places, words, reader, resource }: SideProps & { resource: 'challenges' | 'solutions' }) => (
  <>
    {said.map(({ name, text }, number) => {
      const read = readable(text, reader)
      const all = versionsOf(text)
      const here = places.filter((place) => place.text === number)
      const shown = all.map((version, index) => ({ version, index, of: here.filter((place) => place.version === index) }))
        .filter(({ version, of }) => of.length > 0 || (version.language === read.language && version.text === read.text))
        .toSorted((a, b) => Number(b.version.text === read.text) - Number(a.version.text === read.text))
      return (
        <section key={number}>
          {name !== 'title' && name !== said[number - 1]?.name && <h3>{headingOf(name, resource, reader.words.fields)}</h3>}
          {shown.map(({ version, index, of }) => (
            <div key={index}>
              {(index > 0 || shown.length > 1) && <Label version={version} original={index === 0} reader={reader} />}
              <p class={name === 'title' ? 'pair-title' : 'written'} {...spoken(version.language)}><Pieces pieces={piecesOf(version.text, of)} side={side} words={words} reader={reader} /></p>
            </div>
          ))}
        </section>
      )
    })}
  </>
)

/** Passages that are not to be found in what the reader sees of the texts stand in a list, with the same numbers. */
const Elsewhere = ({ passages, lacking, words, reader }: { passages: readonly Passage[], lacking: Readonly<Record<Side, ReadonlySet<number>>>, words: Readonly<Record<Side, (number: number) => readonly string[]>>, reader: Reader }) => {
  const rows = passages.flatMap((pair, index) => (['query', 'match'] as const).filter((side) => lacking[side].has(index + 1)).map((side) => ({ side, number: index + 1, text: pair[side], language: side === 'query' ? pair.queryLanguage : pair.matchLanguage })))
  if (rows.length === 0) return null
  const { match } = reader.words
  return (
    <section>
      <h3>{match.elsewhere}</h3>
      <ul class='plain'>
        {rows.map(({ side, number, text, language }) => (
          <li key={`${side}-${number}`}>
            <small>{side === 'query' ? match.yours : match.theirs}</small>
            <p class='written' {...spoken(language)}><span class={`tie ${colour(number)}`}><TieLink side={side} number={number} reader={reader} own /><Marked text={text} words={words[side](number)} /></span></p>
          </li>
        ))}
      </ul>
    </section>
  )
}

export interface PairSide {
  readonly resource: 'challenges' | 'solutions'
  readonly href: string
  readonly said: readonly Said[]
  /** Whose it is. */
  readonly of: string
}

/** The two texts beside each other; what made the match is marked in both, tied by number and colour. */
export const PairTexts = ({ match: { passages, concepts }, query, found, reader }: { match: Pick<MatchFields, 'passages' | 'concepts'>, query: PairSide, found: PairSide, reader: Reader }) => {
  const { match: words } = reader.words
  const tying = (side: Side) => (number: number): readonly string[] => [...passages[number - 1]?.shared ?? [], ...concepts.map((concept) => concept[side])]
  const sides = { query, match: found }
  const places = { query: placesOf(passages, 'query', query.said), match: placesOf(passages, 'match', found.said) }
  const lacking = (side: Side) => new Set(passages.map((_, index) => index + 1).filter((number) => !places[side].some((place) => place.number === number)))
  return (
    <>
      <p class='small'>{passages.length > 0 ? words.passagesNote : words.noPassages}</p>
      <div class='columns two pair-texts'>
        {(['query', 'match'] as const).map((side) => (
          <article key={side} class='card' aria-labelledby={`${side}-title`}>
            <p class='meta'><strong id={`${side}-title`}>{side === 'query' ? words.yours : words.theirs}</strong> <bdi>{sides[side].of}</bdi> <a href={sides[side].href}>{words.open}</a></p>
            <WholeText side={side} said={sides[side].said} places={places[side]} words={tying(side)} reader={reader} resource={sides[side].resource} />
          </article>
        ))}
      </div>
      <Elsewhere passages={passages} lacking={{ query: lacking('query'), match: lacking('match') }} words={{ query: tying('query'), match: tying('match') }} reader={reader} />
    </>
  )
}
