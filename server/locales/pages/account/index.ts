import type { LocaleName } from '../../index.ts'
import { ar } from './ar.ts'
import { bn } from './bn.ts'
import { en, type AccountWords } from './en.ts'
import { fil } from './fil.ts'
import { id } from './id.ts'
import { th } from './th.ts'
import { zh } from './zh.ts'

const languages = { en, zh, ar, bn, th, fil, id } as const satisfies Record<LocaleName, AccountWords>

export const accountIn = (language: LocaleName): AccountWords => languages[language]
