import type { Direction } from '../locales/conventions.ts'

/**
 * Texts of both directions in one line, as Unicode's bidirectional algorithm (UAX #9) shows them. An isolate keeps a name that
 * runs the other way from rearranging the punctuation and numbers around it.
 */
const rightToLeft = String.raw`[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\u061c\u200f]`
const someRightToLeft = new RegExp(rightToLeft, 'u')
const someLeftToRight = new RegExp(`(?!${rightToLeft})[\\p{L}\\u200e]`, 'u')
const firstStrong = /[\p{L}\u061c\u200e\u200f]/u

const graphemes = new Intl.Segmenter()

const open = '\u2068'
const close = '\u2069'

/** The way a text runs by its first letter, as `dir="auto"` would find it. */
export const directionOf = (text: string, otherwise: Direction): Direction => {
  const letter = firstStrong.exec(text)?.[0]
  if (letter === undefined) return otherwise
  return someRightToLeft.test(letter) ? 'rtl' : 'ltr'
}

export const hasRightToLeft = (text: string): boolean => someRightToLeft.test(text)

/** Digits with signs between them, as of a date or a telephone number, are rearranged by Arabic before them. */
const brokenUp = (text: string): boolean => firstStrong.exec(text) === null && /[0-9]/.test(text) && /[^0-9]/.test(text)

/** A text for a line of plain text that runs in a direction: in an isolate (U+2068, U+2069) if some of it runs the other way. */
export const isolated = (text: string, around: Direction): string =>
  (around === 'ltr' ? hasRightToLeft(text) : someLeftToRight.test(text) || brokenUp(text)) ? open + text + close : text

/** A text that its reader sees in the order it is in: without the characters that embed, override and isolate. */
export const withoutControls = (text: string): string => text
  .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
  .replaceAll('\t', ' ')
  .replace(/[\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/gu, '')

/** The first characters of a line, as people count them, and an ellipsis where it was longer; no isolate is left open. */
export const shortened = (line: string, longest: number): string => {
  const characters = Array.from(graphemes.segment(line), ({ segment }) => segment)
  if (characters.length <= longest) return line
  const kept = characters.slice(0, longest - 1).join('').trimEnd()
  return `${kept}…${kept.lastIndexOf(open) > kept.lastIndexOf(close) ? close : ''}`
}
