import type { LocaleName } from './index.ts'

export type Direction = 'ltr' | 'rtl'

interface Conventions {
  /** What a page in this language calls it, BCP 47: with the script where fonts depend on it. */
  tag: string
  direction: Direction
  /** Dates and numbers: BCP 47 with a calendar and, where they are not 0-9, digits. */
  formats: string
  /** Between a place and the country it is in, or the parts of a fact. */
  comma: string
}

/**
 * Every date is Gregorian, whatever the language's own calendar: both sides of an introduction and the programs of partners
 * must name the same year. Thai would otherwise count from 543 years earlier (2570 for 2027); it says ค.ศ. before the year.
 * Saudi law has counted official dates by the Gregorian calendar since November 2023, where Intl's ar-SA leaves the choice to
 * its data; its ministries and gazette write the digits ٠ to ٩, as Intl does for ar-SA but no longer for ar.
 */
export const conventions: Readonly<Record<LocaleName, Conventions>> = {
  en: { tag: 'en', direction: 'ltr', formats: 'en-GB-u-ca-gregory', comma: ', ' },
  zh: { tag: 'zh-Hans', direction: 'ltr', formats: 'zh-Hans-CN-u-ca-gregory', comma: '，' },
  ar: { tag: 'ar', direction: 'rtl', formats: 'ar-SA-u-ca-gregory-nu-arab', comma: '، ' },
  bn: { tag: 'bn', direction: 'ltr', formats: 'bn-BD-u-ca-gregory-nu-beng', comma: ', ' },
  th: { tag: 'th', direction: 'ltr', formats: 'th-TH-u-ca-gregory', comma: ' ' },
  fil: { tag: 'fil', direction: 'ltr', formats: 'fil-PH-u-ca-gregory', comma: ', ' },
  id: { tag: 'id', direction: 'ltr', formats: 'id-ID-u-ca-gregory', comma: ', ' }
}

/** The day it is in UTC, in words: 5 March 2027. */
export const dayIn = (locale: LocaleName, instant: Date): string =>
  new Intl.DateTimeFormat(conventions[locale].formats, { dateStyle: 'long', timeZone: 'UTC' }).format(instant)

export const numberIn = (locale: LocaleName, number: number): string => new Intl.NumberFormat(conventions[locale].formats).format(number)
