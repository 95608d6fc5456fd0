import type { Reader } from '../../reader.ts'
import type { Happening } from './happenings.ts'

const step = 52
const height = 44

/** What happened as a line of numbered points, and the same as a table. The line runs as the reader reads. */
export const Timeline = ({ happenings, reader }: { happenings: readonly Happening[], reader: Reader }) => {
  const { introduction: words } = reader.words.dialogue
  const width = Math.max(happenings.length, 1) * step
  const x = (index: number): number => (reader.direction === 'rtl' ? width - step / 2 - index * step : step / 2 + index * step)
  return (
    <>
      <svg class='timeline no-print' viewBox={`0 0 ${width} ${height}`} width={width} height={height} role='img' aria-labelledby='timeline-title'>
        <title id='timeline-title'>{words.history}</title>
        <line x1={x(0)} y1={height / 2} x2={x(happenings.length - 1)} y2={height / 2} />
        {happenings.map(({ at, words: said, kind }, index) => (
          <g key={index} class={kind}>
            <title>{`${reader.day(at)}: ${said}`}</title>
            <circle cx={x(index)} cy={height / 2} r={kind === 'small' ? 12 : 16} />
            <text x={x(index)} y={height / 2 + 5} text-anchor='middle'>{reader.number(index + 1)}</text>
          </g>
        ))}
      </svg>
      <div class='scroll' tabIndex={0} role='region' aria-label={words.history}>
        <table>
          <caption>{words.historyNote}</caption>
          <thead><tr><th scope='col' class='figure'>#</th><th scope='col'>{words.when}</th><th scope='col'>{words.what}</th></tr></thead>
          <tbody>
            {happenings.map(({ at, until, words: said }, index) => (
              <tr key={index}>
                <td class='figure'>{reader.number(index + 1)}</td>
                <td><time dateTime={at}>{reader.day(at)}</time>{until !== undefined && reader.day(until) !== reader.day(at) && <> – <time dateTime={until}>{reader.day(until)}</time></>}</td>
                <td><bdi>{said}</bdi></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
