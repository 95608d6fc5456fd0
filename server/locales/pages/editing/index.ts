import type { LocaleName } from '../../index.ts'
import { en, type Editing } from './en.ts'

const languages: Partial<Record<LocaleName, Editing>> = { en }

export const editingIn = (language: LocaleName): Editing => languages[language] ?? en
