import { type LocaleName, localeNamed } from '../index.ts'
import { ar } from './ar.ts'
import { bn } from './bn.ts'
import { en, type Letters } from './en.ts'
import { fil } from './fil.ts'
import { id } from './id.ts'
import { th } from './th.ts'
import { zh } from './zh.ts'

export type { Letters } from './en.ts'
export type LetterKind = keyof Letters['letters']

const letters = { en, zh, ar, bn, th, fil, id } as const satisfies Record<LocaleName, Letters>

/** @param language BCP 47, with or without a region; English where it is none of ours */
export const lettersOf = (language: string): Letters => letters[localeNamed(language)]
