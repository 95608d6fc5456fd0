/** Digits of any script as ASCII's, without spaces: people write numbers in their own. Blocks of digits begin at a multiple of 16, or at 6 more than one. */
const plainDigits = (typed: string): string => typed.normalize('NFKC').replace(/\s|[\u066c'’]/gu, '').replaceAll('\u066b', '.').replace(/\p{Nd}/gu, (digit) => {
  const code = digit.codePointAt(0) ?? 0
  if (code < 0x80) return digit
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String(code - zero)
})

/** A number without decimals; points and commas in it part thousands. What is no number stays as it was typed, for the schema to refuse. */
export const wholeOf = (typed: string): number | string => {
  const plain = plainDigits(typed)
  return /^\d+([.,]\d{3})*$/.test(plain) ? Number(plain.replace(/[.,]/g, '')) : typed
}

/** A number whose only point or comma parts decimals. */
export const decimalOf = (typed: string): number | string => {
  const plain = plainDigits(typed).replace(',', '.').replace('−', '-')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : typed
}

/** How many decimals a currency's main unit has; none for what is no currency. */
export const decimalsOf = (currency: string): number => {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 0
  }
}

/** An amount in minor units. A single separator before three digits parts thousands: `1.500` is one thousand and five hundred. */
export const minorUnitsOf = (typed: string, currency: string): number | string => {
  const plain = plainDigits(typed)
  const decimals = /^(\d[\d.,]*)[.,](\d{1,2})$/.exec(plain)
  const whole = wholeOf(decimals?.[1] ?? plain)
  if (typeof whole === 'string') return typed
  return Math.round((whole + Number(`0.${decimals?.[2] ?? 0}`)) * 10 ** decimalsOf(currency))
}
