import type { Analyser } from '../types.ts'
import { normalise, withoutAccents } from './normalise.ts'
import { chineseCutter, isoStopWords, type WordCutter } from './packages.ts'
import { wordsAndPairs } from './runs.ts'
import { analyserOf } from './terms.ts'

/** Chinese: jieba's words and pairs of characters. */
export function chinese (): Analyser {
  let cutter: WordCutter | undefined
  const stop = new Set(isoStopWords('zh'))
  const cut = wordsAndPairs({
    * words (run) {
      cutter ??= chineseCutter()
      let index = 0
      for (const word of cutter.cut(run, true)) {
        yield { word, index }
        index += word.length
      }
    },
    term: word => stop.has(word) ? '' : normalise(word),
    pair: (first, second) => !stop.has(first) && !stop.has(second)
  })
  return analyserOf({ language: 'zh', term: word => withoutAccents(normalise(word)), cut })
}
