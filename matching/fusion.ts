import { TopK, type TieBreak } from './lexical/heap.ts'
import type { Candidates } from './lexical/search.ts'

/** How alike the texts are, opened for one query. Strengths are divided by the greatest one. */
export interface Source {
  /** The `count` best of what the query may find and is at least so strong, or of that only what `accepts` takes. */
  top (count: number, accepts?: (slot: number) => boolean, least?: number): Candidates
  /** The exact strength of any profile, 0 or more. */
  strength (slot: number): number
  /** As much of a profile's strength facets leave alone, 0 or more. */
  base (slot: number): number
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
  /** What strengths were multiplied by: 1 / the greatest; 0 where nothing was found. */
  scale: number
  /** Failing profiles that would have been among the ranked, each with the rules it fails. */
  failed: (readonly string[])[]
  considered: number
}

export interface Judge {
  /** The rules by which a profile is dropped, if any. */
  failures (slot: number): readonly string[]
  /** What facets add to a profile's strength, as a share of what it has above the base; -1 to 1. */
  leaning (slot: number): number
  /** No profile's leaning is more. */
  mostLeaning: number
}

/** `about` is summed in single precision and the means are taken off: it may be off by this share. */
export const slack = 1e-4

/**
 * The `limit` best profiles by `strength + max(0, strength - base) * leaning`, exactly, ties as `before` says: Fagin, Lotem and Naor's threshold
 * algorithm (2003), of one list. It is read from the top, each profile met is scored in full, and reading stops when
 * nothing unread can reach the last place. Where the first list does not settle it, others are asked for, of passing
 * profiles alone and, once `limit` are ranked, of those alone that may reach the last place: so nothing is lost however
 * many the gates turn away.
 */
export function rank (source: Source, limit: number, judge: Judge, before: TieBreak): Ranking {
  const best = new TopK(limit, before)
  const strengths = new Map<number, number>()
  const failing = new Map<number, readonly string[]>()
  let count = Math.max(200, limit * 2)
  let list = source.top(count)
  const scale = scaleOf(source, list)
  const considered = list.found

  while (!settled(list)) {
    count = best.full ? Math.max(4096, count * 4) : limit * 2
    const least = best.floor / (1 + judge.mostLeaning) * (1 - slack)
    list = source.top(count, passes, scale > 0 ? least / scale : 0)
  }
  const { slots, scores } = best.take()
  const ranked = Array.from(slots, (slot, i) => ({ slot, score: scores[i]!, strength: strengths.get(slot)! }))
  return { ranked, scale, failed: failedAbove(ranked), considered }

  /** Reads the list; whether what it leaves out, if anything, is too weak to matter. */
  function settled ({ slots, scores }: Candidates): boolean {
    for (let depth = 0; depth < slots.length; depth++) {
      if (best.full && best.floor > scores[depth]! * scale * (1 + judge.mostLeaning) * (1 + slack)) return true
      const slot = slots[depth]!
      if (strengths.has(slot) || !passes(slot)) continue
      const strength = source.strength(slot) * scale
      strengths.set(slot, strength)
      best.offer(slot, scored(slot, strength))
    }
    return slots.length < count
  }

  function scored (slot: number, strength: number): number {
    return strength + Math.max(0, strength - source.base(slot) * scale) * judge.leaning(slot)
  }

  function passes (slot: number): boolean {
    if (failing.has(slot)) return false
    const rules = judge.failures(slot)
    if (rules.length === 0) return true
    failing.set(slot, rules)
    return false
  }

  function failedAbove (ranked: readonly Ranked[]): (readonly string[])[] {
    const last = ranked.at(-1)
    if (last === undefined || ranked.length < limit) return [...failing.values()]
    const failed: (readonly string[])[] = []
    for (const [slot, rules] of failing) if (isAbove(slot, last)) failed.push(rules)
    return failed
  }

  function isAbove (slot: number, last: Ranked): boolean {
    if (source.about(slot) * scale * (1 + judge.mostLeaning) * (1 + slack) < last.score) return false
    const score = scored(slot, source.strength(slot) * scale)
    return score > last.score || (score === last.score && before(slot, last.slot) < 0)
  }
}

/** The first in single precision may not be the first: all that might be are asked. */
function scaleOf (source: Source, { slots, scores }: Candidates): number {
  let greatest = 0
  for (let i = 0; i < slots.length && scores[i]! >= scores[0]! * (1 - slack); i++) greatest = Math.max(greatest, source.strength(slots[i]!))
  return greatest > 0 ? 1 / greatest : 0
}
