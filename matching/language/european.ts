import type { Analyser } from '../types.ts'
import { withoutAccents } from './normalise.ts'
import { isoStopWords, naturalStemmer, snowballStemmer, type Stemmer } from './packages.ts'
import { spacedAnalyser } from './spaced.ts'

interface Spec {
  stemmer: () => Stemmer
  /** Before the stem: l'eau -> eau. */
  spelling?: (word: string) => string
  lower?: (word: string) => string
}

const elided = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|all|sull|dall|un|quest|quell)'(?=.)/u
const spelling = (word: string): string => word.includes("'") ? word.replace(elided, '') : word

/** Fixed prefixes do as well as morphology for languages of long suffixes (Can et al. 2008, Information retrieval on Turkish texts). */
const firstLetters = (length: number): Stemmer => ({ stem: word => word.slice(0, length) })

const specs: Record<string, Spec> = {
  // Snowball makes ciud of ciudad but ciudad of ciudades; the singular first, and they meet.
  es: { stemmer: () => naturalStemmer('es'), spelling: word => word.endsWith('dades') ? word.slice(0, -2) : word },
  fr: { stemmer: () => naturalStemmer('fr'), spelling },
  pt: { stemmer: () => naturalStemmer('pt') },
  it: { stemmer: () => naturalStemmer('it'), spelling },
  de: { stemmer: () => naturalStemmer('de') },
  nl: { stemmer: () => naturalStemmer('nl') },
  sv: { stemmer: () => naturalStemmer('sv') },
  no: { stemmer: () => naturalStemmer('no') },
  ru: { stemmer: () => naturalStemmer('ru') },
  uk: { stemmer: () => naturalStemmer('uk') },
  da: { stemmer: () => snowballStemmer('danish') },
  fi: { stemmer: () => snowballStemmer('finnish') },
  hu: { stemmer: () => snowballStemmer('hungarian') },
  ro: { stemmer: () => snowballStemmer('romanian') },
  ca: { stemmer: () => snowballStemmer('catalan'), spelling },
  cs: { stemmer: () => snowballStemmer('czech') },
  sl: { stemmer: () => snowballStemmer('slovene') },
  eu: { stemmer: () => snowballStemmer('basque') },
  ga: { stemmer: () => snowballStemmer('irish') },
  hy: { stemmer: () => snowballStemmer('armenian') },
  ta: { stemmer: () => snowballStemmer('tamil') },
  // On passages retrieved by questions: no stem .868 nDCG@10, Snowball .923, five letters .948.
  tr: { stemmer: () => firstLetters(5), lower: word => word.toLocaleLowerCase('tr') },
  // No stemmer of Greek is installed; no stem .906, six letters .950.
  el: { stemmer: () => firstLetters(6), spelling: withoutAccents }
}

export const europeanLanguages: readonly string[] = Object.keys(specs)

/** Analysers for languages with a published stemmer, mostly Snowball's (Porter 2001, snowballstem.org). */
export function european (language: string): Analyser {
  const spec = specs[language]
  if (spec === undefined) throw new Error(`no stemmer is listed for ${language}`)
  const stemmer = spec.stemmer()
  return spacedAnalyser({
    language,
    stopWords: isoStopWords(language),
    spelling: spec.spelling,
    lower: spec.lower,
    stem: word => stemmer.stem(word),
    finish: withoutAccents
  })
}
