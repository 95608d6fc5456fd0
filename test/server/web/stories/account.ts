import { Secret, TOTP } from 'otpauth'
import { readerIn } from '../../../../server/web/reader.ts'
import { chooseLanguage, signIn, signInHere } from './joining.ts'
import { passwords } from './plot.ts'
import type { Person, World } from './world.ts'

/** Forgot the password; then ends the session of a telephone that was lost. */
export const keepsSafe = async (world: World, person: Person): Promise<void> => {
  const { hand, email } = person
  const { reader } = hand
  const { nav, account: { signIn: words, reset, fields, account } } = reader.words
  await hand.press(nav.signOut, hand.header)
  await hand.follow(nav.signIn, hand.header)
  await hand.follow(words.forgotten)
  await hand.write(fields.email, email)
  await hand.press(reset.do)
  await hand.open(await world.letter(email, '/reset?token='))
  person.password = passwords.second
  await hand.write(fields.newPassword, person.password)
  await hand.press(reset.chooseDo)
  await hand.sees(words.reset)
  await signInHere(person)

  const telephone = { ...person, hand: await world.hand(reader.language) }
  await signIn(telephone)
  await hand.follow(nav.account, hand.header)
  await hand.press(new RegExp(`^${account.end}\\s*:`))
  await hand.sees(account.ended)
  await telephone.hand.open('/account')
  await telephone.hand.sees(words.first)
}

/** An app on the telephone, and what it shows. @param periods from now */
const codeOf = (secret: string, periods = 0): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + periods * 30_000 })

/** Sets up a second factor and signs in with it. */
export const setsUpSecondFactor = async (person: Person): Promise<void> => {
  const { hand } = person
  const { nav, account: { account, factor, fields, second } } = hand.reader.words
  await hand.follow(nav.account, hand.header)
  await hand.follow(account.setUpFactor)
  await hand.write(fields.yourPassword, person.password)
  await hand.press(factor.begin)
  const secret = /([A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(await hand.reads())?.[0].replaceAll(' ', '') ?? ''
  await hand.write(fields.code, codeOf(secret))
  await hand.press(factor.confirm)
  await hand.sees(factor.codesOn)
  await hand.follow(factor.codesKept)
  await hand.press(nav.signOut, hand.header)
  await signIn(person)
  // Each is good once, and the next one a little early.
  await hand.write(fields.anyCode, codeOf(secret, 1))
  await hand.press(second.do)
  await hand.follow(nav.account, hand.header)
  await hand.sees(account.factorOn)
}

/** Reads the pages in another language for once. */
export const changesLanguage = async ({ hand }: Person): Promise<void> => {
  const there = readerIn(hand.reader.language === 'en' ? 'fil' : 'en')
  await chooseLanguage(hand, hand.reader, there)
  await hand.sees(there.words.account.account.you)
  await chooseLanguage(hand, there, hand.reader)
}

/** Takes what is one's own along, and leaves for good. */
export const leaves = async (person: Person): Promise<void> => {
  const { hand, email } = person
  const { nav, account: { account, fields, erase }, forms } = hand.reader.words
  await hand.follow(nav.account, hand.header)
  const own = JSON.parse(await hand.take(account.download)) as { account: { email: string } }
  if (own.account.email !== email) throw new Error(`the data are of ${own.account.email}`)
  await hand.follow(account.erase)
  await hand.write(fields.yourPassword, person.password)
  await hand.press(erase.do)
  await hand.sees(erase.done)
  await signIn(person)
  await hand.sees(forms.faults)
}
