import type { Analyser } from '../types.ts'
import { withoutAccents } from './normalise.ts'
import { isoStopWords } from './packages.ts'
import { listed } from './lists.ts'
import { spacedAnalyser } from './spaced.ts'

/** Prefixes of verbs, nouns and adjectives, the longest first (Schachter and Otanes 1972, Tagalog reference grammar). */
const prefixes = listed(`
  pinakama pakikipag nakikipag makikipag nakipag makipag tagapag pagpapa nagpapa magpapa ipinag ipinang pinaka nakaka makaka
  ipina pinag napag mapag nagka magka pagka nagpa magpa pagpa ipang ipag taga naka maka paka ipa ika mag nag pag mang nang pang
  tag ma na pa ka`)

/** A root has two syllables and seldom fewer than four letters. */
const shortest = 4
const vowel = /[aeiou]/
const rooted = (rest: string): boolean => rest.length >= shortest && vowel.test(rest)

function withoutPrefix (word: string): string {
  const prefix = prefixes.find(prefix => word.startsWith(prefix) && rooted(word.slice(prefix.length)))
  if (prefix !== undefined) return word.slice(prefix.length)
  return /^(?:um|in|i[bdgklmnprstwy](?=[aeiou]))/.test(word) && vowel.test(word[2] ?? '') && word.length >= 6 ? word.slice(word.startsWith('um') || word.startsWith('in') ? 2 : 1) : word
}

/** t-um-akbo, g-in-awa. */
function withoutInfix (word: string): string {
  return /^[bdgkhlmnprstwy](?:um|in)[aeiou]/.test(word) && word.length >= 6 ? word.slice(0, 1) + word.slice(3) : word
}

/** ta-takbo, a-aral, ta-trabaho. */
function withoutDouble (word: string): string {
  const first = word[0] ?? ''
  if (vowel.test(first)) return word[1] === first && word.length >= 5 ? word.slice(1) : word
  if (word.length < 6 || word[2] !== first || !vowel.test(word[1] ?? '')) return word
  return vowel.exec(word.slice(2))?.[0] === word[1] ? word.slice(2) : word
}

function withoutSuffix (word: string): string {
  const rest = /[aeiou]h[ai]n$/.test(word) ? word.slice(0, -3) : /[ai]n$/.test(word) ? word.slice(0, -2) : word
  return rooted(rest) ? rest : word
}

/** mabuti-ng, bayan-g: the linker, and the n it may have swallowed. */
const withoutLinker = (word: string): string => word.length >= 5 ? word.replace(/(?<=[aeiou])ng?$/, '') : word

/**
 * Light stem: linker, prefixes, infix, doubled syllable, suffix, linker; o and e as u and i, which a suffix changes (turo, turuan).
 * Compare Bonus 2003, The Tagalog stemming algorithm (TagSA).
 */
export function filipinoStem (word: string): string {
  const open = word.length >= 6 ? word.replace(/(?<=[aeiou])ng$/, '') : word
  let root = withoutDouble(withoutInfix(withoutDouble(withoutPrefix(open))))
  if (root === open) root = withoutDouble(withoutPrefix(root))
  return withoutLinker(withoutSuffix(root)).replaceAll('o', 'u').replaceAll('e', 'i')
}

const more = listed(`
  ang ng sa mga na ay at ito iyon iyan ni nina si sina kay kina para kung hindi mula may mayroon wala isang nang siya sila kami tayo
  ako ikaw ka mo ko niya nila namin natin ninyo kanya kanyang kanila kanilang aming ating inyong din rin lang lamang po opo pa ba
  pero ngunit subalit dahil upang habang kapag pag mag nag ika pang mas pinaka nito nitong noong noon ngayon dito doon diyan ano sino
  saan kailan bakit paano alin lahat bawat iba ibang gayundin gaya tulad bilang ayon tungkol hanggang maging naging o kaya nga naman`)

export function filipino (): Analyser {
  return spacedAnalyser({ language: 'fil', stopWords: [...isoStopWords('tl'), ...more], spelling: withoutAccents, stem: filipinoStem })
}
