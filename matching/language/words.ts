import { isUnspaced } from './scripts.ts'

/** Longer words are cut to this many UTF-16 units before they become a term, so no text can make a term of a megabyte. */
export const longestTerm = 64

const other = 0
const letter = 1
const digit = 2
const apostrophe = 3
const separator = 4
const invisible = 5
const unseen = 255
const seen = new Uint8Array(0x10000).fill(unseen)

function look (code: number): number {
  const character = String.fromCodePoint(code)
  if (/[\p{L}\p{M}]/u.test(character)) return letter
  if (/\p{N}/u.test(character)) return digit
  if (/['’ʼ＇]/u.test(character)) return apostrophe
  if (/[.,٫٬]/u.test(character)) return separator
  // Zero width joiners stand inside Bengali, Hindi and Persian words, soft hyphens inside any.
  if (/\u200c|\u200d|\u00ad|\u2060/u.test(character)) return invisible
  return other
}

function classOf (code: number): number {
  if (code > 0xffff) return look(code)
  const known = seen[code] ?? unseen
  return known === unseen ? (seen[code] = look(code)) : known
}

/**
 * Walks the words of a text in order. A word is a run of letters, combining marks and digits; apostrophes count between
 * letters, full stops and commas between digits. A run of a script without spaces is given apart, with `spaced` false.
 * Offsets are UTF-16 units. Linear in the text; lone surrogates belong to no word.
 */
export function eachWord (text: string, visit: (start: number, end: number, spaced: boolean) => void): void {
  let start = -1
  let spaced = true
  let last = other
  for (let i = 0; i < text.length;) {
    let code = text.charCodeAt(i)
    let width = 1
    if (code >= 0xd800 && code < 0xe000) {
      code = text.codePointAt(i) ?? code
      width = code > 0xffff ? 2 : 1
    }
    const kind = classOf(code)
    if (kind === letter || kind === digit) {
      const bySpaces = !(kind === letter && isUnspaced(code))
      if (start >= 0 && bySpaces !== spaced) {
        visit(start, i, spaced)
        start = -1
      }
      if (start < 0) {
        start = i
        spaced = bySpaces
      }
      last = kind
    } else if (start >= 0) {
      const next = i + 1 < text.length ? classOf(text.charCodeAt(i + 1)) : other
      const joins = kind === invisible ||
        (spaced && ((kind === apostrophe && last === letter && next === letter) || (kind === separator && last === digit && next === digit)))
      if (!joins) {
        visit(start, i, spaced)
        start = -1
      }
    }
    i += width
  }
  if (start >= 0) visit(start, text.length, spaced)
}
