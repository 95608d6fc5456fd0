import type { Judgement } from '../../db/index.ts'

/**
 * The grade of a pair, 0 to 3, of the values of its judgements, each from -1 to 1: three times their mean, rounded to the
 * nearest whole number, halves up; 0 where the mean is negative.
 */
export const gradeOf = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.round(3 * Math.max(0, mean))
}

/** Values by query and by what was judged for it. */
export class Pairs {
  readonly #pairs = new Map<string, Map<string, number[]>>()

  add ({ queryId, matchId, value }: Judgement): void {
    const ofQuery = this.#pairs.get(queryId) ?? new Map<string, number[]>()
    ofQuery.set(matchId, [...ofQuery.get(matchId) ?? [], value])
    this.#pairs.set(queryId, ofQuery)
  }

  /** In the order of ids. */
  graded (): Array<{ query: string, match: string, grade: number }> {
    const inOrder = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => a < b ? -1 : 1)
    return inOrder(this.#pairs).flatMap(([query, matches]) => inOrder(matches).map(([match, values]) => ({ query, match, grade: gradeOf(values) })))
  }
}
