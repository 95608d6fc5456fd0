import type { Reader } from '../reader.ts'

/** A figure before and after. */
export interface Indicator {
  name: string
  unit?: string | undefined
  before?: number | undefined
  after?: number | undefined
}

/** By how much a figure changed, in words: whether that is good is for the reader to say. Undefined where it is not known. */
export const changeOf = ({ before, after }: Pick<Indicator, 'before' | 'after'>, reader: Reader): string | undefined => {
  const { change } = reader.words.profile
  if (before === undefined || after === undefined || (before === 0 && after !== 0)) return undefined
  if (before === after) return change.same
  return reader.fill(after < before ? change.down : change.up, { percent: reader.percent(Math.abs((after - before) / before)) })
}

/** A figure, what it was and is, and the change, in a line. */
export const changeInWords = (indicator: Indicator, reader: Reader): string => {
  const { name, unit, before, after } = indicator
  const { fields } = reader.words
  const figures = [[fields.before, before], [fields.after, after]].flatMap(([label, figure]) => typeof figure === 'number' ? [`${label} ${reader.number(figure)}`] : [])
  const change = changeOf(indicator, reader)
  return `${unit === undefined ? name : `${name} (${unit})`}: ${[...figures, ...(change === undefined ? [] : [change])].join(reader.comma)}`
}

const width = 96
const thick = 9

/** Two bars from the same start: before above, after beneath. */
const Bars = ({ before, after, reader }: { before: number, after: number, reader: Reader }) => {
  const scale = width / Math.max(Math.abs(before), Math.abs(after), 1e-9)
  const bar = (figure: number) => { const length = Math.max(Math.abs(figure) * scale, 1); return { x: reader.direction === 'rtl' ? width - length : 0, width: length, height: thick } }
  const { fields } = reader.words
  return (
    <svg class='change' viewBox={`0 0 ${width} ${2 * thick + 2}`} width={width} height={2 * thick + 2} aria-hidden='true'>
      <rect class='was' y={0} {...bar(before)}><title>{`${fields.before}: ${reader.number(before)}`}</title></rect>
      <rect class='is' y={thick + 2} {...bar(after)}><title>{`${fields.after}: ${reader.number(after)}`}</title></rect>
    </svg>
  )
}

/** Figures before and after, with how they changed as a picture and in words. */
export const Changes = ({ indicators, reader }: { indicators: readonly Indicator[], reader: Reader }) => {
  const { fields, profile } = reader.words
  const figure = (value: number | undefined): string => value === undefined ? '' : reader.number(value)
  return (
    <table class='changes'>
      <thead><tr><th scope='col'>{fields.indicator}</th><th scope='col' class='figure'>{fields.before}</th><th scope='col' class='figure'>{fields.after}</th><th scope='col'>{profile.changed}</th></tr></thead>
      <tbody>
        {indicators.map((indicator) => {
          const { name, unit, before, after } = indicator
          return (
            <tr key={name}>
              <th scope='row'><bdi>{name}</bdi>{unit !== undefined && <small> (<bdi>{unit}</bdi>)</small>}</th>
              <td class='figure'>{figure(before)}</td>
              <td class='figure'>{figure(after)}</td>
              <td>{before !== undefined && after !== undefined && <Bars before={before} after={after} reader={reader} />}{changeOf(indicator, reader)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
