import type { Analyser } from '../types.ts'
import { normalise, withoutAccents } from './normalise.ts'
import { isoStopWords } from './packages.ts'
import { spacedAnalyser } from './spaced.ts'

const beforeApostrophe = (word: string): string => {
  const at = word.indexOf("'")
  return at < 0 ? word : at >= word.length - 3 ? word.slice(0, at) : word.replaceAll("'", '')
}

/** For a language without rules of its own: words in one spelling, stop words where a list is known, pairs of signs where there are no spaces. */
export function anyLanguage (language: string): Analyser {
  return spacedAnalyser({ language, stopWords: isoStopWords(language).map(normalise), stem: beforeApostrophe, finish: withoutAccents })
}
