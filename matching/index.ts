import { analyserFor, identify, segments, sentences } from './language/index.ts'
import { type Bm25f, defaults } from './lexical/bm25f.ts'
import { matcherOf } from './matcher.ts'
import type { FusionWeights } from './signals.ts'
import type { Matcher } from './types.ts'
import { Glossary } from './vocabulary/glossary.ts'
import { readConcepts, readReadings } from './vocabulary/vocabulary.ts'

export type * from './types.ts'

export interface MatcherOptions {
  /** BM25F's settings; what is left out keeps its default. */
  settings?: Partial<Bm25f>
  weights?: FusionWeights
}

/** What computes matches, and in which edition: raised when the same profiles would be ranked or explained otherwise. */
const versions = { terms: 'bm25f-1', pairs: '1', meaning: '2', fusion: '2', facets: '1', gates: '1' } as const

/**
 * An empty matcher in this process's memory. Synchronous throughout; a change shows in the next match. The profiles given
 * are kept and must not be changed afterwards.
 */
export function createMatcher ({ settings, weights }: MatcherOptions = {}): Matcher {
  const tools = { identify, segments, analyserFor, sentences }
  glossary ??= new Glossary(readConcepts(), tools, readReadings())
  return matcherOf({ tools, settings: { ...defaults, ...settings }, glossary, weights: weights ?? defaultWeights, versions })
}

let glossary: Glossary | undefined

/** Found by hand on the sets of DESIGN.md, in round numbers, and not fitted. */
const defaultWeights: FusionWeights = {
  text: { same: 1, other: 0.1 },
  pairs: { same: 1, other: 0 },
  meaning: { same: 0.3, other: 1.8 },
  vectors: { same: 2.2, other: 2 }
}
