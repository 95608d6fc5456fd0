import { fieldNames } from '../types.ts'

/**
 * BM25F: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.6.
 *
 *   score(d, q) = sum over t of  idf(t) * tf(t, d) / (k1 + tf(t, d)) * (k1 + 1) * (k3 + 1) * qtf / (k3 + qtf)
 *   tf(t, d)    = sum over fields f of  weight(f) * count(t, d, f) / (1 - b + b * length(d) / average length)
 *   length(d)   = sum over fields f of  weight(f) * length(d, f)
 *   idf(t)      = ln(1 + (N - df + 0.5) / (df + 0.5)), never negative
 *
 * Counts are weighted before they saturate, so a word in two fields is worth less than two words in one each.
 */
export interface Bm25f {
  /** How soon the count of a term in a profile saturates; above 0. */
  k1: number
  /** How much length is held against a profile; 0 to 1. */
  b: number
  /** How soon the count of a term in the query saturates; above 0. */
  k3: number
  /** By position in `fieldNames`; above 0. */
  weights: readonly number[]
}

/** Measured for long queries on short corpora: DESIGN.md, "Settings". */
export const defaults: Bm25f = { k1: 1.8, b: 0.8, k3: 8, weights: [2, 1, 1, 1] }

export const fieldCount = fieldNames.length

/** Counts of one term in each field, a byte each, the first field lowest; 255 stands for any larger count. */
export type FieldCounts = number

export function countIn (counts: FieldCounts, field: number): number {
  return (counts >>> (field * 8)) & 255
}

export function withMore (counts: FieldCounts, field: number, times: number): FieldCounts {
  const more = Math.min(times, 255 - countIn(counts, field))
  return (counts + more * 2 ** (field * 8)) >>> 0
}

export function weightedCount (counts: FieldCounts, weights: readonly number[]): number {
  let sum = 0
  for (let field = 0, rest = counts; rest !== 0; field++, rest >>>= 8) sum += (rest & 255) * (weights[field] ?? 0)
  return sum
}

export function idf (documents: number, frequency: number): number {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5))
}

/** What the query gives a term, before idf: the count of Robertson et al. (TREC-3, 1994), equation 3's k3 part. */
export function queryWeight (count: number, { k3 }: Bm25f): number {
  return (k3 + 1) * count / (k3 + count)
}

/** `k1` times the length normalisation: what a weighted count is held against. */
export function lengthNorm (length: number, averageLength: number, { k1, b }: Bm25f): number {
  return k1 * (1 - b + b * length / averageLength)
}

/** The profile's side of one term's score, 0 to k1 + 1. */
export function impact (weighted: number, norm: number, { k1 }: Bm25f): number {
  return (k1 + 1) * weighted / (norm + weighted)
}

/**
 * The nearest power of 2^(1/8): at most 4.5% from the average. Impacts are computed ahead with it, and stay right until
 * the average crosses to the next step. It depends on what is indexed now and not on how that came about, so an index
 * that was changed a thousand times scores exactly as a fresh one of the same profiles.
 */
export function steppedAverage (total: number, documents: number): number {
  return total > 0 && documents > 0 ? 2 ** (Math.round(Math.log2(total / documents) * 8) / 8) : 1
}
