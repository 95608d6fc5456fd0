import { pairName } from './set.ts'
import type { Measures } from './measure.ts'
import type { EvaluationSet, Pair } from './set.ts'

const span = ([low, high]: readonly [number, number]): string => `${low.toFixed(4)}-${high.toFixed(4)}`

const columns: { heading: string, width: number, cell: (row: Measures) => string }[] = [
  { heading: 'queries', width: 7, cell: row => String(row.queries) },
  { heading: 'documents', width: 9, cell: row => String(row.documents) },
  { heading: 'nDCG@10', width: 7, cell: row => row.ndcg10.toFixed(4) },
  { heading: 'MRR', width: 6, cell: row => row.mrr.toFixed(4) },
  { heading: 'Recall@100', width: 10, cell: row => row.recall100.toFixed(4) },
  { heading: 'accuracy@1', width: 10, cell: row => row.accuracy1.toFixed(4) },
  { heading: 'queries/s', width: 9, cell: row => row.queriesPerSecond.toFixed(1) },
  { heading: 'nDCG@10 95%', width: 13, cell: row => span(row.ndcg10Interval) },
  { heading: 'accuracy@1 95%', width: 14, cell: row => span(row.accuracy1Interval) }
]

export interface Table {
  heading: string
  row (measures: Measures): string
}

/** Lines of the table that --help describes; widths are known from what will be measured, so that rows can be printed as they come. */
export function createTable (chosen: ReadonlyMap<EvaluationSet, readonly Pair[]>): Table {
  const setWidth = Math.max(3, ...[...chosen.keys()].map(set => set.name.length))
  const pairWidth = Math.max(4, ...[...chosen.values()].flat().map(pair => pairName(pair).length))
  const line = (set: string, pair: string, cells: readonly string[]) =>
    [set.padEnd(setWidth), pair.padEnd(pairWidth), ...cells].join('  ')
  return {
    heading: line('set', 'pair', columns.map(column => column.heading.padStart(column.width))),
    row: measures => line(measures.set, measures.pair ?? '-', columns.map(column => column.cell(measures).padStart(column.width)))
  }
}
