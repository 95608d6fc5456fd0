import type { Token } from '../types.ts'
import { analyserFor } from './analysers.ts'
import { identify } from './identify.ts'
import { latinDetector } from './latin.ts'
import { segments } from './segments.ts'
import { sentences } from './sentences.ts'

export { analyserFor, identify, segments, sentences }

export interface Analysis {
  /** In the order of the text; offsets are UTF-16 units of the whole text. */
  tokens: Token[]
  /** Languages of at least a tenth of the text, the one with most of it first; empty where none could be told. */
  languages: string[]
}

/**
 * A text's terms as the index takes them: each stretch by the analyser of its language. `language` (BCP 47) is believed for
 * what is written in its script. Deterministic; never throws, whatever the string.
 */
export function analyse (text: string, language?: string): Analysis {
  const tokens: Token[] = []
  const lengths = new Map<string, number>()
  for (const segment of segments(text, language)) {
    lengths.set(segment.language, (lengths.get(segment.language) ?? 0) + segment.end - segment.start)
    for (const token of analyserFor(segment.language).analyse(segment.text)) {
      if (segment.start > 0) {
        token.start += segment.start
        token.end += segment.start
      }
      tokens.push(token)
    }
  }
  lengths.delete('und')
  const languages = [...lengths].filter(([, length]) => length * 10 >= text.length).sort((a, b) => b[1] - a[1])
  return { tokens, languages: languages.map(([code]) => code) }
}

/**
 * Loads what the first texts would otherwise wait for: the detector, and the analysers of the languages given with their
 * dictionaries. English and Chinese take 0.4 s together. For a server's start; nothing needs it.
 */
export function warm (languages: readonly string[]): void {
  latinDetector()
  for (const language of languages) analyserFor(language).analyse('a 中')
}
