import type { Grades } from '../../matching/metrics/ndcg.ts'

/**
 * Glossary
 *
 * - set: a folder or file of texts and judgements that is measured as one
 * - pair: language of the queries and language of the documents, as the files spell them
 * - task: one corpus, indexed once, and the runs of queries against it
 */

export interface Document {
  id: string
  title?: string
  text: string
}

export interface JudgedQuery {
  /** Absent where a query is no document, so that none has to be left out of its ranking. */
  id?: string
  text: string
  /** Of the relevant documents, 1 or more; never empty. */
  grades: Grades
}

export interface Run {
  /** `query-document`, or null where the set has no languages to pair. */
  pair: string | null
  queries: readonly JudgedQuery[]
}

export interface Task {
  set: string
  documents: readonly Document[]
  runs: readonly Run[]
}

export interface Pair {
  query: string
  document: string
}

export interface EvaluationSet {
  /** Path below the data folder with forward slashes; a file's without its ending. */
  name: string
  /** Language pairs on offer; empty where the set has no languages to pair. */
  pairs: readonly Pair[]
  /**
   * Reads the files, one task for each language of documents among the pairs.
   *
   * @throws DataError where a line is not as the layout says
   */
  load (pairs: readonly Pair[]): Task[]
}

/** How a pair is written: `th-en`. */
export function pairName ({ query, document }: Pair): string {
  return `${query}-${document}`
}

/** The pairs' languages of documents, each with its languages of queries, in the order they come. */
export function byDocumentLanguage (pairs: readonly Pair[]): Map<string, Pair[]> {
  const groups = new Map<string, Pair[]>()
  for (const pair of pairs) {
    const group = groups.get(pair.document)
    if (group === undefined) groups.set(pair.document, [pair])
    else group.push(pair)
  }
  return groups
}
