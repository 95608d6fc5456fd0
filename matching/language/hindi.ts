import type { Analyser } from '../types.ts'
import { isoStopWords } from './packages.ts'
import { listed } from './lists.ts'
import { spacedAnalyser } from './spaced.ts'

/**
 * One spelling of the several in use: no nukta, anusvara for candrabindu and for a nasal before its consonant
 * (हिन्दी, हिंदी), as in Larkey, Connell, Abduljaleel 2003, Hindi CLIR in thirty days.
 */
export function hindiSpelling (word: string): string {
  return word.normalize('NFD').replace(/\u093c/gu, '').replace(/ँ/gu, 'ं').replace(/[ङञणनम]्(?=[क-ह])/gu, 'ं').normalize('NFC')
}

/** Inflections by length, longest first: Ramanathan and Rao 2003, A lightweight stemmer for Hindi; candrabindu already anusvara. */
const endings = [
  'ाएंगी ाएंगे ाऊंगी ाऊंगा',
  'ाएगी ाएगा ाओगी ाओगे एंगी ेंगी एंगे ेंगे ूंगी ूंगा ातीं नाओं नाएं ताओं ताएं ियों ियां',
  'ाकर ाइए ाईं ाया ेगी ेगा ोगी ोगे ाने ाना ाते ाती ाता तीं ाओं ाएं ुओं ुएं ुआं',
  'कर ाओ िए ाई ाए ने नी ना ते ीं ती ता ां ों ें',
  'ो े ू ु ी ि ा'
].flatMap(listed)

/** At least two letters with a vowel sign stay. */
export function hindiStem (word: string): string {
  for (const ending of endings) if (word.length > ending.length + 1 && word.endsWith(ending)) return word.slice(0, -ending.length)
  return word
}

const more = listed(`
  है हैं था थी थे हो होता होती होते हुआ हुई हुए के का की को में से पर ने और या तथा एवं कि यह वह ये वे इस उस इन उन जो जिस जिन अपना अपनी
  अपने भी ही तो तक लिए साथ द्वारा बाद पहले कर करना करने करता करती करते किया की गया गई गए जा जाता जाती जाते रहा रही रहे सकता सकती सकते
  नहीं न एक कोई कुछ सब सभी हम हमारा हमारी हमारे आप मैं मेरा मेरी मेरे तुम वाला वाली वाले जब तब अब यहाँ वहाँ जहाँ क्या कौन कैसे बहुत लेकिन अगर यदि`)

export function hindi (): Analyser {
  return spacedAnalyser({ language: 'hi', stopWords: [...isoStopWords('hi'), ...more], spelling: hindiSpelling, stem: hindiStem })
}
