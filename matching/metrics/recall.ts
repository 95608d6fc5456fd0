import type { Grades } from './ndcg.ts'

/**
 * Share of the judged documents that stand among the first `cutoff` of the ranking, 0 to 1; 0 where nothing is judged.
 *
 * @param ranking document ids, best first, each once
 */
export function recall (ranking: readonly string[], grades: Grades, cutoff = 100): number {
  const judged = [...grades.values()].filter(grade => grade >= 1).length
  if (judged === 0) return 0
  return ranking.slice(0, cutoff).filter(id => (grades.get(id) ?? 0) >= 1).length / judged
}
