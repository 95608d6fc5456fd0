import path from 'node:path'
import { z } from 'zod'
import { DataError, readLines } from './lines.ts'
import { byDocumentLanguage, pairName } from './set.ts'
import type { Document, EvaluationSet, JudgedQuery, Pair, Task } from './set.ts'

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

/** A folder of `corpus.jsonl`, `queries.jsonl` and `judgements`, a path in it. */
export function beirSet (name: string, folder: string, judgements: string): EvaluationSet {
  return {
    name,
    pairs: [],
    load () {
      const documents = readRecords(path.join(folder, 'corpus.jsonl'))
      const queries = readRecords(path.join(folder, 'queries.jsonl'))
      const qrels = path.join(folder, judgements)
      const judged = judgedQueries(queries, documents, readJudgements(qrels), qrels)
      return [{ set: name, documents: [...documents.values()], runs: [{ pair: null, queries: judged }] }]
    }
  }
}

/** Languages of a mixed pool, where a set has them all. */
const mixedLanguages = ['en', 'zh', 'th', 'ar', 'vi', 'es'] as const
const mixed: Pair = { query: 'en', document: 'mixed' }

/** 32-bit FNV-1a of the UTF-8 bytes (Fowler, Noll and Vo 1991): which of the pool's languages a passage is present in. */
function mixedLanguageOf (id: string): string {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return mixedLanguages[hash % mixedLanguages.length] ?? 'en'
}

/**
 * A folder of `corpus.LANG.jsonl` and `queries.LANG.jsonl` that share their ids and one `qrels.tsv`. Where it has the languages for
 * it, there is a mixed pool as well, each passage in one of them, which English queries are asked of: all of them, and
 * those apart whose passage is in one language.
 */
export function xquadSet (name: string, folder: string, pairs: readonly Pair[]): EvaluationSet {
  const mixes = mixedLanguages.every(language => pairs.some(pair => pair.document === language && pair.query === 'en'))
  return {
    name,
    pairs: mixes ? [...pairs, mixed] : pairs,
    load (wanted) {
      const qrels = path.join(folder, 'qrels.tsv')
      const judgements = readJudgements(qrels)
      const queries = new Map([...new Set(wanted.map(pair => pair.query))]
        .map(language => [language, readRecords(path.join(folder, `queries.${language}.jsonl`))]))
      const passages = (language: string) => readRecords(path.join(folder, `corpus.${language}.jsonl`))
      const judged = (language: string, documents: ReadonlyMap<string, Document>) =>
        judgedQueries(queries.get(language) ?? new Map<string, Document>(), documents, judgements, qrels)
      return [...byDocumentLanguage(wanted)].map(([language, group]) => {
        if (language === mixed.document) return mixedTask(name, mixedLanguages.map(passages), documents => judged('en', documents))
        const documents = passages(language)
        const runs = group.map(pair => ({ pair: pairName(pair), queries: judged(pair.query, documents) }))
        return { set: name, documents: [...documents.values()], runs }
      })
    }
  }
}

function mixedTask (set: string, pools: readonly ReadonlyMap<string, Document>[], judged: (documents: ReadonlyMap<string, Document>) => JudgedQuery[]): Task {
  const documents = new Map(mixedLanguages.flatMap((language, i) => [...pools[i] ?? []].filter(([id]) => mixedLanguageOf(id) === language)))
  const queries = judged(documents)
  const runs = mixedLanguages.map(language => ({
    pair: `${pairName(mixed)}:${language}`,
    queries: queries.filter(({ grades }) => [...grades.keys()].every(id => mixedLanguageOf(id) === language))
  }))
  return { set, documents: [...documents.values()], runs: [{ pair: pairName(mixed), queries }, ...runs.filter(run => run.queries.length > 0)] }
}
