import isoCountries from 'i18n-iso-countries'
import { localeNames } from '../../locales/index.ts'
import type { Reader } from '../reader.ts'

const folded = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s*\(.*\)\s*$/, '').trim()

const countryCodes = Object.keys(isoCountries.getAlpha2Codes())

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** Languages that places work in: those of two letters that have a name, without codes of old, and the larger of three. */
const languageCodes = [...'abcdefghijklmnopqrstuvwxyz'].flatMap((a) => [...'abcdefghijklmnopqrstuvwxyz'].map((b) => a + b))
  .filter((code) => languageNames.of(code) !== undefined && Intl.getCanonicalLocales(code)[0] === code)
  .concat('fil', 'ceb', 'ilo', 'hil', 'yue', 'mai', 'bho', 'awa', 'mad', 'ban', 'min', 'bug', 'ace', 'ckb', 'haw', 'zh-Hans', 'zh-Hant')

/** Names in every language of the interface: whoever reads one may well type another. */
const namesOf = (type: 'region' | 'language', codes: readonly string[]): Map<string, string> => {
  const found = new Map<string, string>()
  for (const locale of localeNames.toReversed()) {
    const names = new Intl.DisplayNames(locale, { type })
    const others = type === 'region' ? isoCountries.getNames(locale, { select: 'all' }) : {}
    for (const [code, aliases] of Object.entries(others)) for (const name of aliases) found.set(folded(name), code)
    for (const code of codes) {
      const name = names.of(code)
      if (name !== undefined) found.set(folded(name), code)
    }
  }
  for (const code of codes) found.set(code.toLowerCase(), code)
  return found
}

let known: Record<'country' | 'language', Map<string, string>> | undefined
const names = (): NonNullable<typeof known> => {
  known ??= { country: namesOf('region', countryCodes), language: namesOf('language', languageCodes) }
  return known
}

const separators = /[,;،、，；\n]+/u

/** What stands between commas, of any script, or on lines of its own. */
export const parted = (typed: string, separator = separators): string[] => typed.split(separator).map((part) => part.trim()).filter((part) => part !== '')

/** Codes of the countries or languages that were named; a name that is not known stays, for the schema to refuse. Each once. */
export const codesNamed = (typed: string, of: 'country' | 'language'): string[] => [...new Set(parted(typed).map((part) =>
  names()[of].get(folded(part)) ?? (of === 'country' ? isoCountries.getAlpha2Code(part, 'en') : undefined) ?? part))]

export const namesFor = (codes: readonly string[], of: 'country' | 'language', reader: Reader): string =>
  codes.map((code) => of === 'country' ? reader.country(code) : reader.languageName(code)).join(', ')

const sorted = (reader: Reader, options: Array<[string, string]>): Array<[string, string]> => {
  const { compare } = new Intl.Collator(reader.language)
  return options.sort(([, a], [, b]) => compare(a, b))
}

/** Options of a choice, made once for each language. */
const onceFor = (make: (reader: Reader) => Array<[string, string]>): (reader: Reader) => ReadonlyArray<readonly [string, string]> => {
  const made = new Map<string, Array<[string, string]>>()
  return (reader) => {
    const options = made.get(reader.language) ?? make(reader)
    made.set(reader.language, options)
    return options
  }
}

export const countryOptions = onceFor((reader) => sorted(reader, countryCodes.map((code) => [code, reader.country(code)])))

/** Currencies that are paid with today, by code, which every name is told from. */
export const currencyOptions = onceFor((reader) => {
  const currencyNames = new Intl.DisplayNames(reader.language, { type: 'currency' })
  const spoken = new Intl.DisplayNames('en', { type: 'currency' })
  return Intl.supportedValuesOf('currency').filter((code) => !/\(\d{4}|^X[A-Z]{2}$/.test(`${spoken.of(code)}`) && !/^X(?!AF|OF|PF|CD|CG)/.test(code)).map((code) => [code, `${code} – ${currencyNames.of(code)}`])
})

export const languageOptions = onceFor((reader) => sorted(reader, languageCodes.map((code) => [code, reader.languageName(code)])))
