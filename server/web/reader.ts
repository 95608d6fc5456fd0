import type { FastifyRequest } from 'fastify'
import { type LocaleName, localeNames, preferredLocale } from '../locales/index.ts'
import { conventions, type Direction } from '../locales/conventions.ts'
import { type PageWords, pageWordsOf } from '../locales/pages/index.ts'

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>

/** Who reads a page: the language, and how words, numbers, days, money and places are said in it. */
export interface Reader {
  readonly language: LocaleName
  readonly direction: Direction
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
  /** A share of a score, to two decimals, so that a column of them can be added up. */
  share (value: number): string
  /** @param share of one */
  percent (share: number): string
  /** @param day ISO 8601, a day or an instant */
  day (day: string): string
  /** A day without its year. */
  shortDay (day: string): string
  /** So many days, as short as they can be said. */
  days (count: number): string
  /** A day and a time, with its zone. @param instant ISO 8601 */
  moment (instant: string): string
  country (code: string): string
  languageName (tag: string): string
  list (items: readonly string[]): string
  /** What stands between a place and its country, and between the parts of a fact. */
  readonly comma: string
}

const make = (language: LocaleName): Reader => {
  const { direction, formats, comma } = conventions[language]
  const plurals = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(formats, { maximumFractionDigits: 2 })
  const shares = new Intl.NumberFormat(formats, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const percents = new Intl.NumberFormat(formats, { style: 'percent', maximumFractionDigits: 0 })
  const counts = new Intl.NumberFormat(formats, { style: 'unit', unit: 'day', unitDisplay: 'short' })
  const days = new Intl.DateTimeFormat(formats, { dateStyle: 'medium', timeZone: 'UTC' })
  const shortDays = new Intl.DateTimeFormat(formats, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const moments = new Intl.DateTimeFormat(formats, { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC', timeZoneName: 'short' })
  const countries = new Intl.DisplayNames(language, { type: 'region' })
  const languages = new Intl.DisplayNames(language, { type: 'language' })
  // Chinese writes quantities one after the other with nothing between them; words need something.
  const lists = new Intl.ListFormat(language, { type: language === 'zh' ? 'conjunction' : 'unit' })
  const moneys = new Map<string, Intl.NumberFormat>()
  const moneyIn = (currency: string): Intl.NumberFormat => {
    const known = moneys.get(currency) ?? new Intl.NumberFormat(formats, { style: 'currency', currency, currencyDisplay: 'code', maximumFractionDigits: 0 })
    moneys.set(currency, known)
    return known
  }
  const digitsOf = (currency: string): number => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  const fill: Reader['fill'] = (template, values) => template.replace(/\{(\w+)\}/g, (braces, name: string) => values[name] ?? braces)
  const counted: Reader['counted'] = (forms, count, said) => fill(forms[plurals.select(count)] ?? forms.other, { count: said })
  return {
    language,
    direction,
    words: pageWordsOf(language),
    fill,
    count: (forms, count) => counted(forms, count, numbers.format(count)),
    counted,
    number: (value) => numbers.format(value),
    money: (minorUnits, currency) => moneyIn(currency).format(minorUnits / 10 ** digitsOf(currency)),
    share: (value) => shares.format(value === 0 ? 0 : value),
    percent: (share) => percents.format(share),
    day: (day) => days.format(new Date(day)),
    shortDay: (day) => shortDays.format(new Date(day)),
    days: (count) => counts.format(count),
    moment: (instant) => moments.format(new Date(instant)),
    country: (code) => countries.of(code) ?? code,
    languageName: (tag) => tag === 'und' ? '' : languages.of(tag) ?? tag,
    list: (items) => lists.format(items),
    comma
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
