import type { LocaleName } from '../../index.ts'
import { en, type LegalWords } from './en.ts'

const languages: Partial<Record<LocaleName, LegalWords>> = { en }

export const legalIn = (language: LocaleName): LegalWords => languages[language] ?? en
