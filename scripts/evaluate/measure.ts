import { accuracy } from '../../matching/metrics/accuracy.ts'
import { ndcg } from '../../matching/metrics/ndcg.ts'
import { bootstrapInterval } from '../../matching/metrics/significance.ts'
import { recall } from '../../matching/metrics/recall.ts'
import { reciprocalRank } from '../../matching/metrics/reciprocal-rank.ts'
import type { Embedding } from '../../matching/dense/embedding.ts'
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
  /** 95% of the means over queries drawn again with replacement. */
  ndcg10Interval: readonly [low: number, high: number]
  accuracy1Interval: readonly [low: number, high: number]
}

const depth = 100

const ascending = (a: string, b: string) => a < b ? -1 : a > b ? 1 : 0

/** An empty matcher, and what gives it vectors; undefined to do without. */
export interface Measured {
  matcher: Matcher
  embedding: Embedding | undefined
}

async function index ({ matcher, embedding }: Measured, documents: readonly Document[]): Promise<void> {
  // In ascending order, so that a matcher which keeps the earlier of two equal scores keeps the right one at its limit too.
  for (const { id, title, text } of [...documents].sort((a, b) => ascending(a.id, b.id))) {
    const heading = title === undefined || title === '' ? [] : [{ field: 'title' as const, text: title }]
    const profile = { id, kind: 'solution' as const, texts: [...heading, { field: 'problem' as const, text }], facets: {} }
    matcher.upsert(profile)
    embedding?.upsert(profile)
  }
  await embedding?.settled()
}

async function rank ({ matcher, embedding }: Measured, { id, text }: JudgedQuery): Promise<string[]> {
  const texts = [{ field: 'problem' as const, text }]
  const { matches } = matcher.match({
    profile: { id, kind: 'challenge', texts, facets: {} },
    vectors: await embedding?.vectorsOf(texts),
    vectorsRead: embedding?.reads,
    target: 'solution',
    limit: depth
  })
  // What is folded into a match stands just behind it.
  return [...matches]
    .sort((a, b) => b.score - a.score || ascending(a.id, b.id))
    .flatMap(match => [match.id, ...match.copies])
    .filter(found => found !== id)
}

/**
 * Indexes a task's documents in a new matcher and ranks every query of its runs. Languages are for the
 * matcher to identify; none is told.
 *
 * @param onQuery called after every query
 * @returns one row a run, means over its queries
 */
export async function * measure (task: Task, measured: Measured, onQuery: () => void): AsyncGenerator<Measures> {
  await index(measured, task.documents)
  for (const { pair, queries } of task.runs) {
    const sums = { mrr: 0, recall100: 0, seconds: 0 }
    const gains: number[] = []
    const firsts: number[] = []
    for (const query of queries) {
      const start = performance.now()
      const ranking = await rank(measured, query)
      sums.seconds += (performance.now() - start) / 1000
      gains.push(ndcg(ranking, query.grades, 10))
      sums.mrr += reciprocalRank(ranking, query.grades, depth)
      sums.recall100 += recall(ranking, query.grades, depth)
      firsts.push(accuracy(ranking, query.grades))
      onQuery()
    }
    const count = queries.length
    yield {
      set: task.set,
      pair,
      queries: count,
      documents: task.documents.length,
      ndcg10: mean(gains),
      mrr: sums.mrr / count,
      recall100: sums.recall100 / count,
      accuracy1: mean(firsts),
      queriesPerSecond: count / sums.seconds,
      ndcg10Interval: intervalOf(gains),
      accuracy1Interval: intervalOf(firsts)
    }
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

function intervalOf (values: readonly number[]): [number, number] {
  const { low, high } = bootstrapInterval(values.map(() => 0), values, { samples: 2000 })
  return [low, high]
}
