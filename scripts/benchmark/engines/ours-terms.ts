import { analysed, fieldLengths, fieldTerms, read, termCounts } from '../../../matching/analysis.ts'
import { emptyBits, setBit } from '../../../matching/bits.ts'
import { analyserFor, identify, segments, sentences } from '../../../matching/language/index.ts'
import { defaults } from '../../../matching/lexical/bm25f.ts'
import { LexicalIndex } from '../../../matching/lexical/index.ts'
import { limit } from './engine.ts'
import { fieldTexts } from './ours.ts'
import type { FieldText } from '../../../matching/types.ts'
import type { Engine } from './engine.ts'

const tools = { identify, segments, analyserFor, sentences }

const analysis = (texts: readonly FieldText[]) => analysed(read(texts, tools), tools)

/** The matcher's search alone: language, analysis and the best profiles' ids, without facets, gates and explanations. */
export function oursTerms (): Engine {
  const index = new LexicalIndex(defaults)
  const ids: string[] = []
  let everything = emptyBits(0)
  return {
    index (documents) {
      everything = emptyBits(documents.length)
      for (const [slot, document] of documents.entries()) {
        const texts = analysis(fieldTexts(document))
        index.add(slot, fieldTerms(texts), fieldLengths(texts))
        setBit(everything, slot)
        ids.push(document.id)
      }
    },
    search (query) {
      const counts = termCounts(analysis([{ field: 'problem', text: query }]), defaults.weights)
      const { slots } = index.search(counts, everything).top(limit, (a, b) => a - b)
      return [...slots].map(slot => ids[slot] ?? '')
    },
    bytes: () => index.bytes
  }
}
