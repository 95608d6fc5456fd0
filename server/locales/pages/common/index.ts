import type { LocaleName } from '../../index.ts'
import { en, type Common } from './en.ts'

const languages: Partial<Record<LocaleName, Common>> = { en }

export const commonIn = (language: LocaleName): Common => languages[language] ?? en
