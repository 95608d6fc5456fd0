import type { Analyser } from '../types.ts'
import { analyserOf } from './terms.ts'
import { normalise } from './normalise.ts'
import { plainRun } from './unspaced.ts'

export interface SpacedLanguage {
  language: string
  /** Left out; compared after `spelling`. */
  stopWords: Iterable<string>
  /** One spelling for each word, after Unicode normalisation and before the stop words. */
  spelling?: (word: string) => string
  /** Not asked about words with digits. */
  stem: (word: string) => string
  /** Last touch to every term, e.g. accents off. */
  finish?: (term: string) => string
  /** Kept as they are, in lower case, though they look like stop words: WHO, IT. Compared as the text writes them. */
  names?: ReadonlySet<string>
  /** Where lower case is not everyone's (Turkish). */
  lower?: (word: string) => string
}

/** An analyser for a language that puts spaces between its words: spelling, stop words, stem. */
export function spacedAnalyser ({ language, stopWords, spelling, stem, finish, names, lower }: SpacedLanguage): Analyser {
  const spell = (raw: string): string => {
    const word = normalise(lower === undefined ? raw : lower(raw))
    return spelling === undefined ? word : spelling(word)
  }
  const stop = new Set<string>()
  for (const word of stopWords) stop.add(spell(word))
  return analyserOf({
    language,
    cut: plainRun,
    term (raw) {
      if (names?.has(raw) === true) return raw.toLowerCase()
      const word = spell(raw)
      if (stop.has(word)) return ''
      const term = /\d/.test(word) ? word : stem(word)
      return finish === undefined ? term : finish(term)
    }
  })
}
