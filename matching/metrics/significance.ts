import { seededRandom } from './random.ts'

export interface ResamplingOptions {
  /** How many resamples, 1 or more. */
  samples?: number
  /** 32-bit integer; the same seed gives the same answer. */
  seed?: number
}

export interface Interval {
  /** Mean of b - a over the queries. */
  difference: number
  low: number
  high: number
}

function differences (a: readonly number[], b: readonly number[]): number[] {
  if (a.length !== b.length || a.length === 0) {
    throw new RangeError(`paired values are as many on both sides and at least one, not ${a.length} and ${b.length}`)
  }
  return b.map((value, query) => value - (a[query] ?? 0))
}

function mean (values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/**
 * Percentile bootstrap of the mean difference of two systems over the same queries: queries are drawn
 * with replacement and the outer `1 - confidence` of the means is cut off, half at each end.
 *
 * Source: Efron and Tibshirani 1993, "An introduction to the bootstrap", section 13.3.
 *
 * @param a one value a query of the first system; `b` the same queries of the second, in the same order
 * @param options.confidence between 0 and 1
 * @throws RangeError where the two differ in length or are empty, or the confidence is not between 0 and 1
 */
export function bootstrapInterval (
  a: readonly number[],
  b: readonly number[],
  { samples = 10_000, seed = 1, confidence = 0.95 }: ResamplingOptions & { confidence?: number } = {}
): Interval {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence lies between 0 and 1, not at ${confidence}`)
  const paired = differences(a, b)
  const random = seededRandom(seed)
  const means = new Float64Array(samples)
  for (let sample = 0; sample < samples; sample++) {
    let sum = 0
    for (let draw = 0; draw < paired.length; draw++) sum += paired[Math.floor(random() * paired.length)] ?? 0
    means[sample] = sum / paired.length
  }
  means.sort()
  const cut = Math.floor(samples * (1 - confidence) / 2)
  return { difference: mean(paired), low: means[cut] ?? NaN, high: means[samples - 1 - cut] ?? NaN }
}

/**
 * Two-sided p-value of the paired randomisation test: how often the mean difference is at least as far
 * from 0 when each query's two values are swapped by the toss of a coin. Between 1 / (samples + 1) and 1.
 *
 * Source: Smucker, Allan and Carterette 2007, "A comparison of statistical significance tests for
 * information retrieval evaluation", section 3.1; the + 1 of Phipson and Smyth 2010.
 *
 * @param a one value a query of the first system; `b` the same queries of the second, in the same order
 * @throws RangeError where the two differ in length or are empty
 */
export function randomisationTest (
  a: readonly number[],
  b: readonly number[],
  { samples = 10_000, seed = 1 }: ResamplingOptions = {}
): number {
  const paired = differences(a, b)
  const observed = Math.abs(paired.reduce((sum, value) => sum + value, 0))
  const random = seededRandom(seed)
  // Sums of the same numbers in another sign pattern may miss equality by rounding alone.
  const tolerance = 1e-12 * paired.length
  let asFar = 0
  for (let sample = 0; sample < samples; sample++) {
    let sum = 0
    for (const difference of paired) sum += random() < 0.5 ? difference : -difference
    if (Math.abs(sum) >= observed - tolerance) asFar++
  }
  return (asFar + 1) / (samples + 1)
}
