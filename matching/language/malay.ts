import type { Analyser } from '../types.ts'
import { isoStopWords, naturalStemmer } from './packages.ts'
import { spacedAnalyser } from './spaced.ts'

/** Indonesian and Malay: roots by the confix-stripping stemmer over a list of roots (Asian, Williams, Tahaghoghi 2005; Sastrawi). */
export function malay (language: 'id' | 'ms'): Analyser {
  const stemmer = naturalStemmer('id')
  return spacedAnalyser({ language, stopWords: isoStopWords('id'), stem: word => stemmer.stem(word) })
}
