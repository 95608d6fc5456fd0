import type { Text } from '../../../schemas/text.ts'
import { type Compared, type Row, titleOfCompared } from '../../components/dialogue/comparison.ts'
import { OutcomeSign } from '../../components/pair/conditions.tsx'
import { Layout } from '../../components/layout.tsx'
import { Phrase } from '../../components/text.tsx'
import { askAddress, type Dealings } from '../../dialogue.ts'
import type { Reader } from '../../reader.ts'
import type { Visit } from '../../visit.ts'

export interface CompareProps {
  visit: Visit
  challenge: { id: string, title: Text }
  compared: readonly Compared[]
  rows: readonly Row[]
  dealings: Dealings
  /** How many of those chosen are not to be seen. */
  gone: number
  /** Whether more were chosen than are compared. */
  more: boolean
  /** ISO 8601. */
  now: string
  csv: string
}

const Cell = ({ parts, outcome, reader }: { parts: readonly string[], outcome: NonNullable<Row['outcomes']>[number], reader: Reader }) => {
  if (outcome !== undefined) return <td><OutcomeSign outcome={outcome} reader={reader} /></td>
  return parts.length < 2
    ? <td><bdi>{parts[0] ?? ''}</bdi></td>
    : <td><ul>{parts.map((part) => <li key={part}><bdi>{part}</bdi></li>)}</ul></td>
}

const parts = ['match', 'evidence', 'facts'] as const

/** Up to four solutions for a challenge beside each other; the table prints as it stands. */
export const Compare = ({ visit, challenge, compared, rows, dealings, gone, more, now, csv }: CompareProps) => {
  const { reader } = visit
  const { compare, actions } = reader.words.dialogue
  const asks = compared.map(({ id, solution }) => askAddress(visit, dealings, { challengeId: challenge.id, with: { resource: 'solutions', id }, answers: solution['providerId'] !== undefined }))
  return (
    <Layout visit={visit} title={compare.title} wide>
      <h1>{compare.title}</h1>
      <p class='lead'>{compare.for}: <a href={`/challenges/${challenge.id}`}><Phrase text={challenge.title} reader={reader} /></a></p>
      {gone > 0 && <p class='note'>{reader.fill(compare.gone, { count: reader.number(gone) })}</p>}
      {more && <p class='note'>{compare.more}</p>}
      {compared.length === 0
        ? <p class='note'>{compare.few}</p>
        : (
          <>
            <p class='no-print'><a class='button quiet' href={csv} download>{compare.csv}</a> <small>{compare.print}</small></p>
            <p class='small'>{compare.caption} {reader.fill(compare.asOf, { day: reader.day(now) })}</p>
            <div class='scroll' tabIndex={0} role='region' aria-label={compare.title}>
              <table class='comparison'>
                <caption class='hidden'>{compare.title}</caption>
                <thead>
                  <tr>
                    <th scope='col'>{compare.fact}</th>
                    {compared.map((one) => <th key={one.id} scope='col'><a href={`/solutions/${one.id}`}><Phrase text={titleOfCompared(one)} reader={reader} /></a></th>)}
                  </tr>
                </thead>
                {parts.map((part) => (
                  <tbody key={part} class={part}>
                    {rows.filter((row) => row.part === part).map(({ name, cells, outcomes }) => <tr key={name}><th scope='row'>{name}</th>{cells.map((said, index) => <Cell key={index} parts={said} outcome={outcomes?.[index]} reader={reader} />)}</tr>)}
                  </tbody>
                ))}
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
