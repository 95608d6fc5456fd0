/**
 * The value that a share of the values does not exceed, by nearest rank: the smallest value with at
 * least `share` of all at or below it. NaN of no values.
 *
 * @param share above 0 to 1
 */
export function percentile (values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN
}
