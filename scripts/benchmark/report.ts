import { engines } from './engines/registry.ts'
import type { EngineResult, Latency } from './run.ts'
import type { QueryKind, Source } from './source.ts'

function latency (result: EngineResult | undefined, kind: QueryKind): Latency | undefined {
  return result?.latencies.find(one => one.kind === kind)
}

/** How many times as long as ours the engine's median query takes; undefined where either has none. */
export function timesOurs (result: EngineResult, ours: EngineResult | undefined, kind: QueryKind): number | undefined {
  const theirs = latency(result, kind)?.p50
  const own = latency(ours, kind)?.p50
  return theirs === undefined || own === undefined ? undefined : theirs / own
}

function milliseconds (value: number | undefined): string {
  return value === undefined ? '-' : value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
}

function kilobytes (value: number | undefined): string {
  return value === undefined ? '-' : (value / 1024).toFixed(1)
}

const headings = [
  'engine', 'docs/s', 'long p50', 'long p99', 'short p50', 'short p99', 'long x ours', 'short x ours', 'RSS KB/doc', 'index KB/doc'
]

function cells (result: EngineResult, ours: EngineResult | undefined): string[] {
  const ratio = (kind: QueryKind) => timesOurs(result, ours, kind)?.toFixed(2) ?? '-'
  return [
    engines[result.engine].title,
    result.documentsPerSecond?.toFixed(0) ?? '-',
    milliseconds(latency(result, 'long')?.p50),
    milliseconds(latency(result, 'long')?.p99),
    milliseconds(latency(result, 'short')?.p50),
    milliseconds(latency(result, 'short')?.p99),
    ratio('long'),
    ratio('short'),
    kilobytes(result.rssBytesPerDocument),
    kilobytes(result.indexBytesPerDocument)
  ]
}

/** Lines of a table, the first column to the left and the others to the right. */
export function aligned (rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? []
  return rows.map(row => row.map((cell, column) => {
    const width = widths[column] ?? 0
    return column === 0 ? cell.padEnd(width) : cell.padStart(width)
  }).join('  '))
}

/** What was measured of one size: a heading, the table, and a line for all that was cut off, failed or found nothing. */
export function sizeReport (source: Source, results: readonly EngineResult[]): string {
  const ours = results.find(result => result.engine === 'ours')
  const notes = results.flatMap(result => [
    ...result.notes,
    ...result.latencies.filter(one => one.empty > 0).map(one => `${one.kind} queries: ${one.empty} of ${one.queries} found nothing`)
  ].map(note => `  ${engines[result.engine].title}: ${note}`))
  return [
    `${source.size} profiles, ${source.queries - source.warmUp} queries of each kind, milliseconds a query`,
    ...aligned([headings, ...results.map(result => cells(result, ours))]),
    ...notes,
    ''
  ].join('\n')
}
