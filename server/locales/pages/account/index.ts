import type { LocaleName } from '../../index.ts'
import { en, type AccountWords } from './en.ts'

const languages: Partial<Record<LocaleName, AccountWords>> = { en }

export const accountIn = (language: LocaleName): AccountWords => languages[language] ?? en
