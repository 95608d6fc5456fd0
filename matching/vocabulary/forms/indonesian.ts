import { distinct } from './endings.ts'

const enclitics = /(?:nya|lah|kah|pun|ku|mu)$/

/** The active form of a root, which changes its first sound: pukul memukul, tulis menulis, sewa menyewa, kirim mengirim. */
function active (root: string): string[] {
  const rest = root.slice(1)
  switch (root[0]) {
    case 'p': return [`mem${rest}`, `mem${root}`]
    case 't': return [`men${rest}`, `men${root}`]
    case 's': return [`meny${rest}`, `men${root}`]
    case 'k': return [`meng${rest}`, `meng${root}`]
    case 'b': case 'f': case 'v': return [`mem${root}`]
    case 'c': case 'd': case 'j': case 'z': return [`men${root}`]
    case 'l': case 'm': case 'n': case 'r': case 'w': case 'y': return [`me${root}`]
    default: return [`meng${root}`]
  }
}

/** ditulis is listed as menulis, ditingkatkan as meningkatkan. */
function actives (word: string): string[] {
  const [, root] = /^(?:di|ter|ku|kau)(.{3,})$/.exec(word) ?? []
  return root === undefined ? [] : [...active(root), ...(/^(?:di|ter)(?:.*)(?:kan|i)$/.test(word) ? [] : active(root).map(form => `${form}kan`))]
}

const superlative = (word: string): string[] => [...word.matchAll(/^(?:ter|se)(.{4,})$/g)].map(([, rest = '']) => rest)

/** Spellings in use for one word, the listed one perhaps the other. */
const variants = (word: string): string[] => [
  [/^mempeng/, 'memeng'], [/^memeng/, 'mempeng'], [/^himb/, 'imb'], [/^jama/, 'jema'], [/^sh/, 's'], [/^j/, 'z'], [/^h(?=[aiueo])/, '']
].flatMap(([from, to]) => (from as RegExp).test(word) ? [word.replace(from as RegExp, to as string)] : [])

/** Indonesian and Malay: enclitics off, the active form of a passive, the plain adjective, the other spelling. */
export function indonesianBases (word: string): string[] {
  const plain = [word, ...(enclitics.test(word) && word.length > 6 ? [word.replace(enclitics, '')] : [])]
  return distinct([...plain, ...plain.flatMap(actives), ...plain.flatMap(superlative), ...plain.flatMap(variants)], word)
}
