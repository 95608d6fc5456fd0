import type { LocaleName } from '../../index.ts'
import { ar } from './ar.ts'
import { bn } from './bn.ts'
import { en, type Common } from './en.ts'
import { fil } from './fil.ts'
import { id } from './id.ts'
import { th } from './th.ts'
import { zh } from './zh.ts'

const languages = { en, zh, ar, bn, th, fil, id } as const satisfies Record<LocaleName, Common>

export const commonIn = (language: LocaleName): Common => languages[language]
