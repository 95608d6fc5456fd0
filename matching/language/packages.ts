import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * The packages this layer stands on, each loaded when the first text of its language comes: together they would cost
 * every start most of a second. `natural` by subpath only, for its main module takes 0.7 s and 160 MB. None of these
 * modules has types, so the shapes below say what is used of them.
 */
const require = createRequire(import.meta.url)

export interface Stemmer {
  stem (word: string): string
}

interface SnowballModule {
  newStemmer (algorithm: string): Stemmer
}

interface Detection {
  getScores (): Record<string, number>
}

export interface Detector {
  detect (text: string): Detection
  setLanguageSubset (languages: readonly string[]): Record<number, string>
}

export interface WordCutter {
  cut (text: string, hmm: boolean): string[]
}

interface JiebaModule {
  Jieba: { withDict (dictionary: Uint8Array): WordCutter }
}

const naturalStemmers: Record<string, () => Stemmer> = {
  en: () => require('natural/lib/natural/stemmers/porter_stemmer.js'),
  es: () => require('natural/lib/natural/stemmers/porter_stemmer_es.js'),
  fr: () => require('natural/lib/natural/stemmers/porter_stemmer_fr.js'),
  pt: () => require('natural/lib/natural/stemmers/porter_stemmer_pt.js'),
  de: () => require('natural/lib/natural/stemmers/porter_stemmer_de.js'),
  ru: () => require('natural/lib/natural/stemmers/porter_stemmer_ru.js'),
  it: () => require('natural/lib/natural/stemmers/porter_stemmer_it.js'),
  nl: () => require('natural/lib/natural/stemmers/porter_stemmer_nl.js'),
  no: () => require('natural/lib/natural/stemmers/porter_stemmer_no.js'),
  sv: () => require('natural/lib/natural/stemmers/porter_stemmer_sv.js'),
  uk: () => require('natural/lib/natural/stemmers/porter_stemmer_uk.js'),
  id: () => require('natural/lib/natural/stemmers/indonesian/stemmer_id.js')
}

/** The stemmer of `natural`; throws where it has none. */
export function naturalStemmer (language: string): Stemmer {
  const load = naturalStemmers[language]
  if (load === undefined) throw new Error(`natural has no stemmer for ${language}`)
  return load()
}

/** Whether a word comes from one of the 30,000 Indonesian roots that `natural` carries. */
export function indonesianRoots (): (word: string) => boolean {
  const stemmer: Stemmer & { dictionary: string[] } = require('natural/lib/natural/stemmers/indonesian/stemmer_id.js')
  const roots = new Set(stemmer.dictionary)
  return word => roots.has(stemmer.stem(word))
}

/** A stemmer of `snowball-stemmers` by the name of its algorithm. */
export function snowballStemmer (algorithm: string): Stemmer {
  const snowball: SnowballModule = require('snowball-stemmers')
  return snowball.newStemmer(algorithm)
}

/** The stop words of `stopwords-iso`; `tl` is its code for Filipino. Empty where it has none. */
export function isoStopWords (language: string): readonly string[] {
  const lists: Record<string, readonly string[]> = require('stopwords-iso')
  return lists[language] ?? []
}

/** The cutter of Chinese words, with its dictionary: 0.3 s, 45 MB. */
export function chineseCutter (): WordCutter {
  const { Jieba }: JiebaModule = require('@node-rs/jieba')
  const { dict }: { dict: Uint8Array } = require('@node-rs/jieba/dict')
  return Jieba.withDict(dict)
}

/**
 * The n-gram detector `eld`, its smallest data: 0.2 s, 55 MB. The package exports to `import` alone, and a request cannot wait
 * for an import, so the file is resolved as an import and loaded as a module by `require` (Node 20.19 and later).
 */
export function detector (): Detector {
  const { eld }: { eld: Detector } = require(fileURLToPath(import.meta.resolve('eld/extrasmall')))
  return eld
}
