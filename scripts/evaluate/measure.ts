import { accuracy } from '../../matching/metrics/accuracy.ts'
import { ndcg } from '../../matching/metrics/ndcg.ts'
import { recall } from '../../matching/metrics/recall.ts'
import { reciprocalRank } from '../../matching/metrics/reciprocal-rank.ts'
import type { Matcher } from '../../matching/types.ts'
import type { Document, JudgedQuery, Task } from './set.ts'

export interface Measures {
  set: string
  pair: string | null
  queries: number
  documents: number
  ndcg10: number
  mrr: number
  recall100: number
  accuracy1: number
  queriesPerSecond: number
}

const depth = 100

const ascending = (a: string, b: string) => a < b ? -1 : a > b ? 1 : 0

/** A text's vectors; undefined where there is no encoder. */
export type Encode = (texts: readonly string[]) => Promise<Float32Array[]>

async function index (matcher: Matcher, documents: readonly Document[], encode: Encode | undefined): Promise<void> {
  // In ascending order, so that a matcher which keeps the earlier of two equal scores keeps the right one at its limit too.
  for (const { id, title, text } of [...documents].sort((a, b) => ascending(a.id, b.id))) {
    const heading = title === undefined || title === '' ? [] : [{ field: 'title' as const, text: title }]
    const texts = [...heading, { field: 'problem' as const, text }]
    matcher.upsert({ id, kind: 'solution', texts, facets: {} })
    if (encode !== undefined) matcher.give(id, await encode([matcher.gloss(texts)]))
  }
}

async function rank (matcher: Matcher, { id, text }: JudgedQuery, encode: Encode | undefined): Promise<string[]> {
  const texts = [{ field: 'problem' as const, text }]
  const { matches } = matcher.match({
    profile: { id, kind: 'challenge', texts, facets: {} },
    vectors: await encode?.([matcher.gloss(texts)]),
    target: 'solution',
    limit: depth
  })
  return matches
    .filter(match => match.id !== id)
    .sort((a, b) => b.score - a.score || ascending(a.id, b.id))
    .map(match => match.id)
}

/**
 * Indexes a task's documents in a new matcher and ranks every query of its runs. Languages are for the
 * matcher to identify; none is told.
 *
 * @param createMatcher gives an empty matcher
 * @param encode gives texts their vectors, English or glossed; undefined to do without
 * @param onQuery called after every query
 * @returns one row a run, means over its queries
 */
export async function * measure (task: Task, createMatcher: () => Matcher, encode: Encode | undefined, onQuery: () => void): AsyncGenerator<Measures> {
  const matcher = createMatcher()
  await index(matcher, task.documents, encode)
  for (const { pair, queries } of task.runs) {
    const sums = { ndcg10: 0, mrr: 0, recall100: 0, accuracy1: 0, seconds: 0 }
    for (const query of queries) {
      const start = performance.now()
      const ranking = await rank(matcher, query, encode)
      sums.seconds += (performance.now() - start) / 1000
      sums.ndcg10 += ndcg(ranking, query.grades, 10)
      sums.mrr += reciprocalRank(ranking, query.grades, depth)
      sums.recall100 += recall(ranking, query.grades, depth)
      sums.accuracy1 += accuracy(ranking, query.grades)
      onQuery()
    }
    const count = queries.length
    yield {
      set: task.set,
      pair,
      queries: count,
      documents: task.documents.length,
      ndcg10: sums.ndcg10 / count,
      mrr: sums.mrr / count,
      recall100: sums.recall100 / count,
      accuracy1: sums.accuracy1 / count,
      queriesPerSecond: count / sums.seconds
    }
  }
}
