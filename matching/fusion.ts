import { TopK, type TieBreak } from './lexical/heap.ts'
import type { Candidates } from './lexical/search.ts'

/**
 * One way in which texts are alike, opened for one query: terms now; whatever else is found to carry meaning stands beside it.
 * Its strengths are divided by the greatest one, so that sources of different scales add up.
 */
export interface Source {
  /** Share of the text's strength; those of all sources sum to 1. */
  weight: number
  /** The best of what the query may find. A larger count gives the same ones first. */
  top (count: number): Candidates
  /** The exact strength of any profile, 0 or more. */
  strength (slot: number): number
}

export interface Ranked {
  slot: number
  score: number
  /** The score before facets. */
  strength: number
}

export interface Ranking {
  ranked: Ranked[]
  /** What each source's strengths were multiplied by: weight / greatest strength; 0 where it found nothing. */
  scales: number[]
  /** Failing profiles that would have been among the ranked. */
  failed: number[]
  considered: number
}

export interface Judge {
  /** Whether a profile fails a gate that drops it. */
  fails (slot: number): boolean
  /** What facets add to a profile's strength, as a share of it; -1 to 1. */
  leaning (slot: number): number
  /** No profile's leaning is more. */
  mostLeaning: number
}

/** Sources give single precision sums; what they say may be off by this share. */
const slack = 1e-5

/**
 * The `limit` best profiles by `strength * (1 + leaning)`, exactly, ties as `before` says: Fagin, Lotem and Naor's threshold
 * algorithm (2003). Sources are read side by side from the top, each profile met is scored in full, and reading stops when
 * nothing unread can reach the last place. So candidates widen by themselves where gates or facets turn many away.
 */
export function rank (sources: readonly Source[], limit: number, judge: Judge, before: TieBreak): Ranking {
  const best = new TopK(limit, before)
  const strengths = new Map<number, number>()
  const failing: number[] = []
  let scales: number[] | undefined
  let depth = 0
  for (let count = Math.max(200, limit * 2); ; count *= 4) {
    const lists = sources.map(source => source.top(count))
    scales ??= sources.map((source, i) => scaleOf(source, lists[i]!))
    for (; lists.some(list => depth < list.slots.length); depth++) {
      let ahead = 0
      for (let i = 0; i < lists.length; i++) ahead += (lists[i]!.scores[depth] ?? 0) * scales[i]!
      if (best.floor > ahead * (1 + judge.mostLeaning) * (1 + slack)) break
      for (const { slots } of lists) if (depth < slots.length) meet(slots[depth]!, scales)
    }
    if (lists.every(list => list.slots.length < count || depth < list.slots.length)) {
      const considered = Math.max(...lists.map(list => list.found))
      return finish(scales, considered)
    }
  }

  function meet (slot: number, scales: readonly number[]): void {
    if (strengths.has(slot)) return
    if (judge.fails(slot)) {
      strengths.set(slot, NaN)
      failing.push(slot)
      return
    }
    const strength = strengthOf(slot, scales)
    strengths.set(slot, strength)
    best.offer(slot, strength * (1 + judge.leaning(slot)))
  }

  function strengthOf (slot: number, scales: readonly number[]): number {
    let sum = 0
    for (let i = 0; i < sources.length; i++) sum += sources[i]!.strength(slot) * scales[i]!
    return sum
  }

  function finish (scales: number[], considered: number): Ranking {
    const { slots, scores } = best.take()
    const ranked = Array.from(slots, (slot, i) => ({ slot, score: scores[i]!, strength: strengths.get(slot)! }))
    const last = ranked.length < limit ? undefined : ranked.at(-1)
    const failed = last === undefined
      ? failing
      : failing.filter(slot => {
        const score = strengthOf(slot, scales) * (1 + judge.leaning(slot))
        return score > last.score || (score === last.score && before(slot, last.slot) < 0)
      })
    return { ranked, scales, failed, considered }
  }
}

/** The first in single precision may not be the first: all that might be are asked. */
function scaleOf (source: Source, { slots, scores }: Candidates): number {
  let greatest = 0
  for (let i = 0; i < slots.length && scores[i]! >= scores[0]! * (1 - slack); i++) greatest = Math.max(greatest, source.strength(slots[i]!))
  return greatest > 0 ? source.weight / greatest : 0
}
