import type { Analyser } from '../types.ts'
import { isoStopWords } from './packages.ts'
import { listed } from './lists.ts'
import { spacedAnalyser } from './spaced.ts'

/** Arabic keyboards' letters as Urdu and Persian write them; no vowel signs. */
export function urduSpelling (word: string): string {
  return word.replace(/\u0640|[\u064b-\u065f\u0670\u0610-\u061a]/gu, '').replace(/ي|ى|ئ/gu, 'ی').replace(/ك/gu, 'ک').replace(/ه|ۀ|ة|ۃ/gu, 'ہ')
    .replace(/ھ/gu, 'ہ').replace(/أ|إ|ٱ/gu, 'ا').replace(/ؤ/gu, 'و').replace(/ۓ/gu, 'ے')
}

const stripped = (word: string, endings: readonly string[]): string => {
  for (const ending of endings) if (word.length >= ending.length + 3 && word.endsWith(ending)) return word.slice(0, -ending.length)
  return word
}

const urduEndings = listed('یوں یاں اوں وں یں ات ے ی ا ہ')
const persianEndings = listed('ہایشان ہایی ہای ہا ترین تر ان ات ی')

const stop = listed(`
  ہے ہیں تھا تھی تھے ہو ہوتا ہوتی ہوتے ہوا ہوئی ہوئے کے کا کی کو میں سے پر نے اور یا کہ یہ وہ اس ان جو جس جن اپنا اپنی اپنے بھی ہی تو تک لیے لئے ساتھ
  ذریعے بعد پہلے کر کرنا کرنے کرتا کرتی کرتے کیا گیا گئی گئے جا جاتا جاتی جاتے رہا رہی رہے سکتا سکتی سکتے نہیں نہ ایک کوئی کچھ سب ہم ہمارا ہماری ہمارے آپ میرا میری
  میرے تم والا والی والے جب تب اب یہاں وہاں جہاں کون کیسے کیوں بہت لیکن اگر مگر بلکہ پھر اسے انہیں انہوں جنہوں دیا دی دیے ہوں گا گی گے جیسے طور مزید`)

/** Urdu: plural, oblique and gender endings off, so that شہر, شہروں and شہری meet. */
export function urdu (): Analyser {
  return spacedAnalyser({ language: 'ur', stopWords: stop, spelling: urduSpelling, stem: word => stripped(word, urduEndings) })
}

/** Persian: plural, comparative and indefinite endings off. */
export function persian (): Analyser {
  return spacedAnalyser({ language: 'fa', stopWords: isoStopWords('fa'), spelling: urduSpelling, stem: word => stripped(word, persianEndings) })
}
