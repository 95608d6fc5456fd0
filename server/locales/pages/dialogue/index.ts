import type { LocaleName } from '../../index.ts'
import { en, type Dialogue } from './en.ts'

const languages: Partial<Record<LocaleName, Dialogue>> = { en }

export const dialogueIn = (language: LocaleName): Dialogue => languages[language] ?? en
