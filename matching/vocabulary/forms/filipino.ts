import { withoutAccents } from '../../language/normalise.ts'
import { distinct } from './endings.ts'

/** One spelling of the several in use: ahensya and ahensiya, indibidwal and indibiduwal; o and u, e and i. */
export function filipinoSpelling (word: string): string {
  return withoutAccents(word).replace(/(?<=[bcdfghjklmnprstvz])iy(?=[aeou])/g, 'y').replace(/(?<=[bcdfghjklmnprstvz])uw(?=[aei])/g, 'w').replaceAll('o', 'u').replaceAll('e', 'i')
}

/** kabataan-g, maganda-ng: the linker. */
function withoutLinker (word: string): string[] {
  if (!/ng$/.test(word) || word.length < 5) return []
  return /[aeiou]ng$/.test(word) ? [word.slice(0, -2), word.slice(0, -1)] : [word.slice(0, -1)]
}

const contracted = (word: string): string[] => [...word.matchAll(/^(.{3,})'(?:y|t)$/gu)].map(([, rest = '']) => rest)

const prefixed = /^(?:ipinapag|ipinaki|ipinag|ipinapa|ipapa|ipag|ipina|pinaka(?:ma)?|pinapag|pinag|pinapa|napaka|nakakapag|makakapag|nakapag|makapag|nakiki|makiki|pakiki|nakaka|makaka|naka|maka|naki|maki|paki|taga|ika|ini|nag|mag|pag|na|ma|pa|ka|in|um|i)(?=.{4,})/u

const doubled = (word: string): string[] => [...word.matchAll(/^([bdfghjklmnprstvwyz]?[aeiou])(?=\1)(.{3,})$/gu)].map(([, , rest = '']) => rest)
const infixed = (word: string): string[] => [...word.matchAll(/^([bdfghjklmnprstvwyz])(?:um|in)([aeiou].{2,})$/gu)].map(([, first = '', rest = '']) => first + rest)
const suffixed = (word: string): string[] => /(?:h?[ai]n|ng)$/.test(word) && word.length > 6 ? [word.replace(/h?[ai]n$/, ''), word.replace(/[ai]n$/, '')] : []

/** Filipino: linker, contraction, one prefix or infix, one doubled syllable, one suffix taken off; the least first. */
export function filipinoBases (word: string): string[] {
  const plain = [word, ...withoutLinker(word), ...contracted(word)]
  const opened = plain.flatMap(one => [one.replace(prefixed, ''), ...infixed(one)])
  const roots = [...plain, ...plain.flatMap(doubled), ...opened, ...opened.flatMap(doubled)]
  return distinct([...roots, ...roots.flatMap(suffixed)], word)
}
