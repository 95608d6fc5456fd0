import { arabicSpelling } from '../../language/arabic.ts'
import { bengaliSpelling } from '../../language/bengali.ts'
import { hindiSpelling } from '../../language/hindi.ts'
import { arabicBases } from './arabic.ts'
import { bengaliBases } from './bengali.ts'
import { filipinoBases, filipinoSpelling } from './filipino.ts'
import { hindiBases } from './hindi.ts'
import { indonesianBases } from './indonesian.ts'
import { vietnameseSpelling } from './vietnamese.ts'

/** The forms under which a dictionary may list a word, the likeliest first; without the word itself. */
export type Bases = (word: string) => string[]

/**
 * Of languages whose words take more shapes than a stemmer leads back: a stem is shared by unrelated words, while a base
 * counts only where the vocabulary has it.
 */
const bases: Readonly<Record<string, Bases>> = { ar: arabicBases, bn: bengaliBases, fil: filipinoBases, hi: hindiBases, id: indonesianBases, ms: indonesianBases }

const spellings: Readonly<Record<string, (word: string) => string>> = {
  ar: arabicSpelling, bn: bengaliSpelling, fil: filipinoSpelling, hi: hindiSpelling, vi: vietnameseSpelling
}

const asItIs = (word: string): string => word
const none: Bases = () => []

export const basesIn = (language: string): Bases => bases[language] ?? none

/** One spelling of the several in use, after Unicode normalisation. */
export const spellingIn = (language: string): (word: string) => string => spellings[language] ?? asItIs
