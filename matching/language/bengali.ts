import type { Analyser } from '../types.ts'
import { isoStopWords } from './packages.ts'
import { listed } from './lists.ts'
import { spacedAnalyser } from './spaced.ts'

/** Khanda ta as ta with hasanta; the two-part vowel signs and the dotted letters are one spelling after NFKC. */
export function bengaliSpelling (word: string): string {
  return word.replace(/ৎ/gu, 'ত্').replace(/ঁ/gu, '')
}

const emphatic = ['ই', 'ও']
const verbal = listed(`
  িয়েছিলাম িয়েছিলেন িতেছিলেন েছিলাম েছিলেন চ্ছিলেন িয়েছিল িয়েছেন িতেছেন চ্ছিল েছিল চ্ছেন িয়েছে িয়েছি েছেন ছিলেন ছিলাম িলাম িলেন িতাম িতেন িবেন
  চ্ছে চ্ছি েছে েছি িতে িলে িবে িয়ে লেন লাম বেন তেন তাম ছিল ানো ানোর`)
const cases = listed('দেরকে েদের য়ের দের ের ের কে তে য় র ে')
const numbers = listed('গুলোকে গুলোর গুলির গুলিতে গুলো গুলি গুলা সমূহ সমূহে বৃন্দ খানা খানি েরা টির টার টিকে টাকে টি টা রা')

const stripped = (word: string, endings: readonly string[], least: number): string => {
  for (const ending of endings) if (word.length >= ending.length + least && word.endsWith(ending)) return word.slice(0, -ending.length)
  return word
}

/**
 * Light stem: emphasis, then the verb's endings, or else case and then number and article. In the manner of Sarkar and
 * Bandyopadhyay 2008, Design of a rule-based stemmer for natural language text in Bengali. Three letters or signs stay.
 */
export function bengaliStem (word: string): string {
  const plain = stripped(word, emphatic, 4)
  const root = stripped(plain, verbal, 3)
  if (root !== plain) return root
  const noun = stripped(stripped(plain, numbers, 3), cases, 3)
  return stripped(noun, numbers, 3)
}

const more = listed(`
  এবং ও আর বা কিন্তু তবে যে যা যার যাদের এই ঐ সেই সে তার তাদের তিনি তারা এটি এটা এর একটি একজন এক কোন কোনো কিছু সব সকল জন্য জন্যে থেকে দিয়ে
  দ্বারা সঙ্গে সাথে মধ্যে উপর পরে আগে কাছে পর্যন্ত হতে হয় হয়ে হয়েছে হবে হয়েছিল ছিল ছিলেন আছে করা করে করতে করেন করেছে করেছেন করার করবে না নয় নেই
  আমি আমরা আমার আমাদের আপনি আপনার তুমি কি কী কে কেন কীভাবে কখন কোথায় যখন তখন যদি তাই খুব আরও শুধু মাত্র অনেক বেশি পারে যায় যেতে বলে`)

export function bengali (): Analyser {
  return spacedAnalyser({ language: 'bn', stopWords: [...isoStopWords('bn'), ...more], spelling: bengaliSpelling, stem: bengaliStem })
}
