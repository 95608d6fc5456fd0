import { beforeEndings, distinct } from './endings.ts'

/** Written on to the next word: and, so; then by, for, as, will; then the article. */
const proclitics = ['وبال', 'ولل', 'وال', 'فال', 'بال', 'كال', 'لل', 'ال', 'وب', 'ول', 'وس', 'فس', 'فل', 'و', 'ف', 'ب', 'ل', 'ك', 'س']
/** Written on to the word before: my, your, his, her, our, their. */
const pronouns = ['هما', 'كما', 'هم', 'هن', 'كم', 'نا', 'ها', 'ه', 'ي', 'ك']
/** Of the dual, the sound plurals, the accusative, and relation. Ta marbuta is ha by now. */
const nounEndings = ['اتها', 'ان', 'ين', 'ون', 'ات', 'يه', 'يا', 'ا', 'ه', 'ي']
const verbEndings = ['تموها', 'وا', 'ون', 'ين', 'ان', 'تم', 'نا', 'ت', 'ن', 'ا']

/** أقرب is nearer, قريب near: the elative and the adjective that is listed. */
function plainDegree (word: string): string[] {
  const [, first, second, third] = /^ا(.)(.)(.)$/u.exec(word) ?? []
  return first === undefined || second === undefined || third === undefined ? [] : [`${first}${second}ي${third}`, `${first}ا${second}${third}`]
}

/** A verb's person: the third of the present and of the past are listed. */
function persons (word: string): string[] {
  const found: string[] = []
  const [, rest] = /^[تناي](.{2,})$/u.exec(word) ?? []
  if (rest !== undefined) found.push(`ي${rest}`, ...beforeEndings(rest, ['ون', 'وا', 'ين', 'ان', 'ن'], 2).map(({ rest: root }) => `ي${root}`))
  for (const { rest: root } of beforeEndings(word, verbEndings, 3)) found.push(root)
  return found
}

function nouns (word: string): string[] {
  return beforeEndings(word, nounEndings, 2).flatMap(({ rest, ending }) =>
    // A plural in ات, or a feminine before a pronoun, is listed with ta marbuta.
    ending === 'ات' || ending === 'اتها' ? [`${rest}ه`, rest] : ending === 'ا' || ending === 'ين' || ending === 'ون' || ending === 'ان' ? [rest, `${rest}ه`] : [rest])
}

/** Arabic, spelt by `arabicSpelling`: what is written on to a word taken off, and its person, number and degree. */
export function arabicBases (word: string): string[] {
  const bare = [word, ...beforeStarts(word)]
  const alone = bare.flatMap(one => [one, ...beforeEndings(one, pronouns, 2).flatMap(({ rest }) => rest.endsWith('ت') ? [`${rest.slice(0, -1)}ه`, rest] : [rest])])
  return distinct([...alone, ...bare.flatMap(plainDegree), ...bare.flatMap(persons), ...alone.flatMap(nouns), ...alone.flatMap(persons)], word)
}

const beforeStarts = (word: string): string[] => proclitics
  .filter(proclitic => word.startsWith(proclitic) && word.length >= proclitic.length + 3)
  .map(proclitic => word.slice(proclitic.length))
