import { distinct } from './endings.ts'

/** kabataan-g, maganda-ng: the linker. */
function withoutLinker (word: string): string[] {
  if (!/ng$/.test(word) || word.length < 5) return []
  return /[aeiou]ng$/.test(word) ? [word.slice(0, -2), word.slice(0, -1)] : [word.slice(0, -1)]
}

const contracted = (word: string): string[] => [...word.matchAll(/^(.{3,})'(?:y|t)$/gu)].map(([, rest = '']) => rest)

/** nagre-record, mag-apply: a borrowed word keeps its own shape after the hyphen, which the text's words are cut at. */
const prefixed = /^(?:ini|ipinag|ipag|pinag|pinaka|naka|maka|naki|maki|paki|ika|nag|mag|pag|na|ma|pa|ka|i)(?=.{4,})/u

const doubled = (word: string): string[] => [...word.matchAll(/^([bdfghjklmnprstvwyz]?[aeiou])(?=\1)(.{3,})$/gu)].map(([, , rest = '']) => rest)

/** Filipino: linker, contraction, one prefix, one doubled syllable, one suffix taken off. */
export function filipinoBases (word: string): string[] {
  const plain = [word, ...withoutLinker(word), ...contracted(word)]
  const roots = plain.flatMap(one => [one, ...doubled(one), one.replace(prefixed, ''), ...doubled(one.replace(prefixed, ''))])
  return distinct([...plain, ...roots, ...roots.flatMap(one => /h?[ai]n$/.test(one) && one.length > 6 ? [one.replace(/h?[ai]n$/, '')] : [])], word)
}
