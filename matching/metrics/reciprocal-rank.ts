import type { Grades } from './ndcg.ts'

/**
 * 1 / rank of the first judged document, 0 where none stands among the first `cutoff`.
 * Its mean over queries is MRR (Voorhees 1999, "The TREC-8 question answering track report").
 *
 * @param ranking document ids, best first, each once
 */
export function reciprocalRank (ranking: readonly string[], grades: Grades, cutoff = 100): number {
  const first = ranking.slice(0, cutoff).findIndex(id => (grades.get(id) ?? 0) >= 1)
  return first === -1 ? 0 : 1 / (first + 1)
}
