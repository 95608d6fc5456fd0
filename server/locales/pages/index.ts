import type { LocaleName } from '../index.ts'
import { en, type PageWords } from './en.ts'

const pageWords: Partial<Record<LocaleName, PageWords>> = { en }

export const pageWordsOf = (language: LocaleName): PageWords => pageWords[language] ?? en

export type { PageWords } from './en.ts'
