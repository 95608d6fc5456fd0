import type { OrganisationKind } from '../../../../db/vocabulary.ts'
import type { Reader } from '../../../../server/web/reader.ts'
import type { Hand } from './hand.ts'
import type { Person, World } from './world.ts'

/** Chooses a language below the page, which is in another. */
export const chooseLanguage = async ({ page, footer, choose, press }: Hand, from: Reader, to: Reader): Promise<void> => {
  await choose(from.words.site.language, to.languageName(to.language), footer)
  await press(from.words.site.choose, footer)
  if (await page.locator('html').getAttribute('lang') !== to.language) throw new Error(`${page.url()} is not in ${to.language}`)
}

/** Fills in the form of the page that one is at. */
export const signInHere = async ({ hand, email, password }: Pick<Person, 'hand' | 'email' | 'password'>): Promise<void> => {
  const { fields, signIn } = hand.reader.words.account
  await hand.write(fields.email, email)
  await hand.write(fields.password, password)
  await hand.press(signIn.do)
}

export const signIn = async (person: Pick<Person, 'hand' | 'email' | 'password'>): Promise<void> => {
  const { hand } = person
  await hand.open('/')
  await hand.follow(hand.reader.words.nav.signIn, hand.header)
  await signInHere(person)
}

/** From the form to sign up, which one is at, to an open account. */
export const signUpHere = async (world: World, { hand, name, email, password }: Person): Promise<void> => {
  const { account } = hand.reader.words
  await hand.write(account.fields.name, name)
  await hand.write(account.fields.email, email)
  await hand.write(account.fields.password, password)
  await hand.choose(account.fields.language, hand.reader.languageName(hand.reader.language))
  await hand.press(account.signUp.do)
  await hand.sees(account.sent.confirm)
  await hand.open(await world.letter(email, '/confirm?token='))
  await hand.press(account.confirm.do)
  await hand.sees(account.signIn.confirmed)
  await signInHere({ hand, email, password })
}

/** Signs up, founds an organisation and asks for it to be verified. */
export const join = async (world: World, person: Person, organisation: string, kind: Extract<OrganisationKind, 'city' | 'provider'>, domain: string): Promise<void> => {
  const { hand } = person
  const { nav, account, office } = hand.reader.words
  await hand.open('/')
  await hand.follow(nav.signUp, hand.header)
  await signUpHere(world, person)
  await hand.follow(nav.account, hand.header)
  await hand.sees(account.account.noOrganisations)
  await hand.follow(account.found.title)
  await hand.write(account.fields.organisationName, organisation)
  await hand.choose(account.fields.kind, account.kinds[kind])
  await hand.press(account.found.do)

  await hand.sees(office.organisation.whyVerify)
  await hand.choose(office.organisation.method, office.methods['official-domain'])
  await hand.write(office.organisation.evidence, domain)
  await hand.press(office.organisation.ask)
  await hand.sees(office.done.asked)
}
