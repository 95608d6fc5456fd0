import path from 'node:path'
import { z } from 'zod'
import { DataError, readLines } from './lines.ts'
import { byDocumentLanguage, pairName } from './set.ts'
import type { Document, EvaluationSet, JudgedQuery, Pair } from './set.ts'

const record = z.object({ _id: z.string().min(1), title: z.string().nullish(), text: z.string() })

/** @throws DataError for a line that is no object with `_id` and `text`, or that repeats an id */
function readRecords (file: string): Map<string, Document> {
  const records = new Map<string, Document>()
  for (const { number, text: line } of readLines(file)) {
    let json: unknown
    try {
      json = JSON.parse(line)
    } catch {
      throw new DataError(file, number, 'not JSON')
    }
    const { data, error } = record.safeParse(json)
    if (data === undefined) {
      const [issue] = error.issues
      throw new DataError(file, number, `${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'not a record'}`)
    }
    if (records.has(data._id)) throw new DataError(file, number, `_id ${JSON.stringify(data._id)} occurs twice`)
    records.set(data._id, { id: data._id, title: data.title ?? undefined, text: data.text })
  }
  return records
}

interface Judgement {
  line: number
  query: string
  document: string
  grade: number
}

/** @throws DataError for a heading or line that is not `query-id`, `corpus-id`, `score`, or a judgement given twice */
function readJudgements (file: string): Judgement[] {
  const [heading, ...lines] = readLines(file)
  if (heading?.text !== 'query-id\tcorpus-id\tscore') throw new DataError(file, 1, 'the first line is not query-id, corpus-id, score')
  const seen = new Set<string>()
  return lines.map(({ number, text }) => {
    const [query = '', document = '', score = '', ...more] = text.split('\t')
    if (query === '' || document === '' || more.length > 0) throw new DataError(file, number, 'not three cells')
    if (!/^\d{1,2}$/.test(score)) throw new DataError(file, number, `score ${JSON.stringify(score)} is not a whole number from 0`)
    const key = `${query}\t${document}`
    if (seen.has(key)) throw new DataError(file, number, 'the same query and document once more')
    seen.add(key)
    return { line: number, query, document, grade: Number(score) }
  })
}

/** The queries with a judgement of 1 or more, in the order of their file. */
function judgedQueries (
  queries: ReadonlyMap<string, Document>, documents: ReadonlyMap<string, Document>, judgements: readonly Judgement[], file: string
): JudgedQuery[] {
  const grades = new Map<string, Map<string, number>>()
  for (const { line, query, document, grade } of judgements) {
    if (!queries.has(query)) throw new DataError(file, line, `no query ${JSON.stringify(query)}`)
    if (!documents.has(document)) throw new DataError(file, line, `no document ${JSON.stringify(document)}`)
    if (grade === 0) continue
    grades.set(query, (grades.get(query) ?? new Map<string, number>()).set(document, grade))
  }
  if (grades.size === 0) throw new DataError(file, 1, 'no judgement of 1 or more')
  return [...queries.values()].flatMap(({ id, text }) => {
    const judged = grades.get(id)
    return judged === undefined ? [] : [{ id, text, grades: judged }]
  })
}

/** A folder of `corpus.jsonl`, `queries.jsonl` and `qrels.tsv`. */
export function beirSet (name: string, folder: string): EvaluationSet {
  return {
    name,
    pairs: [],
    load () {
      const documents = readRecords(path.join(folder, 'corpus.jsonl'))
      const queries = readRecords(path.join(folder, 'queries.jsonl'))
      const qrels = path.join(folder, 'qrels.tsv')
      const judged = judgedQueries(queries, documents, readJudgements(qrels), qrels)
      return [{ set: name, documents: [...documents.values()], runs: [{ pair: null, queries: judged }] }]
    }
  }
}

/** A folder of `corpus.LANG.jsonl` and `queries.LANG.jsonl` that share their ids and one `qrels.tsv`. */
export function xquadSet (name: string, folder: string, pairs: readonly Pair[]): EvaluationSet {
  return {
    name,
    pairs,
    load (wanted) {
      const qrels = path.join(folder, 'qrels.tsv')
      const judgements = readJudgements(qrels)
      const queries = new Map([...new Set(wanted.map(pair => pair.query))]
        .map(language => [language, readRecords(path.join(folder, `queries.${language}.jsonl`))]))
      return [...byDocumentLanguage(wanted)].map(([language, group]) => {
        const documents = readRecords(path.join(folder, `corpus.${language}.jsonl`))
        const runs = group.map(pair => ({
          pair: pairName(pair),
          queries: judgedQueries(queries.get(pair.query) ?? new Map<string, Document>(), documents, judgements, qrels)
        }))
        return { set: name, documents: [...documents.values()], runs }
      })
    }
  }
}
