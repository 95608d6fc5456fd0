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

function index (matcher: Matcher, documents: readonly Document[]): void {
  // In ascending order, so that a matcher which keeps the earlier of two equal scores keeps the right one at its limit too.
  for (const { id, title, text } of [...documents].sort((a, b) => ascending(a.id, b.id))) {
    const heading = title === undefined || title === '' ? [] : [{ field: 'title' as const, text: title }]
    matcher.upsert({ id, kind: 'solution', texts: [...heading, { field: 'problem', text }], facets: {} })
  }
}

function rank (matcher: Matcher, { id, text }: JudgedQuery): string[] {
  const { matches } = matcher.match({
    profile: { id, kind: 'challenge', texts: [{ field: 'problem', text }], facets: {} },
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
 * @param onQuery called after every query
 * @returns one row a run, means over its queries
 */
export function * measure (task: Task, createMatcher: () => Matcher, onQuery: () => void): Generator<Measures> {
  const matcher = createMatcher()
  index(matcher, task.documents)
  for (const { pair, queries } of task.runs) {
    const sums = { ndcg10: 0, mrr: 0, recall100: 0, accuracy1: 0, seconds: 0 }
    for (const query of queries) {
      const start = performance.now()
      const ranking = rank(matcher, query)
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
