import { negotiate } from '@fastify/accept-negotiator'
import { ar } from './ar.ts'
import { bn } from './bn.ts'
import { en, type Locale } from './en.ts'
import { fil } from './fil.ts'
import { id } from './id.ts'
import { th } from './th.ts'
import { zh } from './zh.ts'

export type { Locale } from './en.ts'

/** Languages in which the service speaks, BCP 47. */
export const locales = { en, zh, ar, bn, th, fil, id } as const satisfies Record<string, Locale>
export type LocaleName = keyof typeof locales
export const localeNames = ['en', 'zh', 'ar', 'bn', 'th', 'fil', 'id'] as const satisfies readonly LocaleName[]

/** Of what a browser says its reader prefers; English where that is none of ours. */
export const preferredLocale = (acceptLanguage: string | undefined): LocaleName => {
  // zh-CN and tl are asked for where zh and fil are spoken.
  const asked = (acceptLanguage ?? '').toLowerCase().replace(/\btl\b/g, 'fil').replace(/\b(zh|en|ar|bn|th|id|fil)-[a-z0-9-]+/g, '$1')
  return (negotiate(asked, [...localeNames]) ?? 'en') as LocaleName
}

/** The language of a tag such as zh-CN or tl, BCP 47; English where that is none of ours. */
export const localeNamed = (tag: string): LocaleName => {
  const language = tag.toLowerCase().split(/[-_]/)[0]
  return localeNames.find((name) => name === (language === 'tl' ? 'fil' : language)) ?? 'en'
}

export const filled = (template: string, name: 'list' | 'what', value: string): string => template.replace(`{${name}}`, () => value)

export const listed = (words: readonly string[], locale: LocaleName): string => new Intl.ListFormat(locale, { type: 'conjunction' }).format(words)
