import { columns } from './concepts.ts'
import { readConcepts } from './vocabulary.ts'

/** Shorter words are words of too many languages. */
const shortest = 4

let known: Map<string, string[]> | undefined

/** The languages in Latin letters in which the vocabulary lists a word, in small letters; none for most names. */
export function languagesListing (word: string): readonly string[] {
  known ??= read()
  return known.get(word) ?? []
}

function read (): Map<string, string[]> {
  const words = new Map<string, string[]>()
  for (const concept of readConcepts()) {
    for (const column of columns) {
      for (const word of (concept.words[column] ?? []).flatMap(phrase => phrase.toLowerCase().split(/[\s'’-]+/u))) {
        if (word.length < shortest || !/^\p{Script=Latin}/u.test(word)) continue
        const languages = words.get(word) ?? []
        if (!languages.includes(column)) words.set(word, [...languages, column])
      }
    }
  }
  return words
}
