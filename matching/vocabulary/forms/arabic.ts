import { beforeEndings, distinct } from './endings.ts'

/** And, so: written on to any word. */
const conjunctions = ['و', 'ف']
/** The article, alone or with by, for, as before it. */
const articles = ['ال', 'بال', 'كال', 'لل']
/** By, for, as: written on to a noun. */
const prepositions = ['ب', 'ل', 'ك']
/** Written on to the word before: my, your, his, her, our, their. */
const pronouns = ['هما', 'كما', 'هم', 'هن', 'كم', 'نا', 'ها', 'ه', 'ي', 'ك']
/** Of the dual, the sound plurals, the accusative, and relation. Ta marbuta is ha by now. */
const nounEndings = ['ان', 'ين', 'ون', 'ات', 'يه', 'يا', 'ا', 'ه', 'ي']
const pastEndings = ['تما', 'وا', 'تم', 'نا', 'ت', 'ن', 'ا']
const presentEndings = ['ون', 'وا', 'ين', 'ان', 'ن']

const without = (word: string, starts: readonly string[], least: number): string[] => starts
  .filter(start => word.startsWith(start) && word.length >= start.length + least)
  .map(start => word.slice(start.length))

/** أقرب is nearer, قريب near: the elative and the adjective that is listed. */
function plainDegree (word: string): string[] {
  const [, first, second, third] = /^ا(.)(.)([^ت])$/u.exec(word) ?? []
  return first === undefined || second === undefined || third === undefined ? [] : [`${first}${second}ي${third}`, `${first}ا${second}${third}`]
}

/** A verb's person: the third of the past and of the present are listed. A weak ending comes back: اشترت, اشترى. */
function persons (word: string): string[] {
  const past = beforeEndings(word, pastEndings, 2).flatMap(({ rest }) => [rest, `${rest}ي`, `${rest}ا`])
  const [, rest] = /^س?[تناي](.{2,})$/u.exec(word) ?? []
  const present = rest === undefined ? [] : [rest, ...beforeEndings(rest, presentEndings, 2).flatMap(({ rest: root }) => [root, `${root}ي`, `${root}و`])].map(root => `ي${root}`)
  return [...past, ...present]
}

/** A plural in ات and a feminine are listed with ta marbuta, others of the sound plural without. */
function nouns (word: string): string[] {
  return beforeEndings(word, nounEndings, 2).flatMap(({ rest, ending }) => ending === 'ات' ? [`${rest}ه`, rest] : ['ا', 'ين', 'ون', 'ان'].includes(ending) ? [rest, `${rest}ه`] : [rest])
}

/** Before a pronoun ta marbuta is ta. */
const owned = (word: string): string[] => beforeEndings(word, pronouns, 2).flatMap(({ rest }) => rest.endsWith('ت') ? [`${rest.slice(0, -1)}ه`, rest] : [rest])

/** Arabic, spelt by `arabicSpelling`: what is written on to a word taken off, and its person, number and degree; the surest first. */
export function arabicBases (word: string): string[] {
  const begun = [word, ...without(word, conjunctions, 3)]
  const named = begun.flatMap(one => without(one, articles, 2))
  const governed = begun.flatMap(one => without(one, prepositions, 3))
  return distinct([
    ...begun, ...named, ...begun.flatMap(persons), ...begun.flatMap(owned), ...[...named, ...begun].flatMap(nouns),
    ...governed, ...governed.flatMap(owned), ...governed.flatMap(nouns), ...begun.flatMap(owned).flatMap(one => [...persons(one), ...nouns(one)]),
    ...[...begun, ...named].flatMap(plainDegree)
  ], word)
}
