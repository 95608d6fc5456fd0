import { ofArabicScript, ofCyrillic, ofDevanagari } from './alphabets.ts'
import { ofLatin } from './latin.ts'
import { scriptOf, type Script } from './scripts.ts'

/** Enough of a text to tell its language; the rest is not read. */
const read = 1000

const ofScript: Partial<Record<Script, string>> = {
  Thai: 'th',
  Bengali: 'bn',
  Hangul: 'ko',
  Hiragana: 'ja',
  Katakana: 'ja',
  Han: 'zh',
  Bopomofo: 'zh',
  Greek: 'el',
  Hebrew: 'he',
  Armenian: 'hy',
  Georgian: 'ka',
  Tamil: 'ta',
  Telugu: 'te',
  Gujarati: 'gu',
  Gurmukhi: 'pa',
  Kannada: 'kn',
  Malayalam: 'ml',
  Sinhala: 'si',
  Oriya: 'or',
  Khmer: 'km',
  Lao: 'lo',
  Myanmar: 'my',
  Ethiopic: 'am',
  Tibetan: 'bo'
}

/** A Han character or a syllable block says about as much as this many letters. */
const weight: Partial<Record<Script, number>> = { Latin: 1, Han: 3, Hangul: 2, Hiragana: 2, Katakana: 2 }

/** Latin names and terms stand in texts of every script, the reverse is rare: a letter of another script says more. */
const otherWeight = 1.5

/** Weighted letters of each script in the part of the text that is read. */
function scriptsIn (text: string): Map<Script, number> {
  const counts = new Map<Script, number>()
  let ascii = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) {
      if ((unit | 32) >= 97 && (unit | 32) <= 122) ascii++
      continue
    }
    const code = text.codePointAt(i) ?? unit
    if (code > 0xffff) i++
    const script = scriptOf(code)
    if (script !== 'Common') counts.set(script, (counts.get(script) ?? 0) + (weight[script] ?? otherWeight))
  }
  if (ascii > 0) counts.set('Latin', (counts.get('Latin') ?? 0) + ascii)
  return counts
}

/**
 * The language of a text, BCP 47, `und` where it has no letters or none speaks for any. Scripts of one language decide at
 * once; Arabic, Cyrillic and Devanagari by letters and small words; Latin by small words and, where these leave it open, by
 * n-grams. The first 1,000 UTF-16 units are read.
 */
export function identify (text: string): string {
  const sample = text.slice(0, read)
  const counts = scriptsIn(sample)
  let script: Script | undefined
  let most = 0
  for (const [name, sum] of counts) {
    if (sum > most) {
      script = name
      most = sum
    }
  }
  if (script === undefined) return 'und'
  // Japanese is Han with kana in between; a few kana in a Chinese text are a quoted name.
  const kana = (counts.get('Hiragana') ?? 0) + (counts.get('Katakana') ?? 0)
  if (script === 'Han' && kana * 16 >= (counts.get('Han') ?? 0)) return 'ja'
  if (script === 'Latin') return ofLatin(sample)
  if (script === 'Arabic') return ofArabicScript(sample)
  if (script === 'Devanagari') return ofDevanagari(sample)
  if (script === 'Cyrillic') return ofCyrillic(sample)
  return ofScript[script] ?? 'und'
}
