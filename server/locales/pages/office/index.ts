import type { LocaleName } from '../../index.ts'
import { en, type Office } from './en.ts'

const languages: Partial<Record<LocaleName, Office>> = { en }

export const officeIn = (language: LocaleName): Office => languages[language] ?? en
