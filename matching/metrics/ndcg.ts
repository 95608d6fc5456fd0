/** What people judged of one query: document id to grade, 1 or more; a document that is not listed is not relevant. */
export type Grades = ReadonlyMap<string, number>

function discounted (grades: Iterable<number>): number {
  let sum = 0
  let rank = 0
  for (const grade of grades) {
    rank++
    sum += (2 ** grade - 1) / Math.log2(rank + 1)
  }
  return sum
}

/**
 * Normalised discounted cumulative gain with exponential gains, 0 to 1; 0 where nothing is judged.
 * The ideal ranking holds all judged documents of the query, also those the ranking left out.
 *
 * Source: Burges et al. 2005, "Learning to rank using gradient descent", section 6;
 * discount of Järvelin and Kekäläinen 2002.
 *
 * @param ranking document ids, best first, each once
 * @param cutoff ranks that count, 1 or more
 */
export function ndcg (ranking: readonly string[], grades: Grades, cutoff = 10): number {
  const ideal = discounted([...grades.values()].sort((a, b) => b - a).slice(0, cutoff))
  if (ideal === 0) return 0
  return discounted(ranking.slice(0, cutoff).map(id => grades.get(id) ?? 0)) / ideal
}
