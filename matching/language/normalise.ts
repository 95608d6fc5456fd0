/** Zeros of the decimal digits met in the languages served; the nine that follow each are in order. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0]

function asciiDigits (word: string): string {
  return word.replace(/\p{Nd}/gu, character => {
    const code = character.codePointAt(0) ?? 0
    const zero = zeros.find(zero => code >= zero && code < zero + 10)
    return zero === undefined ? character : String(code - zero)
  })
}

/** 1,000,000 and 1.000.000 are one number, and 2,5 is 2.5. */
function oneNumber (word: string): string {
  if (!/^\d+(?:[.,٫٬]\d+)+$/u.test(word)) return word
  if (/^\d{1,3}(?:[.,٬]\d{3})+$/u.test(word)) return word.replace(/[.,٬]/gu, '')
  return word.replace(/[,٫٬]/gu, '.')
}

const plainAscii = /^[a-z]*$/

/**
 * One spelling for one word, whatever the script: compatibility forms and full width (NFKC), lower case, ASCII digits,
 * no invisible characters. Marks stay; each language decides about them.
 */
export function normalise (word: string): string {
  const lower = word.toLowerCase()
  if (plainAscii.test(lower)) return lower
  const shown = lower.replace(/[\u200b-\u200d\u00ad\u2060\ufeff]/gu, '').normalize('NFKC').replace(/[’ʼ＇]/gu, "'").toLowerCase()
  return /\d/u.test(shown) || /\p{Nd}/u.test(shown) ? oneNumber(asciiDigits(shown)) : shown
}

const letterFolds: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ħ: 'h' }

/** Latin, Greek and Cyrillic letters without their accents, except й, which is a letter of its own. */
export function withoutAccents (word: string): string {
  if (plainAscii.test(word)) return word
  const bare = word.replace(/[ßæœøđðþłıħ]/gu, character => letterFolds[character] ?? character)
  return bare.normalize('NFD').replace(/(?<!и)[\u0300-\u036f]/gu, '').normalize('NFC')
}
