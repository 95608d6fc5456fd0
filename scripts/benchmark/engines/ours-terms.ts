import { analysed, fieldLengths, fieldTerms, termCounts } from '../../../matching/analysis.ts'
import { emptyBits, setBit } from '../../../matching/bits.ts'
import { analyse, identify, sentences } from '../../../matching/language/index.ts'
import { defaults } from '../../../matching/lexical/bm25f.ts'
import { LexicalIndex } from '../../../matching/lexical/index.ts'
import { limit } from './engine.ts'
import { fieldTexts } from './ours.ts'
import type { Engine } from './engine.ts'

const tools = { analyse, identify, sentences }

/** The matcher's search alone: language, analysis and the best profiles' ids, without facets, gates and explanations. */
export function oursTerms (): Engine {
  const index = new LexicalIndex(defaults)
  const ids: string[] = []
  let everything = emptyBits(0)
  return {
    index (documents) {
      everything = emptyBits(documents.length)
      for (const [slot, document] of documents.entries()) {
        const texts = analysed(fieldTexts(document), tools)
        index.add(slot, fieldTerms(texts), fieldLengths(texts))
        setBit(everything, slot)
        ids.push(document.id)
      }
    },
    search (query) {
      const terms = index.query(termCounts(analysed([{ field: 'problem', text: query }], tools), defaults.weights))
      return [...index.top(terms, everything, limit, (a, b) => a - b).slots].map(slot => ids[slot] ?? '')
    },
    bytes: () => index.bytes
  }
}
