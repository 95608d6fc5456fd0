import { hash, verify } from '@node-rs/argon2'
import { type Fault, faultOf } from '../faults.ts'

/**
 * argon2id, the package's default, with the second-lowest memory of the equally strong choices of OWASP's Password Storage
 * Cheat Sheet (19 MiB, 2 passes, 1 lane): about 50 ms of one core, so that a sign-in costs little and a guess costs it too.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Nobody's: what a password is held against where there is no account, so that this takes as long. No password gives these bits. */
const nobodys = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$roX0aG2/IraPSpSBKJSqxA$fZfZtHYCORwT149u7kCS8O39YKmlcGs9R8c3Cj4RiPE`

/** Takes its time: never inside a transaction. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost)

/** Whether a password is the one that was hashed; takes the same time where there is none. Never inside a transaction. */
export const isPassword = async (passwordHash: string | null | undefined, password: string): Promise<boolean> => {
  const right = await verify(passwordHash ?? nobodys, password)
  return right && typeof passwordHash === 'string'
}

/** As NIST SP 800-63B section 3.1.1.2 has it: long enough, and none that is guessed first; no rules of composition. In characters. */
export const passwordLength = { min: 12, max: 200 }

/** What passwords that are guessed first are made of, digits and signs around it taken off. */
const commonWords = new Set([
  'password', 'passwort', 'passphrase', 'passw', 'pass', 'letmein', 'letmeinnow', 'welcome', 'welcomeback', 'iloveyou', 'iloveyousomuch', 'admin', 'administrator',
  'changeme', 'changemenow', 'secret', 'topsecret', 'default', 'guest', 'login', 'master', 'superman', 'sunshine', 'princess', 'football', 'baseball', 'dragon', 'monkey',
  'shadow', 'michael', 'computer', 'internet', 'samsung', 'whatever', 'trustno', 'starwars', 'liverpool', 'chelsea', 'arsenal', 'google', 'facebook',
  'jesuschrist', 'correcthorsebatterystaple', 'wicc', 'wiccmatchmaking', 'matchmaking', 'smartcity', 'citychallenge', 'mypassword', 'mypasswordis', 'thisismypassword',
  'sayang', 'sayangku', 'bismillah', 'allahuakbar', 'woaini', 'mahalkita', 'kumusta', 'qwerty', 'qwertyuiop', 'qwertz', 'azerty', 'asdf', 'asdfgh', 'zxcvbn', 'qazwsx', 'qazwsxedc', 'abc', 'abcd'
])

/** Rows of keys and letters, twice, so that what runs over an end is found too. */
const sequences = ['0123456789', '1234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'qwertyuiopasdfghjklzxcvbnm', 'qwertzuiopasdfghjklyxcvbnm', '1q2w3e4r5t6y7u8i9o0p', '1qaz2wsx3edc4rfv5tgb6yhn7ujm', 'qazwsxedcrfvtgbyhnujm']
  .map((row) => row.repeat(21)).flatMap((row) => [row, [...row].reverse().join('')])

const isSequence = (folded: string): boolean => sequences.some((row) => row.includes(folded))

/** One to four characters again and again. */
const isRepeated = (folded: string): boolean => [1, 2, 3, 4].some((period) => [...folded].every((character, at, all) => at < period || character === all[at - period]))

/** Leet undone, as those who guess do it; then letters alone. */
const bare = (folded: string): string => folded.replace(/[0@$!13457]/g, (sign) => ({ 0: 'o', '@': 'a', $: 's', '!': 'i', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' })[sign] ?? sign).replace(/[^\p{L}]/gu, '')

const isCommon = (folded: string): boolean => {
  const words = [folded.replace(/[^\p{L}]/gu, ''), bare(folded.replace(/^[\d\W_]+|[\d\W_]+$/g, ''))]
  return words.some((word) => commonWords.has(word) || [2, 3].some((times) => word.length % times === 0 && commonWords.has(word.slice(0, word.length / times)) && word.slice(0, word.length / times).repeat(times) === word))
}

/** The part of an address before its @, where it is long enough to be told from chance. */
const localPart = (email: string): string | undefined => {
  const local = email.slice(0, email.lastIndexOf('@')).normalize('NFKC').toLowerCase()
  return local.length >= 4 ? local : undefined
}

/**
 * What is wrong with a new password, for people; undefined where nothing is.
 * @param password in normal form KC
 * @param email of the account, lower case
 */
export const passwordFault = (password: string, email: string): Fault | undefined => {
  const length = [...password].length
  if (length < passwordLength.min) return faultOf('too-short', { count: passwordLength.min })
  if (length > passwordLength.max) return faultOf('too-long', { count: passwordLength.max })
  const folded = password.toLowerCase()
  const local = localPart(email)
  if (local !== undefined && folded.includes(local)) return faultOf('password-of-address', {})
  if (isRepeated(folded) || isSequence(folded)) return faultOf('password-of-one', {})
  if (isCommon(folded)) return faultOf('password-common', {})
  return undefined
}
