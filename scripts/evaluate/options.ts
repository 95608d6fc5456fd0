import { statSync } from 'node:fs'
import { commaList, parseFlags, requireWritable, UsageError } from './command-line.ts'

export const help = `Usage: npm run evaluate -- --data DIR [options]

Runs the matcher over every set of texts and judgements found in DIR and prints how well it ranks.
It is the service's own matcher; the language of a text is identified from the text, never told.

  --data DIR     folder of evaluation data
  --sets a,b     only the sets of these names, or whose names start so
  --pairs a-b    language pairs, queries-documents, separated by commas, or "all"; by default those with
                 English, those among zh th bn ar id tl fil, and each language with itself where a set has
                 judgements for that; sets without language pairs are measured whatever is said here
  --encoder E    minilm (default), as the service does: vectors of all-MiniLM-L6-v2, kept in .cache; none for words and concepts alone
  --json FILE    also write the rows to FILE as a JSON array
  --help         print this

Sets, at any depth below DIR (folders named reference or profiles are left out):
  BEIR folder    corpus.jsonl and queries.jsonl (_id, text; title), qrels.tsv or qrels/test.tsv
                 (query-id, corpus-id, score); npm run export-judgements writes one
  XQuAD folder   corpus.LANG.jsonl and queries.LANG.jsonl with the same ids, qrels.tsv
  TSV            at least two columns headed by language codes; a cell is to find its row's cell in another

Output: a line of headings, then one row a set and language pair as it is measured, columns apart by two spaces or more:
  set  pair  queries  documents  nDCG@10  MRR  Recall@100  accuracy@1  queries/s  nDCG@10 95%  accuracy@1 95%
A set without language pairs has "-" for its pair. Each row of the JSON array has the keys
  set, pair (or null), queries, documents, ndcg10, mrr, recall100, accuracy1, queriesPerSecond,
  ndcg10Interval, accuracy1Interval ([low, high])
with numbers not rounded. The last two are 95% intervals of 2,000 bootstrap samples of the queries. Measures are means over the queries that have a judgement. Ranks beyond 100 do not
count; equal scores rank in ascending order of the id; a query's own document is left out of its ranking.
queries/s counts ranking with explanations, without indexing.

Exit code: 0 done, 1 unreadable data, 2 wrong usage.
`

export interface EvaluateOptions {
  data: string
  sets: readonly string[]
  pairs?: readonly string[] | 'all'
  json?: string
  encoder: 'minilm' | 'none'
}

/**
 * @param args what follows the script's name
 * @returns undefined where help was asked for
 * @throws UsageError for an unknown option, a missing or unreadable folder, or a file that cannot be written
 */
export function parseOptions (args: readonly string[]): EvaluateOptions | undefined {
  const values = parseFlags(args, {
    data: { type: 'string' },
    sets: { type: 'string' },
    pairs: { type: 'string' },
    json: { type: 'string' },
    encoder: { type: 'string', default: 'minilm' },
    help: { type: 'boolean' }
  })
  if (values.help === true) return undefined
  if (values.data === undefined || values.data === '') throw new UsageError('--data DIR is missing')
  if (!statSync(values.data, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`--data: no folder ${values.data}`)
  if (values.json !== undefined) requireWritable('--json', values.json)
  const { encoder } = values
  if (encoder !== 'minilm' && encoder !== 'none') throw new UsageError('--encoder is minilm or none')
  const pairs = values.pairs === undefined ? undefined : commaList(values.pairs)
  if (pairs?.length === 0) throw new UsageError('--pairs names no pair')
  return {
    data: values.data,
    sets: commaList(values.sets ?? ''),
    pairs: pairs?.length === 1 && pairs[0] === 'all' ? 'all' : pairs,
    json: values.json,
    encoder
  }
}
