import type { FastifyRequest } from 'fastify'
import { type LocaleName, localeNames, preferredLocale } from '../locales/index.ts'
import { type PageWords, pageWordsOf } from '../locales/pages/index.ts'

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>

/** Who reads a page: the language, and how words, numbers, days, money and places are said in it. */
export interface Reader {
  readonly language: LocaleName
  readonly direction: 'ltr' | 'rtl'
  readonly words: PageWords
  /** A string with its values in braces filled in. */
  fill (template: string, values: Readonly<Record<string, string>>): string
  /** The plural form for a count, with the count in it. */
  count (forms: Forms, count: number): string
  /** The same for a count that is said as a range, of which this is the end. */
  counted (forms: Forms, count: number, said: string): string
  number (value: number): string
  /** @param minorUnits as ISO 4217 divides the currency */
  money (minorUnits: number, currency: string): string
  /** @param day ISO 8601, a day or an instant */
  day (day: string): string
  /** @param instant ISO 8601 */
  moment (instant: string): string
  country (code: string): string
  languageName (tag: string): string
  list (items: readonly string[]): string
}

/** Days are those of the Gregorian calendar, which contracts and budgets are written in; Thai's own default is another. */
const calendar = '-u-ca-gregory'

const rightToLeft: ReadonlySet<string> = new Set(['ar'])

const make = (language: LocaleName): Reader => {
  const plurals = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const days = new Intl.DateTimeFormat(language + calendar, { dateStyle: 'medium', timeZone: 'UTC' })
  const moments = new Intl.DateTimeFormat(language + calendar, { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC', timeZoneName: 'short' })
  const countries = new Intl.DisplayNames(language, { type: 'region' })
  const languages = new Intl.DisplayNames(language, { type: 'language' })
  const lists = new Intl.ListFormat(language, { type: 'unit' })
  const moneys = new Map<string, Intl.NumberFormat>()
  const moneyIn = (currency: string): Intl.NumberFormat => {
    const known = moneys.get(currency) ?? new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'code', maximumFractionDigits: 0 })
    moneys.set(currency, known)
    return known
  }
  const digitsOf = (currency: string): number => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  const fill: Reader['fill'] = (template, values) => template.replace(/\{(\w+)\}/g, (braces, name: string) => values[name] ?? braces)
  const counted: Reader['counted'] = (forms, count, said) => fill(forms[plurals.select(count)] ?? forms.other, { count: said })
  return {
    language,
    direction: rightToLeft.has(language) ? 'rtl' : 'ltr',
    words: pageWordsOf(language),
    fill,
    count: (forms, count) => counted(forms, count, numbers.format(count)),
    counted,
    number: (value) => numbers.format(value),
    money: (minorUnits, currency) => moneyIn(currency).format(minorUnits / 10 ** digitsOf(currency)),
    day: (day) => days.format(new Date(day)),
    moment: (instant) => moments.format(new Date(instant)),
    country: (code) => countries.of(code) ?? code,
    languageName: (tag) => tag === 'und' ? '' : languages.of(tag) ?? tag,
    list: (items) => lists.format(items)
  }
}

const readers = new Map<LocaleName, Reader>()
export const readerIn = (language: LocaleName): Reader => {
  const known = readers.get(language) ?? make(language)
  readers.set(language, known)
  return known
}

export const languageCookie = 'wicc-language'

const isOurs = (name: string | undefined): name is LocaleName => (localeNames as readonly (string | undefined)[]).includes(name)

/** As chosen, else as the browser prefers. */
export const readerOf = (request: FastifyRequest): Reader => {
  const chosen = request.cookies[languageCookie]
  return readerIn(isOurs(chosen) ? chosen : preferredLocale(request.headers['accept-language']))
}
