import type { Analyser } from '../types.ts'
import { normalise, withoutAccents } from './normalise.ts'
import { isoStopWords } from './packages.ts'
import { wordsAndPairs } from './runs.ts'
import { analyserOf } from './terms.ts'

/** Thai, Japanese, Lao, Khmer, Burmese: words as ICU cuts them (dictionaries inside Node), and pairs of signs. */
export function segmented (language: string): Analyser {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  const stop = new Set(isoStopWords(language).map(normalise))
  const cut = wordsAndPairs({
    * words (run) {
      for (const { segment, index, isWordLike } of segmenter.segment(run)) if (isWordLike === true) yield { word: segment, index }
    },
    term: word => {
      const spelt = normalise(word)
      return stop.has(spelt) ? '' : spelt
    }
  })
  return analyserOf({ language, term: word => withoutAccents(normalise(word)), cut })
}
