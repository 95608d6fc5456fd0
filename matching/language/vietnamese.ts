import type { Analyser } from '../types.ts'
import { isoStopWords } from './packages.ts'
import { spacedAnalyser } from './spaced.ts'

/** Vietnamese: syllables with their tones; the language does not inflect. */
export function vietnamese (): Analyser {
  const stopWords = isoStopWords('vi').filter(word => !word.includes(' '))
  return spacedAnalyser({ language: 'vi', stopWords, stem: word => word })
}
