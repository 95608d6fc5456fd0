import type { LocaleName } from '../index.ts'
import { en, type Letters } from './en.ts'

export type LetterKind = keyof Letters['letters']

const letters: Partial<Record<LocaleName, Letters>> = { en }

export const lettersOf = (language: string): Letters => (letters as Readonly<Record<string, Letters>>)[language] ?? en
