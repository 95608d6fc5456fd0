import type { MatchFields } from '../../../schemas/matches.ts'
import type { Reader } from '../../reader.ts'
import { codeIn } from '../parts.tsx'
import type { Party } from './asked.ts'
import { Sayings } from './conditions.tsx'

type Part = MatchFields['parts'][number]

/** Parts that come from the texts; the others compare what is said in fields. */
const ofTexts = new Set(['text', 'pairs', 'meaning', 'vectors', 'usual'])
export const kindOf = (name: string): string => name.split('.')[0] ?? name
export const isFacet = ({ name }: Pick<Part, 'name'>): boolean => !ofTexts.has(kindOf(name))

const gradeOf = ({ value, known }: Part): 'unknown' | 'well' | 'partly' | 'even' | 'badly' => {
  if (!known) return 'unknown'
  if (value >= 0.67) return 'well'
  if (value >= 0.15) return 'partly'
  return value > -0.15 ? 'even' : 'badly'
}

const half = 50
const height = 12

/** From its middle to the side that it counts for: as the reader reads, onwards for and back against. */
const Grade = ({ value, reader }: { value: number, reader: Reader }) => {
  const length = Math.abs(value) * half
  const onwards = (value >= 0) === (reader.direction === 'ltr')
  return (
    <svg class='grade' viewBox={`0 0 ${2 * half} ${height}`} width={2 * half} height={height} aria-hidden='true'>
      <rect class='track' x={0} y={height / 2 - 1} width={2 * half} height={2} />
      <rect class={value >= 0 ? 'for' : 'against'} x={onwards ? half : half - length} y={1} width={length} height={height - 2} />
      <line x1={half} x2={half} y1={0} y2={height} />
    </svg>
  )
}

/** How far the fields of the two agree, one small bar each, with what each side says. */
export const FacetBars = ({ parts, query, found, reader }: { parts: readonly Part[], query: Party, found: Party, reader: Reader }) => (
  <ul class='grades'>
    {parts.filter(isFacet).toSorted((a, b) => Number(b.known) - Number(a.known) || b.contribution - a.contribution).map((part) => (
      <li key={part.name}>
        <p><strong>{codeIn(reader, 'parts', part.name)}</strong> {part.known && <Grade value={part.value} reader={reader} />} <span>{reader.words.match.grades[gradeOf(part)]}{part.known && <small> ({reader.number(part.value)})</small>}</span></p>
        <Sayings name={part.name} query={query} found={found} reader={reader} />
      </li>
    ))}
  </ul>
)
