/**
 * Writing systems. A script is a small number, so that a text is walked without a string per character.
 * Punctuation, digits, symbols and spaces are `common`: they belong to whatever stands around them.
 */

const names = [
  'Common', 'Latin', 'Cyrillic', 'Greek', 'Arabic', 'Devanagari', 'Bengali', 'Thai', 'Han', 'Hiragana', 'Katakana', 'Hangul',
  'Hebrew', 'Armenian', 'Georgian', 'Tamil', 'Telugu', 'Gujarati', 'Gurmukhi', 'Kannada', 'Malayalam', 'Sinhala', 'Oriya',
  'Khmer', 'Lao', 'Myanmar', 'Ethiopic', 'Bopomofo', 'Tibetan', 'Other'
] as const
export type Script = (typeof names)[number]

const patterns = names.map(name => name === 'Common' || name === 'Other'
  ? /[^\p{L}\p{M}]|\p{Script=Common}|\p{Script=Inherited}/u
  : new RegExp(`\\p{Script=${name}}`, 'u'))

/** Scripts written without spaces between words. */
const unspaced = new Set<Script>(['Thai', 'Han', 'Hiragana', 'Katakana', 'Khmer', 'Lao', 'Myanmar', 'Tibetan'])

const unseen = 255
const seen = new Uint8Array(0x10000).fill(unseen)

function look (code: number): number {
  // The long-vowel and voice marks of kana are common to its two scripts, and stand inside words.
  if (code === 0x30fc || code === 0xff70 || code === 0xff9e || code === 0xff9f) return names.indexOf('Katakana')
  const character = String.fromCodePoint(code)
  if (patterns[0]?.test(character)) return 0
  const index = patterns.findIndex((pattern, i) => i > 0 && i < names.length - 1 && pattern.test(character))
  return index < 0 ? names.length - 1 : index
}

/** The script of a code point. */
export function scriptOf (code: number): Script {
  let index = code < 0x10000 ? seen[code] ?? unseen : look(code)
  if (index === unseen) seen[code] = index = look(code)
  return names[index] ?? 'Other'
}

export function isUnspaced (code: number): boolean {
  return code > 0xe00 && unspaced.has(scriptOf(code))
}
