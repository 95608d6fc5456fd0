import { analyserFor, identify, segments, sentences } from './language/index.ts'
import { type Bm25f, defaults } from './lexical/bm25f.ts'
import { matcherOf } from './matcher.ts'
import type { Matcher } from './types.ts'

export type * from './types.ts'

export interface MatcherOptions {
  /** BM25F's settings; what is left out keeps its default. */
  settings?: Partial<Bm25f>
}

/** What computes matches, and in which edition: raised when the same profiles would be ranked or explained otherwise. */
const versions = { terms: 'bm25f-1', facets: '1', gates: '1' } as const

/**
 * An empty matcher in this process's memory. Synchronous throughout; a change shows in the next match. The profiles given
 * are kept and must not be changed afterwards.
 */
export function createMatcher ({ settings }: MatcherOptions = {}): Matcher {
  return matcherOf({ tools: { identify, segments, analyserFor, sentences }, settings: { ...defaults, ...settings }, versions })
}
