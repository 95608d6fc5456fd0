import { indonesianOrMalay, smallWordVotes, votesFor } from './clues.ts'
import { languagesListing } from '../vocabulary/known-words.ts'
import { detector, type Detector } from './packages.ts'

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Languages in Latin letters that the detector may answer; its `ms` is Malay and Indonesian. */
const latin = ['en', 'es', 'pt', 'fr', 'de', 'it', 'nl', 'ro', 'sv', 'da', 'no', 'fi', 'pl', 'cs', 'sk', 'hu', 'tr', 'ca', 'hr', 'tl', 'ms', 'vi']
/** Languages a text is likelier to be in, where two are nearly as good: those of the cities served. */
const served = new Set(['en', 'es', 'pt', 'fr', 'tl', 'ms', 'vi'])
const rarer = 0.93
let held: Detector | undefined

/** Loaded when small words leave a text open. */
export function latinDetector (): Detector {
  if (held === undefined) {
    held = detector()
    held.setLanguageSubset(latin)
  }
  return held
}

/** Letters that speak for a language; one each counts as a small word. */
const letters: [string, RegExp][] = [
  ['vi', /[ăđơư\u1ea0-\u1ef9]/gu], ['pt', /[ãõ]|ção|ções|nh|lh/gu], ['es', /[ñ¿¡]|ción|ll/gu], ['de', /[ßäöü]/gu], ['fr', /[èêœùîë]|eau|oi[rtsx]/gu],
  ['tr', /[ışğ]/gu], ['ro', /[șțăşţ]/gu], ['pl', /[łżźćśęą]/gu], ['cs', /[řěůč]/gu], ['hu', /[őű]/gu]
]

const share = (sums: Map<string, number>, language: string, words: number): number => (sums.get(language) ?? 0) / Math.max(3, words)

/** The language whose small words stand out so clearly that nothing else need be asked. */
function clearly (sums: Map<string, number>, words: number): string | undefined {
  const [first, second] = [...sums].sort((a, b) => b[1] - a[1])
  if (first === undefined || first[1] < 3 || first[1] * 6 < words) return undefined
  return first[1] >= 1.6 * (second?.[1] ?? 0) ? first[0] : undefined
}

/** How much words that the vocabulary lists speak for their languages: a title has no small words. */
const listedShare = 0.3

/** N-grams, small words, listed words and telling letters together. */
function byAllClues (lower: string, sums: Map<string, number>, wordsRead: readonly string[]): string {
  const words = wordsRead.length
  const listed = votesFor(wordsRead, languagesListing)
  for (const [speaker, pattern] of letters) {
    const hits = count(lower, pattern)
    if (hits > 0) sums.set(speaker, (sums.get(speaker) ?? 0) + Math.min(hits, 3) * 0.5)
  }
  const scores = latinDetector().detect(lower).getScores()
  let language = ''
  let best = 0
  for (const code of new Set([...sums.keys(), ...listed.keys(), ...Object.keys(scores)])) {
    const asked = code === 'fil' ? 'tl' : code === 'id' ? 'ms' : code
    const score = (scores[asked] ?? 0) * (served.has(asked) ? 1 : rarer) + 0.3 * share(sums, code, words) +
      listedShare * share(listed, code === 'tl' ? 'fil' : code === 'ms' ? 'id' : code, words)
    if (score > best) {
      best = score
      language = code
    }
  }
  return language
}

/** The language of a text in Latin letters; `und` where nothing speaks for any. At most 1,000 units are read. */
export function ofLatin (text: string): string {
  let language: string | undefined
  // The opening of a text is mostly enough; the rest is read when it is not.
  for (const length of [250, 1000]) {
    const lower = text.slice(0, length).toLowerCase().normalize('NFC')
    if (count(lower, /[ăđơư\u1ea0-\u1ef9]/gu) * 12 >= lower.length) return 'vi'
    const words = lower.match(/[\p{L}\p{M}]+/gu) ?? []
    const sums = smallWordVotes(words)
    language = clearly(sums, words.length)
    if (language !== undefined) break
    if (text.length <= length || length === 1000) {
      language = byAllClues(lower, sums, words)
      break
    }
  }
  if (language === 'tl') return 'fil'
  if (language === 'id' || language === 'ms') return indonesianOrMalay(text)
  return language === undefined || language === '' ? 'und' : language
}
