import { z } from 'zod'
import { rule } from '../faults.ts'
import { localeNames } from '../locales/index.ts'
import { id, plain } from './primitives.ts'

/** As HTML has it for `type=email`, with a domain of two labels at least. Nothing of it could end a header of a mail. */
const addressForm = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/

/** An address in small letters: as people type it, it is one and the same. */
export const email = z.string().trim().toLowerCase().max(254).regex(addressForm, rule('address')).meta({ description: 'An e-mail address; capital letters make no difference.', examples: ['somchai@example.org'] })

/** A password as it is typed, in normal form KC, so that it is the same from every keyboard. Its length is looked at where it is new. */
const typed = z.string().min(1).max(1000).normalize('NFKC')
export const password = typed.meta({ description: 'Your password.', examples: ['four words of my own'] })
const chosen = typed.meta({ description: 'The password: 12 to 200 characters of any kind, Unicode too; none that is guessed first, that contains the name of your address, or that is one character or sequence throughout.', examples: ['four words of my own'] })

const name = plain(100).meta({ description: 'How the person is called; no addresses, numbers or links.', examples: ['Somchai Jaidee'] })
const language = z.enum(localeNames).meta({ description: "Language of letters to the person, one of the service's.", examples: ['th'] })
const token = z.string().regex(/^[\w-]{43}$/, rule('link-token')).meta({ description: 'The token of the link in the letter.', examples: ['EXAMPLE-NOT-A-TOKEN-00000000000000000000000'] })

export const signUpBody = z.strictObject({
  email,
  password: chosen,
  name,
  language: language.optional().meta({ description: "Language of letters to the person, one of the service's; if it is left out, what the browser asks for (Accept-Language).", examples: ['th'] })
}).meta({ id: 'SignUpBody', description: 'A person who signs up.' })
export type SignUpBody = z.output<typeof signUpBody>

export const addressBody = z.strictObject({ email }).meta({ id: 'AddressBody', description: 'An address that a letter is to go to.' })

export const tokenBody = z.strictObject({ token }).meta({ id: 'TokenBody', description: 'The token of a link.' })

export const resetBody = z.strictObject({ token, password: chosen }).meta({ id: 'ResetBody', description: 'A new password, with the token of the link that allows it.' })

export const passwordBody = z.strictObject({
  password,
  newPassword: chosen
}).meta({ id: 'PasswordBody', description: 'A new password in place of the one you have.' })

export const passwordProof = z.strictObject({ password }).meta({ id: 'PasswordProof', description: 'Your password again, so that a session left open is not enough.' })

export const personPatch = z.strictObject({
  name: name.optional(),
  language: language.optional()
}).meta({ id: 'PersonPatch', description: 'What to change of yourself; what is left out stays.' })
export type PersonPatch = z.output<typeof personPatch>

export const person = z.object({
  id,
  email: z.string().meta({ description: 'The address, which nobody else sees unless you disclose it.', examples: ['somchai@example.org'] }),
  name,
  language: z.string().meta({ description: 'Language of letters to you.', examples: ['th'] }),
  createdAt: z.iso.datetime().meta({ description: 'When you signed up.', examples: ['2026-03-02T08:15:00.000Z'] }),
  secondFactor: z.boolean().meta({ description: 'Whether sign-in asks for a second factor.', examples: [false] }),
  recoveryCodesLeft: z.int().nullable().meta({ description: 'Recovery codes not used yet; null without a second factor.', examples: [null] })
}).meta({ id: 'Person', description: 'Yourself.' })
export type PersonAnswer = z.output<typeof person>
