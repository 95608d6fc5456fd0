import type { Grades } from './ndcg.ts'

/**
 * 1 if the first document is judged (grade 1 or more), else 0.
 *
 * @param ranking document ids, best first
 */
export function accuracy (ranking: readonly string[], grades: Grades): number {
  const [first] = ranking
  return first !== undefined && (grades.get(first) ?? 0) >= 1 ? 1 : 0
}
