import type { Token } from '../types.ts'
import { analyserFor } from './analysers.ts'
import { identify } from './identify.ts'
import { segments, type Segment } from './segments.ts'
import { sentences } from './sentences.ts'

export { analyserFor, identify, segments, sentences }
export type { Segment }

export interface Analysis {
  /** In the order of the text; offsets are UTF-16 units of the whole text. */
  tokens: Token[]
  /** Languages of the text's stretches, the one with most text first; without `und`. */
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
  return { tokens, languages: [...lengths].sort((a, b) => b[1] - a[1]).map(([code]) => code) }
}
