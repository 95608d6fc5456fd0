/**
 * Codes that name a language column or file: ISO 639-1, and the three-letter codes that people write
 * for languages this service meets. `no` is left out: as a heading it is a number, and Norwegian
 * texts are `nb` or `nn`.
 */
const codes = new Set([
  'am', 'ar', 'az', 'be', 'bg', 'bn', 'bs', 'ca', 'ceb', 'cs', 'cy', 'da', 'de', 'el', 'en', 'eo', 'es', 'et', 'eu', 'fa',
  'fi', 'fil', 'fr', 'ga', 'gl', 'gu', 'ha', 'he', 'hi', 'hr', 'hu', 'hy', 'id', 'ig', 'is', 'it', 'ja', 'jv', 'ka', 'kk',
  'km', 'kn', 'ko', 'ku', 'ky', 'lo', 'lt', 'lv', 'mg', 'mk', 'ml', 'mn', 'mr', 'ms', 'mt', 'my', 'nb', 'ne', 'nl', 'nn',
  'or', 'pa', 'pl', 'ps', 'pt', 'ro', 'ru', 'rw', 'sd', 'si', 'sk', 'sl', 'so', 'sq', 'sr', 'su', 'sv', 'sw', 'ta', 'te',
  'tg', 'th', 'ti', 'tk', 'tl', 'tr', 'ug', 'uk', 'ur', 'uz', 'vi', 'xh', 'yo', 'yue', 'zh', 'zu'
])

/** True for a listed code, alone or with a country (`xx_YY`) or a script (`xx-Yyyy`). */
export function isLanguageCode (name: string): boolean {
  const match = /^([a-z]{2,3})(?:_[A-Z]{2}|-[A-Z][a-z]{3})?$/.exec(name)
  return match?.[1] !== undefined && codes.has(match[1])
}

/** `zh` of `zh_CN` and `zh-Hans`. */
export function baseLanguage (code: string): string {
  return code.split(/[-_]/, 1)[0] ?? code
}

/**
 * True where the cells of a column are identifiers, not wordings: none has white space, and at least
 * half hold a digit, a mark that joins parts, or a single character. So a column `id` of row numbers is not
 * taken for Indonesian, and one of Indonesian sentences or words is.
 */
export function isIdentifierColumn (cells: readonly string[]): boolean {
  const filled = cells.map(cell => cell.trim()).filter(cell => cell !== '')
  if (filled.some(cell => /\s/.test(cell))) return false
  const marked = filled.filter(cell => /^[\x21-\x7E]+$/.test(cell) && (cell.length === 1 || /[\d_:/-]/.test(cell)))
  return filled.length > 0 && marked.length * 2 >= filled.length
}
