import type { Band } from './types.ts'

/**
 * How far a match must stand out among all profiles of its language, in standard deviations: so far does one of 10,000, 1,000 and
 * 100 unrelated profiles stand out, in whatever pair of languages (DESIGN.md, "Bands").
 */
const least: Readonly<Record<Band, number>> = {
  strong: 7,
  good: 4.7,
  possible: 2.7
}

/** Undefined where unrelated profiles often stand out as far. */
export function bandOf (standing: number): Band | undefined {
  return (['strong', 'good', 'possible'] as const).find(band => standing >= least[band])
}
