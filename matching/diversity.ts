/** A candidate and what it says: terms with their weights. */
export interface Candidate<T> {
  item: T
  score: number
  terms: ReadonlyMap<string, number>
}

/**
 * `limit` of the candidates, each the one that is best by `(1 - diversity) * score / best score - diversity * likeness to the most alike that
 * is taken already`: maximal marginal relevance (Carbonell and Goldstein 1998). Likeness is the cosine of the terms' weights.
 *
 * @param candidates best first
 * @param diversity 0 (their order) to 1
 */
export function diversified<T> (candidates: readonly Candidate<T>[], diversity: number, limit: number): T[] {
  const best = candidates[0]?.score ?? 0
  const left = candidates.map(candidate => ({ ...candidate, length: lengthOf(candidate.terms), closest: 0 }))
  const taken: T[] = []
  while (taken.length < limit && left.length > 0) {
    let at = 0
    let most = -Infinity
    left.forEach(({ score, closest }, i) => {
      const value = (1 - diversity) * (best > 0 ? score / best : 0) - diversity * closest
      if (value > most) {
        most = value
        at = i
      }
    })
    const [next] = left.splice(at, 1)
    taken.push(next!.item)
    for (const other of left) other.closest = Math.max(other.closest, cosine(next!, other))
  }
  return taken
}

interface Measured {
  terms: ReadonlyMap<string, number>
  length: number
}

function cosine (a: Measured, b: Measured): number {
  if (a.length === 0 || b.length === 0) return 0
  const [small, large] = a.terms.size < b.terms.size ? [a, b] : [b, a]
  let product = 0
  for (const [term, weight] of small.terms) product += weight * (large.terms.get(term) ?? 0)
  return product / (a.length * b.length)
}

function lengthOf (terms: ReadonlyMap<string, number>): number {
  let squares = 0
  for (const weight of terms.values()) squares += weight * weight
  return Math.sqrt(squares)
}
