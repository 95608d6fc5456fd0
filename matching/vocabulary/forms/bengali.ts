import { listed as list } from '../../language/lists.ts'
import { beforeEndings, distinct } from './endings.ts'

/** Bengali's dotted letters are two signs after Unicode normalisation. */
const listed = (words: string): string[] => list(words.normalize('NFKC'))

const emphatic = ['ই', 'ও']
const caseEndings = listed('দেরকে েদের য়ের দের কের ের কে রে তে েতে র য় ে')
const articles = listed(`
  গুলোকে গুলোর গুলির গুলিতে গুলোতে গুলোয় গুলো গুলি গুলা সমূহের সমূহ টিকে টাকে টিতে টাতে টির টার টি টা খানা খানি জন জনের রা েরা গণ গণের`)
const verbEndings = listed(`
  য়েছিলেন য়েছিলাম য়েছিল য়েছেন য়েছে য়েছি য়ে য়েন িয়েছিলেন িয়েছিলাম িয়েছিল িয়েছেন িয়েছে িয়েছি িয়ে চ্ছিলেন চ্ছিলাম চ্ছিল চ্ছেন চ্ছে চ্ছি েছিলেন েছিলাম েছিল েছেন েছে েছি ছিলেন ছিলাম ছিল ছেন ছে ছি
  লেন লাম লে লো ল বেন বো বে ব তেন তাম তে তো ত ার াবে াতে েন ে ি ো ান ায় ালে াল াচ্ছে াচ্ছেন াবেন ানোর ানো া য় য়`)
const irregular = new Map(listed('গে=যাওয়া গি=যাওয়া গিয়=যাওয়া গ=যাওয়া এস=আসা এ=আসা দি=দেওয়া নি=নেওয়া দ=দেওয়া হ=হওয়া হয়=হওয়া পে=পাওয়া খে=খাওয়া চে=চাওয়া').map(pair => pair.split('=') as [string, string]))
const after = { vowel: 'ওয়া'.normalize('NFKC'), consonant: 'া', causative: 'ানো' }

/** The verbal noun, under which verbs are listed, of a root that an ending may have changed: রেখ রাখা, উঠ ওঠা, লিখ লেখা. */
function verbalNouns (root: string): string[] {
  const known = irregular.get(root)
  const opened = root.replace(/^([ক-হ]?)ু/u, '$1ো').replace(/^([ক-হ]?)ি/u, '$1ে').replace(/^উ/u, 'ও').replace(/^ই/u, 'এ')
  const broad = root.replace(/^([ক-হ])ে/u, '$1া').replace(/^এ/u, 'আ')
  const roots = [...new Set([root, opened, broad])]
  const nouns = roots.flatMap(one => /[া-ৌ]$/u.test(one) ? [one + after.vowel, `${one}নো`] : [one + after.consonant, one + after.causative])
  return known === undefined ? nouns : [known, ...nouns]
}

/** Of three letters or more; ৎ is ত before a vowel's sign. */
const whole = (noun: string): string[] => noun.endsWith('ত') ? [noun, `${noun}্`] : [noun]

/** The shortest ending first: বাজারে is বাজার and ে, not বাজা and রে. */
function nouns (word: string): string[] {
  const cased = beforeEndings(word, caseEndings, 2).reverse()
  const named = beforeEndings(word, articles, 2).reverse()
  return [
    ...cased.flatMap(({ rest }) => whole(rest)),
    ...named.flatMap(({ rest }) => whole(rest)),
    ...cased.flatMap(({ rest }) => beforeEndings(rest, articles, 3).flatMap(({ rest: bare }) => whole(bare)))
  ]
}

/** Only these endings leave the long vowel of a short root as it is: পাচ্ছে, পাবে, but পেতে. */
const keepVowel = /^(?:চ্ছ|ব|য়|ন|ও)/u

function verbs (word: string): string[] {
  return beforeEndings(word, verbEndings, 1).flatMap(({ rest, ending }) => /^[ক-হ]া$/u.test(rest) && !keepVowel.test(ending) ? [] : verbalNouns(rest))
}

/** After these a noun takes তে, র and কে, and no verb does: গলিতে is গলি, not a form of গলা. */
const afterVowel = (word: string): string[] => beforeEndings(word, ['তে', 'র', 'কে'], 2).flatMap(({ rest }) => /[িীুূেৈোৌ]$/u.test(rest) ? [rest] : [])

/** Bengali, after Unicode normalisation: emphasis, case, number and article off; of a verb its verbal noun. */
export function bengaliBases (word: string): string[] {
  const plain = [word, ...beforeEndings(word, emphatic, 3).map(({ rest }) => rest)]
  return distinct([...plain, ...plain.flatMap(afterVowel), ...plain.flatMap(verbs), ...plain.flatMap(nouns)], word)
}
