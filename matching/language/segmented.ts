import type { Analyser } from '../types.ts'
import { normalise, withoutAccents } from './normalise.ts'
import { listed } from './lists.ts'
import { isoStopWords } from './packages.ts'
import { wordsAndPairs } from './runs.ts'
import { analyserOf } from './terms.ts'

/** Sara am in one order with the tone mark, and sara ae as one sign (NFKC has already split sara am). */
function thaiSpelling (piece: string): string {
  return normalise(piece).replace(/\u0e4d([\u0e48-\u0e4b])(?=\u0e32)/gu, '$1\u0e4d').replace(/\u0e40\u0e40/gu, '\u0e41')
}

/** Function words that the published lists lack. */
const more: Readonly<Record<string, readonly string[]>> = { th: listed('ทรง พระองค์ เธอ เขา จน จนกระทั่ง จนถึง คัน ละ') }

const twoHiragana = /^\p{Script=Hiragana}+$/u

/**
 * ICU loads its dictionaries by the first letters it meets, and cuts a first run that begins with a sign of no script of its
 * own (the long vowel sign of Japanese) otherwise than the same run later. One cut of plain letters settles it.
 */
const plainLetters = 'あ漢カ กา ກາ កា ကာ'

/** Thai, Japanese, Lao, Khmer, Burmese: words as ICU cuts them with the dictionaries inside Node, and pairs of signs. */
export function segmented (language: string): Analyser {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  const spelling = language === 'th' ? thaiSpelling : normalise
  Array.from(segmenter.segment(plainLetters))
  const stop = new Set([...isoStopWords(language), ...more[language] ?? []].map(spelling))
  const cut = wordsAndPairs({
    * words (run) {
      for (const { segment, index, isWordLike } of segmenter.segment(run)) if (isWordLike === true) yield { word: segment, index }
    },
    term: word => {
      const spelt = spelling(word)
      return stop.has(spelt) ? '' : spelt
    },
    // Hiragana alone is grammar more often than not; words written in it come from the segmenter.
    pair: pair => language !== 'ja' || !twoHiragana.test(pair),
    spelling
  })
  return { ...analyserOf({ language, term: word => withoutAccents(normalise(word)), cut }), functionWords: stop }
}
