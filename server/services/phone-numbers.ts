/**
 * Telephone numbers in running text, told from the figures that challenges and solutions are full of: years, populations,
 * budgets, standards, dates, coordinates, register numbers. A number counts by how it is written (`+66 81 234 5678`,
 * `081-234-5678`, `13812345678`), or by a word before it (`tel`, `โทร`, `هاتف`). Texts come with ASCII digits.
 */

/** Digits with what people set between them in a number, never across lines. */
const run = /\+?\(?\d(?:[ .\-()/]{0,3}\d){6,24}/g

/** What looks like a run of digits and is none: dates, times, years from and to, decimals, coordinates. */
const figures = /\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b|\b(?:19|20)\d\d ?[-/] ?(?:19|20)?\d\d\b|-?\b\d{1,3}\.\d{3,}\b(?! ?\d)(?=[°, ;)]|$)/g

const calls = new RegExp(`(?:${[
  '\\btel', '\\btel[eé]fonos?', '\\btelefone', '\\bt[eé]l[eé]phone', '\\bphone', '\\bmobile', '\\bcell', '\\bhotline', '\\bfax', '\\bwhats ?app', '\\bviber', '\\bcall', '\\btext us at', '\\bsms',
  '\\btelp', '\\btelepon', '\\bhp', '\\bwa', '\\bhubungi', '\\btawagan', '\\bcelular', '\\bm[oó]vil', '\\bapel', 'điện thoại', 'số đt', 'sđt', 'hotline', 'zalo',
  'โทร', 'โทรศัพท์', 'เบอร์', 'มือถือ', 'هاتف', 'جوال', 'موبايل', 'اتصل', 'واتساب', 'ফোন', 'মোবাইল', 'টেলিফোন', 'फ़ोन', 'फोन', 'मोबाइल', 'दूरभाष', '电话', '電話', '手机', '手機', '致电', '热线', '微信', '联系方式'
].join('|')})[ .:：=]{0,3}(?:(?:no|nr|number|num|numéro|número|nomor|us at|at|us|on|on us|号码|號碼|号|ศัพท์|ที่|رقم|على|नंबर|নম্বর)[ .:：=]{0,3}){0,2}$`, 'i')

const money = /(?:[฿$€£¥₫₱৳₹₨﷼]|\b(?:Rp|IDR|VND|THB|PHP|BDT|INR|SAR|CNY|RMB|USD|EUR|JPY|KRW|MXN|COP|BRL|XOF|Tk|Rs|USD))[ .]?$/i
const unit = /^ ?(?:[%฿$€£¥₫₱৳₹₨﷼°]|(?:Rp|IDR|VND|VNĐ|đồng|THB|PHP|BDT|INR|SAR|CNY|RMB|USD|EUR|JPY|KRW|baht|pesos?|rupiah|rupees?|taka|yuan|dollars?|euros?|riyals?|people|residents|inhabitants|m²|m³|m2|m3|km|kWh|MWh|tonnes?|tons?|บาท|คน|元|人|万|亿|億|萬|ريال|নাগরিক|টাকা|करोड़|रुपये)(?!\w))/i

/** Groups of three after the first: how large figures are written. */
const isGrouped = (number: string): boolean => /^\+?\d{1,3}(?:([ .])\d{3})(?:\1\d{3})*$/.test(number)

const isPhone = (number: string, before: string, after: string): boolean => {
  const digits = number.replace(/\D/g, '')
  const { length } = digits
  if (money.test(before) || unit.test(after) || /\w$/.test(before) || /^\w/.test(after)) return false
  const rounded = /0{4}$/.test(digits) || new Set(digits).size <= 2
  if (number.startsWith('+')) return length >= 8 && length <= 15 && !(isGrouped(number) && length < 10)
  if (calls.test(before)) return length >= 7 && length <= 15 && !isGrouped(number)
  // The number of a standard, a law or a register.
  if (/\b[A-Z]{2,6}[ :]$/.test(before)) return false
  // An international number as it is dialled.
  if (/^00[1-9]/.test(number)) return length >= 10 && length <= 16
  // A national number with its trunk prefix; a single 0 before a separator begins a range or a decimal.
  if (/^\(?0[1-9]/.test(number) && !/^0\d?\./.test(number)) return length >= 9 && (length <= 12 || (length === 13 && digits.startsWith('08')))
  if (rounded || isGrouped(number)) return false
  // Mobile numbers of China, and of India and Bangladesh, as they are written.
  if (/^1[3-9]\d{9}$|^1[3-9]\d[ -]\d{4}[ -]\d{4}$|^[6-9]\d{4}[ -]?\d{5}$/.test(number)) return true
  return /^\(?[2-9]\d\d\)?[ .-]\d{3}[.-]\d{4}$/.test(number)
}

/** Whether a text, whose digits are ASCII, holds a telephone number. */
export const holdsPhoneNumber = (text: string): boolean => {
  if (!/\d[^\p{L}]{0,40}\d/u.test(text)) return false
  const plain = text.replace(figures, ' ~ ')
  for (const { 0: number, index } of plain.matchAll(run)) {
    if (isPhone(number.trim(), plain.slice(Math.max(0, index - 40), index), plain.slice(index + number.length, index + number.length + 12))) return true
  }
  return false
}
