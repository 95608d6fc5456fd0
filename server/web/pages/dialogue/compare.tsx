import type { Text } from '../../../schemas/text.ts'
import { type Compared, type Row, titleOfCompared } from '../../components/dialogue/comparison.ts'
import { Layout } from '../../components/layout.tsx'
import { Phrase } from '../../components/text.tsx'
import { askAddress, type Dealings } from '../../dialogue.ts'
import type { Visit } from '../../visit.ts'

export interface CompareProps {
  visit: Visit
  challenge: { id: string, title: Text }
  compared: readonly Compared[]
  rows: readonly Row[]
  dealings: Dealings
  /** How many of those chosen are not to be seen. */
  gone: number
  csv: string
}

const Cell = ({ parts }: { parts: readonly string[] }) => parts.length < 2
  ? <td><bdi>{parts[0] ?? ''}</bdi></td>
  : <td><ul>{parts.map((part) => <li key={part}><bdi>{part}</bdi></li>)}</ul></td>

/** Up to four solutions for a challenge beside each other; the table prints as it stands. */
export const Compare = ({ visit, challenge, compared, rows, dealings, gone, csv }: CompareProps) => {
  const { reader } = visit
  const { compare, actions } = reader.words.dialogue
  const asks = compared.map(({ id, solution }) => askAddress(visit, dealings, { challengeId: challenge.id, with: { resource: 'solutions', id }, answers: solution['providerId'] !== undefined }))
  return (
    <Layout visit={visit} title={compare.title} wide>
      <h1>{compare.title}</h1>
      <p class='lead'>{compare.for}: <a href={`/challenges/${challenge.id}`}><Phrase text={challenge.title} reader={reader} /></a></p>
      {gone > 0 && <p class='note'>{reader.fill(compare.gone, { count: reader.number(gone) })}</p>}
      {compared.length === 0
        ? <p class='note'>{compare.few}</p>
        : (
          <>
            <p class='no-print'><a class='button quiet' href={csv} download>{compare.csv}</a></p>
            <p class='small'>{compare.caption}</p>
            <div class='scroll' tabIndex={0} role='region' aria-label={compare.title}>
              <table class='comparison'>
                <caption class='hidden'>{compare.title}</caption>
                <thead>
                  <tr>
                    <th scope='col'>{compare.fact}</th>
                    {compared.map((one) => <th key={one.id} scope='col'><a href={`/solutions/${one.id}`}><Phrase text={titleOfCompared(one)} reader={reader} /></a></th>)}
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ name, cells }) => <tr key={name}><th scope='row'>{name}</th>{cells.map((parts, index) => <Cell key={index} parts={parts} />)}</tr>)}
                </tbody>
                {asks.some((ask) => ask !== undefined) && (
                  <tfoot class='no-print'>
                    <tr><td />{asks.map((ask, index) => <td key={index}>{ask !== undefined && <a class='button' href={ask}>{actions.ask}</a>}</td>)}</tr>
                  </tfoot>
                )}
              </table>
            </div>
          </>
          )}
    </Layout>
  )
}
