import type { MatchFields } from '../../schemas/matches.ts'
import type { Reader } from '../reader.ts'
import { isFacet, kindOf } from './pair/facets.tsx'
import { codeIn } from './parts.tsx'

type Part = MatchFields['parts'][number]

interface Slice {
  readonly kind: string
  readonly contribution: number
  /** Hundredths as they are shown: these sum to the score's. */
  readonly shown: number
}

/** Numbers to whole hundredths that sum to those of the total: the largest remainders are rounded up (Hamilton's method). */
export const hundredths = (numbers: readonly number[], total: number): number[] => {
  const floors = numbers.map((number) => Math.floor(number * 100))
  const lacking = Math.round(total * 100) - floors.reduce((sum, floor) => sum + floor, 0)
  const raised = new Set(numbers.map((number, index) => ({ index, rest: number * 100 - (floors[index] ?? 0) })).sort((a, b) => b.rest - a.rest).slice(0, Math.max(0, lacking)).map(({ index }) => index))
  return floors.map((floor, index) => floor + (raised.has(index) ? 1 : 0))
}

/** Fields' parts of one kind are one slice: readers think of words and meaning, not of fields. */
const slicesOf = ({ parts, score }: Pick<MatchFields, 'parts' | 'score'>): Slice[] => {
  const sums = new Map<string, number>()
  for (const { name, contribution, known } of parts) if (known && contribution !== 0) sums.set(kindOf(name), (sums.get(kindOf(name)) ?? 0) + contribution)
  const slices = [...sums].map(([kind, contribution]) => ({ kind, contribution })).sort((a, b) => b.contribution - a.contribution)
  const shown = hundredths(slices.map(({ contribution }) => contribution), score)
  return slices.map((slice, index) => ({ ...slice, shown: shown[index] ?? 0 }))
}

const width = 600
const tall = 30
const height = 2 * tall + 22

/** A slice wears a colour and a letter, in the picture and in the table. */
const letterOf = (index: number): string => String.fromCharCode(65 + index)
const colourOf = (index: number): string => `p${index % 6}`

/** What adds to the score stands in one row, what takes from it beneath, from its end back to the score. */
const Picture = ({ slices, score, reader }: { slices: readonly Slice[], score: number, reader: Reader }) => {
  const gained = slices.reduce((sum, { contribution }) => sum + Math.max(0, contribution), 0)
  const scale = width / Math.max(gained, 1e-9)
  const from = (start: number, length: number): number => reader.direction === 'rtl' ? width - start - length : start
  let up = 0
  let down = gained * scale
  const boxes = slices.map(({ kind, contribution, shown }, index) => {
    const length = Math.abs(contribution) * scale
    const start = contribution > 0 ? up : down - length
    if (contribution > 0) up += length
    else down -= length
    return { name: codeIn(reader, 'parts', kind), shown, index, x: from(start, length), y: contribution > 0 ? 0 : tall + 2, length, less: contribution < 0 }
  })
  const end = Math.min(Math.max(score * scale, 0), width)
  const mark = from(end, 0)
  const late = mark > width / 2
  return (
    <svg class='bar' viewBox={`0 0 ${width} ${height}`} aria-hidden='true'>
      {boxes.map(({ name, shown, index, x, y, length, less }) => (
        <g key={name}>
          <title>{`${letterOf(index)} ${name}: ${reader.share(shown / 100)}`}</title>
          <rect class={less ? 'less' : colourOf(index)} x={x.toFixed(1)} y={y} width={Math.max(length - 1, 0.5).toFixed(1)} height={tall - 2} />
          {length > 16 && <text class={less ? undefined : `on-${colourOf(index)}`} x={(x + length / 2).toFixed(1)} y={y + tall / 2 + 4} text-anchor='middle'>{letterOf(index)}</text>}
        </g>
      ))}
      <line class='end' x1={mark.toFixed(1)} x2={mark.toFixed(1)} y1={0} y2={2 * tall + 6} />
      <text x={(mark + (late ? -4 : 4)).toFixed(1)} y={height - 4} text-anchor={late ? 'end' : 'start'}>{`= ${reader.share(score)}`}</text>
    </svg>
  )
}

const textKinds = ['text', 'pairs', 'meaning', 'vectors'] as const

/** Which of the ways to compare texts took part, and which could not. */
const TookPart = ({ parts, reader }: { parts: readonly Part[], reader: Reader }) => {
  const { match: words } = reader.words
  const compared = new Set(parts.filter((part) => part.known && !isFacet(part)).map(({ name }) => kindOf(name)))
  const named = (took: boolean) => textKinds.filter((kind) => compared.has(kind) === took).map((kind) => codeIn(reader, 'parts', kind))
  const [took, lacked] = [named(true), named(false)]
  return (
    <p class='small'>
      {took.length > 0 && reader.fill(words.tookPart, { list: reader.list(took) })} {lacked.length > 0 && reader.fill(words.lackedPart, { list: reader.list(lacked) })}
    </p>
  )
}

/** The score as a stacked bar whose slices add up to it, and as a table that is its legend and does without it. */
export const ScoreBar = ({ match, match: { parts, score }, reader }: { match: Pick<MatchFields, 'parts' | 'score'>, reader: Reader }) => {
  const slices = slicesOf(match)
  const { match: words } = reader.words
  return (
    <>
      <Picture slices={slices} score={score} reader={reader} />
      <TookPart parts={parts} reader={reader} />
      <div class='scroll' role='region' aria-label={words.parts} tabIndex={0}>
        <table class='shares'>
          <caption>{words.partsNote}</caption>
          <thead><tr><th scope='col'>{words.part}</th><th scope='col' class='figure'>{words.value}</th></tr></thead>
          <tbody>
            {slices.map(({ kind, shown }, index) => (
              <tr key={kind}>
                <th scope='row'><span class={`swatch ${shown < 0 ? 'less' : colourOf(index)}`} aria-hidden='true'>{letterOf(index)}</span> {codeIn(reader, 'parts', kind)}</th>
                <td class='figure'>{reader.share(shown / 100)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot><tr><th scope='row'>{words.sum}</th><td class='figure'>{reader.share(score)}</td></tr></tfoot>
        </table>
      </div>
    </>
  )
}
