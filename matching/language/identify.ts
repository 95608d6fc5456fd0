import { indonesianOrMalay, smallWordVotes } from './clues.ts'
import { detector, type Detector } from './packages.ts'
import { scriptOf, type Script } from './scripts.ts'

/** Enough of a text to tell its language; the rest is not read. */
const read = 2000

const ofScript: Partial<Record<Script, string>> = {
  Thai: 'th', Bengali: 'bn', Hangul: 'ko', Hiragana: 'ja', Katakana: 'ja', Han: 'zh', Bopomofo: 'zh', Greek: 'el', Hebrew: 'he', Armenian: 'hy',
  Georgian: 'ka', Tamil: 'ta', Telugu: 'te', Gujarati: 'gu', Gurmukhi: 'pa', Kannada: 'kn', Malayalam: 'ml', Sinhala: 'si', Oriya: 'or',
  Khmer: 'km', Lao: 'lo', Myanmar: 'my', Ethiopic: 'am', Tibetan: 'bo'
}

/** A Han character or a syllable block says about as much as this many letters. */
const weight: Partial<Record<Script, number>> = { Han: 3, Hangul: 2, Hiragana: 2, Katakana: 2 }

/** Weighted letters of each script in the part of the text that is read. */
function scriptsIn (text: string): Map<Script, number> {
  const counts = new Map<Script, number>()
  for (const character of text) {
    const script = scriptOf(character.codePointAt(0) ?? 0)
    if (script !== 'Common') counts.set(script, (counts.get(script) ?? 0) + (weight[script] ?? 1))
  }
  return counts
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
const wordsIn = (text: string): string[] => text.toLowerCase().normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? []

/** Letters that one alphabet has and its neighbours lack, then the commonest words. */
function ofArabicScript (text: string): string {
  const urdu = count(text, /[ٹڈڑںہھے]/gu) + 2 * count(text, /(?<!\p{L})(?:اور|کے|کی|کا|میں|سے|نے|کو)(?!\p{L})/gu)
  const persian = count(text, /[پچژگکی]/gu) + 2 * count(text, /(?<!\p{L})(?:است|را|که|این|با|برای|های|آن|می|شده)(?!\p{L})/gu)
  const arabic = count(text, /[ةأإكيىؤ]/gu) + 2 * count(text, /(?<!\p{L})(?:في|من|على|إلى|هذا|التي|أن|ما|هل)(?!\p{L})|(?<!\p{L})ال/gu)
  // Neither Persian nor Arabic has Urdu's own letters.
  if (urdu > 0 && urdu * 5 >= arabic) return 'ur'
  return persian > arabic ? 'fa' : 'ar'
}

function ofDevanagari (text: string): string {
  const hindi = count(text, /(?<![\p{L}\p{M}])(?:है|हैं|के|का|की|में|को|से|और|पर|था|थी|थे|यह|वह|ने|भी|नहीं|मैं|क्या)(?![\p{L}\p{M}])/gu)
  const marathi = count(text, /(?<![\p{L}\p{M}])(?:आहे|आहेत|आणि|होते|मध्ये|नाही|हे|ती|च्या|मी|काय|साठी|करण्यासाठी)(?![\p{L}\p{M}])|ळ/gu)
  const nepali = count(text, /(?<![\p{L}\p{M}])(?:छ|छन्|पनि|गर्न|भएको|लागि|थियो|गरेको|गर्ने)(?![\p{L}\p{M}])|हरू/gu)
  if (marathi > hindi && marathi >= nepali) return 'mr'
  return nepali > hindi ? 'ne' : 'hi'
}

function ofCyrillic (text: string): string {
  const lower = text.toLowerCase()
  const signs: [string, number][] = [
    ['uk', count(lower, /[іїєґ]/gu)],
    ['sr', count(lower, /[јљњћђџ]/gu)],
    ['kk', count(lower, /[әғқңұһ]/gu)],
    ['ru', count(lower, /[ыэё]/gu)]
  ]
  const [language, hits] = signs.reduce((best, next) => next[1] > best[1] ? next : best)
  if (language === 'uk' && count(lower, /ў/gu) > 0) return 'be'
  if (hits > 0) return language
  const bulgarian = count(lower, /(?<!\p{L})(?:се|са|ще|това|които|със|към|беше|съм|няма|е)(?!\p{L})|ът(?!\p{L})/gu)
  const russian = count(lower, /(?<!\p{L})(?:что|он|она|как|для|это|был|мы|я|и|не)(?!\p{L})/gu)
  return bulgarian > russian ? 'bg' : 'ru'
}

/** Languages in Latin letters that the detector may answer; its `ms` is Malay and Indonesian. */
const latin = ['en', 'es', 'pt', 'fr', 'de', 'it', 'nl', 'ro', 'sv', 'da', 'no', 'fi', 'pl', 'cs', 'sk', 'hu', 'tr', 'ca', 'hr', 'tl', 'ms', 'vi']
/** Languages a text is likelier to be in, where two are nearly as good: those of the cities served. */
const served = new Set(['en', 'es', 'pt', 'fr', 'tl', 'ms', 'vi'])
const rarer = 0.93
let held: Detector | undefined

function latinDetector (): Detector {
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

function ofLatin (text: string): string {
  const words = wordsIn(text.slice(0, 1000))
  const lower = text.toLowerCase().normalize('NFC')
  if (count(lower, /[ăđơư\u1ea0-\u1ef9]/gu) * 12 >= lower.length) return 'vi'
  const sums = smallWordVotes(words)
  const ranked = [...sums].sort((a, b) => b[1] - a[1])
  const [first, second] = ranked
  let language = ''
  if (first !== undefined && first[1] >= 3 && first[1] >= 2 * (second?.[1] ?? 0) && first[1] * 5 >= words.length) language = first[0]
  else {
    for (const [speaker, pattern] of letters) {
      const hits = count(lower, pattern)
      if (hits > 0) sums.set(speaker, (sums.get(speaker) ?? 0) + Math.min(hits, 3) * 0.5)
    }
    const scores = latinDetector().detect(lower).getScores()
    let best = 0
    for (const code of new Set([...sums.keys(), ...Object.keys(scores)])) {
      const from = code === 'fil' ? 'tl' : code === 'id' ? 'ms' : code
      const score = (scores[from] ?? 0) * (served.has(from) ? 1 : rarer) + 0.3 * (sums.get(code) ?? 0) / Math.max(3, words.length)
      if (score > best) {
        best = score
        language = code
      }
    }
  }
  if (language === 'tl') return 'fil'
  if (language === 'id' || language === 'ms') return indonesianOrMalay(text.slice(0, 1000))
  return language === '' ? 'und' : language
}

/**
 * The language of a text, BCP 47, `und` where it has no letters or none speaks for any. Scripts of one language decide at
 * once; Arabic, Cyrillic and Devanagari by letters and small words; Latin by small words and, where these leave it open, by
 * n-grams. The first 2,000 UTF-16 units are read.
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
  if (script === 'Han' && kana * 8 >= (counts.get('Han') ?? 0)) return 'ja'
  if (script === 'Latin') return ofLatin(sample)
  if (script === 'Arabic') return ofArabicScript(sample)
  if (script === 'Devanagari') return ofDevanagari(sample)
  if (script === 'Cyrillic') return ofCyrillic(sample)
  return ofScript[script] ?? 'und'
}
