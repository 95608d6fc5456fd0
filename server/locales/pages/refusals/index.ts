import type { LocaleName } from '../../index.ts'
import { ar } from './ar.ts'
import { bn } from './bn.ts'
import { en, type Refusals } from './en.ts'
import { fil } from './fil.ts'
import { id } from './id.ts'
import { th } from './th.ts'
import { zh } from './zh.ts'

const languages = { en, zh, ar, bn, th, fil, id } as const satisfies Record<LocaleName, Refusals>

export const refusalsIn = (language: LocaleName): Refusals => languages[language]
