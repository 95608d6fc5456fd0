import { TopK, type TieBreak } from './lexical/heap.ts'
import type { Candidates } from './lexical/search.ts'

/**
 * One way in which texts are alike, opened for one query: terms now; whatever else is found to carry meaning stands beside it.
 * Its strengths are divided by the greatest one, so that sources of different scales add up.
 */
export interface Source {
  /** Share of the text's strength; those of all sources sum to 1. */
  weight: number
  /** The `count` best of what the query may find and is at least so strong, or of that only what `accepts` takes. */
  top (count: number, accepts?: (slot: number) => boolean, least?: number): Candidates
  /** The exact strength of any profile, 0 or more. */
  strength (slot: number): number
  /** The strength that `top` goes by, off by no more than `slack`. */
  about (slot: number): number
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
  /** Failing profiles that would have been among the ranked, each with the rules it fails. */
  failed: (readonly string[])[]
  considered: number
}

export interface Judge {
  /** The rules by which a profile is dropped, if any. */
  failures (slot: number): readonly string[]
  /** What facets add to a profile's strength, as a share of it; -1 to 1. */
  leaning (slot: number): number
  /** No profile's leaning is more. */
  mostLeaning: number
}

/** Sources sum in single precision; what they say may be off by this share. */
export const slack = 1e-5

/**
 * The `limit` best profiles by `strength * (1 + leaning)`, exactly, ties as `before` says: Fagin, Lotem and Naor's threshold
 * algorithm (2003). Sources are read side by side from the top, each profile met is scored in full, and reading stops when
 * nothing unread can reach the last place. Where the first list does not settle it, others are asked for, of passing
 * profiles alone and, once `limit` are ranked, of those alone that may reach the last place: so nothing is lost however
 * many the gates turn away.
 */
export function rank (sources: readonly Source[], limit: number, judge: Judge, before: TieBreak): Ranking {
  const best = new TopK(limit, before)
  const strengths = new Map<number, number>()
  const failing = new Map<number, readonly string[]>()
  let count = Math.max(200, limit * 2)
  let lists = sources.map(source => source.top(count))
  const scales = sources.map((source, i) => scaleOf(source, lists[i]!))
  const considered = Math.max(...lists.map(list => list.found))

  while (!settled(lists)) {
    count = best.full ? Math.max(4096, count * 4) : limit * 2
    const least = best.floor / (1 + judge.mostLeaning) * (1 - slack) / sources.length
    lists = sources.map((source, i) => source.top(count, passes, scales[i]! > 0 ? least / scales[i]! : 0))
  }
  const { slots, scores } = best.take()
  const ranked = Array.from(slots, (slot, i) => ({ slot, score: scores[i]!, strength: strengths.get(slot)! }))
  return { ranked, scales, failed: failedAbove(ranked), considered }

  /** Reads the lists; whether what they leave out, if anything, is too weak to matter. */
  function settled (lists: readonly Candidates[]): boolean {
    for (let depth = 0; lists.some(list => depth < list.slots.length); depth++) {
      let ahead = 0
      for (let i = 0; i < lists.length; i++) ahead += (lists[i]!.scores[depth] ?? 0) * scales[i]!
      if (best.full && best.floor > ahead * (1 + judge.mostLeaning) * (1 + slack)) return true
      for (const { slots } of lists) {
        const slot = slots[depth]
        if (slot === undefined || strengths.has(slot) || !passes(slot)) continue
        const strength = strengthOf(slot)
        strengths.set(slot, strength)
        best.offer(slot, strength * (1 + judge.leaning(slot)))
      }
    }
    return lists.every(list => list.slots.length < count)
  }

  function passes (slot: number): boolean {
    if (failing.has(slot)) return false
    const rules = judge.failures(slot)
    if (rules.length === 0) return true
    failing.set(slot, rules)
    return false
  }

  function strengthOf (slot: number): number {
    let sum = 0
    for (let i = 0; i < sources.length; i++) sum += sources[i]!.strength(slot) * scales[i]!
    return sum
  }

  function failedAbove (ranked: readonly Ranked[]): (readonly string[])[] {
    const last = ranked.at(-1)
    if (last === undefined || ranked.length < limit) return [...failing.values()]
    const failed: (readonly string[])[] = []
    for (const [slot, rules] of failing) if (isAbove(slot, last)) failed.push(rules)
    return failed
  }

  function isAbove (slot: number, last: Ranked): boolean {
    let about = 0
    for (let i = 0; i < sources.length; i++) about += sources[i]!.about(slot) * scales[i]!
    if (about * (1 + judge.mostLeaning) * (1 + slack) < last.score) return false
    const score = strengthOf(slot) * (1 + judge.leaning(slot))
    return score > last.score || (score === last.score && before(slot, last.slot) < 0)
  }
}

/** The first in single precision may not be the first: all that might be are asked. */
function scaleOf (source: Source, { slots, scores }: Candidates): number {
  let greatest = 0
  for (let i = 0; i < slots.length && scores[i]! >= scores[0]! * (1 - slack); i++) greatest = Math.max(greatest, source.strength(slots[i]!))
  return greatest > 0 ? source.weight / greatest : 0
}
