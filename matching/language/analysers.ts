import type { Analyser } from '../types.ts'
import { arabic } from './arabic.ts'
import { bengali } from './bengali.ts'
import { chinese } from './chinese.ts'
import { anyLanguage } from './default.ts'
import { english } from './english.ts'
import { european, europeanLanguages } from './european.ts'
import { filipino } from './filipino.ts'
import { hindi } from './hindi.ts'
import { korean } from './korean.ts'
import { malay } from './malay.ts'
import { segmented } from './segmented.ts'
import { canonicalLanguage } from './tags.ts'
import { persian, urdu } from './urdu.ts'
import { vietnamese } from './vietnamese.ts'

const makers = new Map<string, () => Analyser>([
  ['en', english],
  ['ar', arabic],
  ['zh', chinese],
  ['id', () => malay('id')],
  ['ms', () => malay('ms')],
  ['vi', vietnamese],
  ['bn', bengali],
  ['hi', hindi],
  ['ur', urdu],
  ['fa', persian],
  ['fil', filipino],
  ['ko', korean],
  ...['th', 'ja', 'lo', 'km', 'my'].map((language): [string, () => Analyser] => [language, () => segmented(language)]),
  ...europeanLanguages.map((language): [string, () => Analyser] => [language, () => european(language)])
])

const made = new Map<string, Analyser>()

/**
 * The analyser of a language, given by any BCP 47 tag; made when first asked for and kept. Never fails: a language without
 * rules gets words in one spelling, and no stem.
 */
export function analyserFor (language: string): Analyser {
  const code = canonicalLanguage(language)
  const held = made.get(code)
  if (held !== undefined) return held
  const analyser = makers.get(code)?.() ?? anyLanguage(code)
  // Tags are the caller's: a stream of invented ones must not fill the memory.
  if (made.size < 200) made.set(code, analyser)
  return analyser
}
