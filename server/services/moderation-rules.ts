import type { JsonObject } from '../../db/index.ts'
import { pointer } from '../errors.ts'
import { holdsPhoneNumber } from './phone-numbers.ts'

/**
 * What a profile must not say in open text: how to reach somebody past the introduction that both sides agree to, and
 * spam. The rules open a case for the secretariat and forbid nothing, so they may err now and then; the golden table in
 * test/server/moderation-rules.test.ts says on which side.
 */

export interface Offence {
  reason: 'contact-details' | 'spam'
  /** JSON pointers of the fields, as the profile is read. */
  fields: string[]
}

/** Digits of every script by their value, compatibility forms opened, dashes as one, without what nobody sees. */
const plainly = (text: string): string => {
  const open = text.normalize('NFKC').replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '').replace(/[\u2010-\u2015\u2212]/g, '-')
  // eslint-disable-next-line no-control-regex -- most texts have ASCII digits only, or none
  return /[^\u0000-\u007f]/.test(open) ? open.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit))) : open
}

/** Decimal digits of a script stand in a row from zero (Unicode Standard, section 4.6). */
const digitValue = (digit: string): number => {
  const code = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value++
  return value
}

const email = /[\p{L}\p{N}._%+-]{1,64} ?@ ?(?:[\p{L}\p{M}\p{N}-]{1,63}\.){1,8}\p{L}[\p{L}\p{M}]/u
const spelledEmail = /[\w.+-]{1,64} ?[[({<] ?(?:at|arroba|arobase|et|@) ?[\])}>] ?[\w-]{1,63}(?: ?(?:\.|[[({<] ?(?:dot|punto|ponto|point) ?[\])}>]) ?[\w-]{1,63}){1,8}|\b[\w.+-]{1,64} (?:at|arroba) [\w-]{1,63}(?: (?:dot|punto|ponto) [a-z]{2,10}){1,4}\b/i
const handle = /(?:^|[^\p{L}\p{M}\p{N}._@/])@[a-z][a-z0-9_.]{3,}/iu
const messengerLink = /\b(?:wa\.me|t\.me|m\.me|telegram\.(?:me|dog)|line\.me|lin\.ee|chat\.whatsapp\.com|api\.whatsapp\.com|signal\.me|u\.wechat\.com|zalo\.me|viber\.me|discord\.gg|join\.skype\.com|ig\.me|fb\.me|vk\.me)\/\S|\b(?:viber|tg|weixin|whatsapp|skype|line|mailto|tel):(?:\/\/)?[\w+@]|\b(?:facebook|instagram)\.com\/\S/i
const messengerName = new RegExp([
  // A name after the messenger's id, account or number.
  /(?:whats ?app|telegram|skype|viber|zalo|kakao ?talk|wechat|weixin|messenger|instagram|微信|微訊|薇信|واتساب|تيليجرام|تلغرام)\s{0,3}(?:id|handle|user ?name|account|号|號|帐号|账号|رقم|معرف)\s{0,3}(?:is\s)?[:=]?\s{0,3}@?[a-z0-9][\w.-]{3,}/,
  // A name that could be no word: with a digit or an underscore.
  /(?:whats ?app|telegram|skype|viber|zalo|kakao ?talk|wechat|weixin|instagram|微信|微訊|薇信|加v|加微)\s{0,3}[:=]\s{0,3}@?(?=[\w.-]{0,30}[\d_])[a-z][\w.-]{3,}/,
  /\bline\s{0,2}(?:official\s)?id\s{0,3}[:=]?\s{0,3}@?[a-z0-9][\w.-]{2,}/,
  /(?:ไลน์ไอดี|ไอดีไลน์|ไลน์\s?id|id\s?ไลน์|แอดไลน์)\s{0,3}[:=]?\s{0,3}@?[a-z0-9][\w.-]{2,}/,
  /(?:^|[^a-z])qq\s{0,3}(?:号|號|群|群号)?\s{0,3}[:=]?\s{0,3}[1-9]\d{4,10}(?!\d)/
].map(({ source }) => source).join('|'), 'i')

/** Whether a text tells how to reach somebody. */
export const contactDetails = (text: string): boolean => {
  const plain = plainly(text)
  return (plain.includes('@') && (email.test(plain) || handle.test(plain))) || spelledEmail.test(plain) || messengerLink.test(plain) || messengerName.test(plain) || holdsPhoneNumber(plain)
}

const mostLinks = 4
const link = /https?:\/\/|\bwww\.[a-z0-9]/gi
/** The same, or a domain with a path, which programs that show mail make a link of. */
const linkInName = /https?:\/\/|\bwww\.[\p{L}\p{N}]|[\p{L}\p{N}]\.\p{L}{2,}\//iu

/** Whether a name leads somewhere: it stands in letters to people who have not asked for any. */
export const leadsAway = (name: string): boolean => contactDetails(name) || linkInName.test(plainly(name))

/** Scripts that set no spaces between words: their characters are counted one by one. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const token = new RegExp(`${unspaced.source}|[\\p{L}\\p{M}\\p{N}]+`, 'gu')

/** Whether half of a text are sequences of four words, or characters, that come five times or more. */
const repeats = (text: string): boolean => {
  const tokens = text.toLowerCase().match(token) ?? []
  if (tokens.length < 24) return false
  const at = new Map<string, number[]>()
  for (let index = 0; index + 4 <= tokens.length; index++) {
    const sequence = tokens.slice(index, index + 4).join(' ')
    const known = at.get(sequence)
    if (known === undefined) at.set(sequence, [index])
    else known.push(index)
  }
  const covered = new Set<number>()
  for (const starts of at.values()) {
    if (starts.length >= 5) for (const start of starts) for (let step = 0; step < 4; step++) covered.add(start + step)
  }
  return covered.size * 2 >= tokens.length
}

/** Whether a text of some length is all capitals, or cries out. A title or a name may well be all capitals. */
const shouts = (text: string): boolean => {
  if (/[!！]{5}/.test(text) || (text.match(/[!！]/g)?.length ?? 0) > 10) return true
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  return capitals >= 120 && capitals >= 0.8 * (capitals + (text.match(/\p{Ll}/gu)?.length ?? 0))
}

const isSpam = (text: string): boolean => (text.match(link)?.length ?? 0) > mostLinks || shouts(text) || repeats(text)

/** Fields that are no text for people, or that are there for an address or a number. */
const passedOver = new Set(['identifiers', 'website', 'links', 'visibility', 'verification', 'cityId', 'providerId', 'solutionId', 'challengeId', 'language', 'origin'])

/** Every text of a content, with the path to it. */
function * textsIn (value: unknown, path: readonly string[]): Generator<{ path: readonly string[], text: string }> {
  if (typeof value === 'string') yield { path, text: value }
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) if (!passedOver.has(name)) yield * textsIn(inner, [...path, name])
  }
}

/** What the rules mind in a profile's content as everybody sees it. */
export const offencesIn = (content: JsonObject): Offence[] => {
  const contacts: string[] = []
  const spam: string[] = []
  for (const { path, text } of textsIn(content, [])) {
    if (text.length < 5) continue
    if (contactDetails(text)) contacts.push(pointer(path))
    if (isSpam(text)) spam.push(pointer(path))
  }
  return [
    ...(contacts.length === 0 ? [] : [{ reason: 'contact-details' as const, fields: contacts }]),
    ...(spam.length === 0 ? [] : [{ reason: 'spam' as const, fields: spam }])
  ]
}
