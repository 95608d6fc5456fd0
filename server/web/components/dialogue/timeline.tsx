import type { Reader } from '../../reader.ts'
import type { Happening } from './happenings.ts'

const height = 96
const middle = 44
const edge = 44
/** Points stand at least so far apart that their days can be read, and at most so far that a long wait does not push all else away. */
const gap = { least: 72, most: 180 }
const day = 24 * 3_600_000

const daysBetween = (a: string, b: string): number => Math.floor(new Date(b).getTime() / day) - Math.floor(new Date(a).getTime() / day)

/** Where each stands on the line; the longer the wait before it, the farther from the last, ever more slowly. */
const placesOf = (happenings: readonly Happening[]): Array<{ happening: Happening, at: number, waited: number }> => {
  let at = edge
  return happenings.map((happening, index) => {
    const last = happenings[index - 1]
    const waited = last === undefined ? 0 : Math.max(0, daysBetween(last.at, happening.at))
    if (last !== undefined) at += Math.min(gap.most, gap.least + 24 * Math.log2(1 + waited))
    return { happening, at, waited }
  })
}

/** Kinds are told apart by shape: steps are discs, what lies between is small, an end without agreement a lozenge, what is due has a broken rim. */
const Point = ({ kind, x }: { kind: Happening['kind'], x: number }) => kind === 'bad'
  ? <rect x={x - 13} y={middle - 13} width={26} height={26} transform={`rotate(45 ${x} ${middle})`} />
  : <circle cx={x} cy={middle} r={kind === 'small' ? 12 : 17} />

/** What happened as a line in the order and, roughly, the measure of time, and the same as a table. The line runs as the reader reads. */
export const Timeline = ({ happenings, reader }: { happenings: readonly Happening[], reader: Reader }) => {
  const { introduction: words } = reader.words.dialogue
  const places = placesOf(happenings)
  const width = (places.at(-1)?.at ?? edge) + edge
  const x = (at: number): number => Math.round(reader.direction === 'rtl' ? width - at : at)
  return (
    <>
      <div class='scroll' tabIndex={0} role='region' aria-label={words.history}>
        <svg class='timeline' viewBox={`0 0 ${Math.round(width)} ${height}`} width={Math.round(width)} height={height} role='img' aria-labelledby='timeline-title timeline-text'>
          <title id='timeline-title'>{words.history}</title>
          <desc id='timeline-text'>{words.historyNote}</desc>
          <line x1={x(edge)} y1={middle} x2={x(width - edge)} y2={middle} />
          {places.map(({ happening: { at, words: said, kind }, at: place, waited }, index) => {
            const before = places[index - 1]
            return (
              <g key={index} class={kind} direction={reader.direction}>
                <title>{`${reader.day(at)}: ${said}`}</title>
                {waited > 1 && before !== undefined && <text class='wait' x={x((before.at + place) / 2)} y={middle - 10} text-anchor='middle'>{reader.days(waited)}</text>}
                <Point kind={kind} x={x(place)} />
                <text x={x(place)} y={middle + 5} text-anchor='middle'>{reader.number(index + 1)}</text>
                {(before === undefined || waited > 0) && <text class='day' x={x(place)} y={height - 14} text-anchor='middle'>{reader.shortDay(at)}</text>}
              </g>
            )
          })}
        </svg>
      </div>
      <div class='scroll' tabIndex={0} role='region' aria-label={words.historyNote}>
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
