import type { AnalysedText } from './analysis.ts'
import type { Bits } from './bits.ts'
import type { Shelf } from './filters.ts'
import type { Bm25f } from './lexical/bm25f.ts'
import type { Search, TermScore } from './lexical/search.ts'
import type { Signal } from './likeness.ts'
import type { Glossary } from './vocabulary/glossary.ts'
import { pairCounts } from './pairs.ts'
import { meaningCounts } from './vocabulary/meaning-terms.ts'

/** How much each signal counts between texts of the same language and of two; DESIGN.md, "One score", tells how they were found. */
export type FusionWeights = Readonly<Record<SignalName, SignalWeights>>

export interface SignalWeights { same: number, other: number }

export type SignalName = 'text' | 'pairs' | 'meaning' | 'vectors'

export interface NamedSignal {
  name: SignalName
  signal: Signal
  /** What each term gives a profile; they sum to the signal. */
  shares?: (slot: number) => TermScore[]
}

export interface Asked {
  shelf: Shelf
  counts: ReadonlyMap<string, number>
  queryTexts: readonly AnalysedText[]
  vectors: readonly Float32Array[] | undefined
  vectorsRead: 'english' | 'any'
  settings: Bm25f
  glossary: Glossary | undefined
  weights: FusionWeights
  allowed: Bits
}

/** What a term search usually gives unrelated profiles, as a share of the most it could give: .02 to .06 on the sets of DESIGN.md. */
const usualShare = 0.04

/** What unrelated texts' vectors have in common: all-MiniLM-L6-v2 on those sets. */
const usualCosine = { mean: 0.15, spread: 0.12 }

/** Everything that is known of how alike the texts are. */
export function signalsFor ({ shelf, counts, queryTexts, vectors, vectorsRead, settings, glossary, weights, allowed }: Asked): NamedSignal[] {
  const { slots } = shelf.profiles
  const told = toldByVector(queryTexts)
  const signals = [searched('text', shelf.lexical.search(counts, allowed), slots, weights.text)]
  if (told < 1) signals.push(searched('pairs', shelf.pairs.search(pairCounts(queryTexts, settings.weights), allowed), slots, scaled(weights.pairs, 1 - told)))
  if (glossary !== undefined) {
    signals.push(searched('meaning', shelf.meaning.search(meaningCounts(queryTexts, glossary, settings.weights), allowed), slots, weights.meaning))
  }
  if (vectors !== undefined && vectors.length > 0 && vectors[0]!.length === shelf.vectors?.dimensions) {
    const about = new Float32Array(slots)
    shelf.vectors.scores(vectors, about)
    signals.push({ name: 'vectors', signal: { about, exact: slot => about[slot]!, least: usualCosine.mean, prior: usualCosine, weights: scaled(weights.vectors, told), glossed: vectorsRead === 'english' } })
  }
  return signals
}

/**
 * As many content words as a vector tells whole. It holds so much and no more, while each further word of a long text tells its terms something.
 */
const wordsTold = 60

/** How much of a text its vector tells, 0 to 1; words side by side tell the more of the rest. */
function toldByVector (texts: readonly AnalysedText[]): number {
  const words = texts.reduce((sum, { tokens }) => sum + tokens.filter(({ piece }) => piece !== true).length, 0)
  return Math.min(1, Math.sqrt(wordsTold / Math.max(1, words)))
}

function scaled ({ same, other }: SignalWeights, share: number): SignalWeights {
  return { same: same * share, other: other * share }
}

function searched (name: SignalName, search: Search, slots: number, weights: SignalWeights): NamedSignal {
  const about = new Float32Array(slots)
  search.spread(about)
  const usual = Math.max(search.bound * usualShare, 1e-6)
  return {
    name,
    signal: { about, exact: slot => search.strength(slot), least: 0, prior: { mean: usual, spread: usual }, weights, glossed: name === 'meaning' },
    shares: slot => search.shares(slot)
  }
}
