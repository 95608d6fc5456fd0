import type { MatchFields } from '../../schemas/matches.ts'
import type { Reader } from '../reader.ts'

type Part = MatchFields['parts'][number]

const width = 600
const height = 28

const nameOf = (reader: Reader, name: string): string => {
  const [kind = name] = name.split('.')
  return (reader.words.codes.parts as Readonly<Record<string, string>>)[kind] ?? name
}

/** Fields' parts of one kind are one slice: readers think of words and meaning, not of fields. */
const slicesOf = (parts: readonly Part[], reader: Reader): Array<{ name: string, contribution: number }> => {
  const sums = new Map<string, number>()
  for (const { name, contribution, known } of parts) {
    if (!known || contribution === 0) continue
    const said = nameOf(reader, name)
    sums.set(said, (sums.get(said) ?? 0) + contribution)
  }
  return [...sums].map(([name, contribution]) => ({ name, contribution })).sort((a, b) => b.contribution - a.contribution)
}

/** The score as a stacked bar whose slices add up to it, and as a table for who does not see it. */
export const ScoreBar = ({ match: { parts, score }, reader }: { match: Pick<MatchFields, 'parts' | 'score'>, reader: Reader }) => {
  const slices = slicesOf(parts, reader)
  const gained = slices.filter((slice) => slice.contribution > 0)
  const scale = width / Math.max(gained.reduce((sum, slice) => sum + slice.contribution, 0), 1e-9)
  let at = 0
  const { match: words } = reader.words
  return (
    <>
      <svg class='bar no-print' viewBox={`0 0 ${width} ${height}`} role='img' aria-hidden='true'>
        {gained.map(({ name, contribution }, index) => {
          const x = at
          at += contribution * scale
          return <rect key={name} class={`p${Math.min(index, 5)}`} x={x} y={0} width={Math.max(contribution * scale - 1, 0.5)} height={height}><title>{name}</title></rect>
        })}
      </svg>
      <div class='scroll'>
        <table>
          <caption>{words.partsNote}</caption>
          <thead><tr><th scope='col'>{words.part}</th><th scope='col' class='figure'>{words.value}</th></tr></thead>
          <tbody>
            {slices.map(({ name, contribution }) => <tr key={name}><th scope='row'>{name}</th><td class='figure'>{reader.number(contribution)}</td></tr>)}
          </tbody>
          <tfoot><tr><th scope='row'>=</th><td class='figure'>{reader.number(score)}</td></tr></tfoot>
        </table>
      </div>
    </>
  )
}
