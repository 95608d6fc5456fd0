import { areas } from '../../../../db/vocabulary.ts'
import { type Area, type CoverageFigures, type Measure, measures, type RegionFigures } from '../../../services/coverage.ts'
import { Filter } from '../../components/filter.tsx'
import { codeIn } from '../../components/parts.tsx'
import type { Reader } from '../../reader.ts'
import { SecretariatFrame, type OfficePage } from './frame.tsx'

export interface CoverageProps extends OfficePage, CoverageFigures {
  measure: Measure
}

/** Five shades by share of the largest, the small ones told apart; none for none. The number stands in each. */
const shade = (count: number, largest: number): string => count === 0 ? 'figure heat h0' : `figure heat h${Math.min(5, Math.ceil(5 * (count / largest) ** 0.7))}`

const regionIn = (region: string | null, reader: Reader): string => region === null ? reader.words.office.coverage.anywhere : reader.country(region)

/** Challenges there are, and no solution is offered. */
const isBare = ({ region, areas: byArea }: RegionFigures, area: Area): boolean => region !== null && byArea[area].gaps > 0

const Heat = ({ regions, measure, reader }: { regions: readonly RegionFigures[], measure: Measure, reader: Reader }) => {
  const { coverage: words } = reader.words.office
  const shown = regions.filter(({ region }) => region !== null || measure === 'solutions')
  const largest = Math.max(1, ...shown.flatMap((row) => areas.map((area) => row.areas[area][measure])))
  return (
    <div class='scroll' role='region' aria-label={words.measures[measure]} tabIndex={0}>
      <table class='coverage'>
        <caption class='hidden'>{words.measures[measure]}</caption>
        <thead><tr><th scope='col'>{words.region}</th><th scope='col' class='figure'>{words.total}</th>{areas.map((area) => <th key={area} scope='col' class='figure'>{codeIn(reader, 'areas', area)}</th>)}</tr></thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.region ?? 'none'}>
              <th scope='row'>{regionIn(row.region, reader)}</th>
              <td class='figure'><strong>{reader.number(row.all[measure])}</strong></td>
              {areas.map((area) => (
                <td key={area} class={`${shade(row.areas[area][measure], largest)}${isBare(row, area) ? ' bare' : ''}`}>
                  {reader.number(row.areas[area][measure])}{isBare(row, area) && <small>{words.nobodyHere}</small>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Everything that is counted, a row for each region. */
const Overview = ({ regions, reader }: { regions: readonly RegionFigures[], reader: Reader }) => {
  const { coverage: words } = reader.words.office
  const largest = (measure: Measure): number => Math.max(1, ...regions.filter(({ region }) => region !== null).map(({ all }) => all[measure]))
  return (
    <div class='scroll' role='region' aria-label={words.overview} tabIndex={0}>
      <table class='coverage overview'>
        <caption class='hidden'>{words.overview}</caption>
        <thead><tr><th scope='col'>{words.region}</th>{measures.map((measure) => <th key={measure} scope='col' class='figure'><a href={`/secretariat/coverage?show=${measure}`}>{words.measures[measure]}</a></th>)}</tr></thead>
        <tbody>
          {regions.map((row) => (
            <tr key={row.region ?? 'none'}>
              <th scope='row'>{regionIn(row.region, reader)}</th>
              {measures.map((measure) => <td key={measure} class={row.region === null ? 'figure' : shade(row.all[measure], largest(measure))}>{row.region === null && measure !== 'solutions' ? '' : reader.number(row.all[measure])}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const gapsOf = (regions: readonly RegionFigures[]): Array<{ region: string | null, area: Area, count: number }> =>
  regions.flatMap((row) => areas.map((area) => ({ region: row.region, area, count: row.areas[area].gaps }))).filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)

/** What cities ask for and who serves them. */
export const CoveragePage = ({ visit, returned, regions, matchesAt, measure }: CoverageProps) => {
  const { reader } = visit
  const { coverage: words, secretariat, common } = reader.words.office
  const gaps = gapsOf(regions)
  return (
    <SecretariatFrame visit={visit} returned={returned} title={secretariat.coverage}>
      <p class='lead'>{words.lead}</p>
      <p class={matchesAt === null ? 'note' : 'small'}>{matchesAt === null ? words.counting : reader.fill(words.asOf, { time: reader.moment(matchesAt.toISOString()) })}</p>
      {regions.length > 0 && <><h2>{words.overview}</h2><Overview regions={regions} reader={reader} /></>}
      <Filter action='/secretariat/coverage' reader={reader} choices={[{ name: 'show', label: words.what, value: measure, any: false, options: measures.map((name) => [name, words.measures[name]]) }]} />
      <h2>{words.measures[measure]}</h2>
      <p class='small'>{words.hints[measure]} {words.sums}</p>
      {regions.length === 0 ? <p>{common.none}</p> : <Heat regions={regions} measure={measure} reader={reader} />}
      <p class='meta'><a href='/secretariat/coverage.csv' download>{words.csv}</a></p>
      <h2>{words.nobody}</h2>
      {gaps.length === 0
        ? <p>{words.everywhere}</p>
        : (
          <>
            <p>{words.nobodyText}</p>
            <ul class='gaps'>{gaps.map(({ region, area, count }) => <li key={`${region}-${area}`}><a href={`/challenges?area=${area}${region === null ? '' : `&region=${region}`}`}>{codeIn(reader, 'areas', area)} · {regionIn(region, reader)}</a>: {reader.count(words.count, count)}</li>)}</ul>
          </>
          )}
    </SecretariatFrame>
  )
}
