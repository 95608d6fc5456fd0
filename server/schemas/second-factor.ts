import { z } from 'zod'
import { rule } from '../faults.ts'
import { password } from './people.ts'

export const code = z.string().overwrite((value) => value.replace(/\s/g, '')).regex(/^\d{6}$/, rule('six-digits'))
  .meta({ description: 'The six digits that the authenticator app shows; each code is good once.', examples: ['492039'] })
export const recoveryCode = z.string().min(1).max(50).meta({ description: 'One of the recovery codes, which is then used up.', examples: ['ABCD-EFGH-IJKL-MNOP'] })

const either = 'must be one code, or one recovery code'

export const codeBody = z.strictObject({ code }).meta({ id: 'CodeBody', description: 'A code of the new second factor.' })

export const secondFactorBody = z.strictObject({ code: code.optional(), recoveryCode: recoveryCode.optional() })
  .refine(({ code, recoveryCode }) => (code === undefined) !== (recoveryCode === undefined), { path: ['code'], error: either })
  .meta({ id: 'SecondFactorBody', description: 'The second factor of a sign-in: a code or a recovery code.' })

export const secondFactorProof = z.strictObject({ password, code: code.optional(), recoveryCode: recoveryCode.optional() })
  .refine(({ code, recoveryCode }) => (code === undefined) !== (recoveryCode === undefined), { path: ['code'], error: either })
  .meta({ id: 'SecondFactorProof', description: 'Your password, and a code or a recovery code.' })

export const totpSetup = z.object({
  secret: z.string().meta({ description: 'The secret, base32, for who types it into an app.', examples: ['EXAMPLENOTASECRETAAAAAAAAAAAAAAA'] }),
  uri: z.string().meta({ description: 'The same as an `otpauth:` address, to be shown as a QR code.', examples: ['otpauth://totp/WICC%20matchmaking:somchai%40example.org?issuer=WICC%20matchmaking&secret=EXAMPLENOTASECRETAAAAAAAAAAAAAAA&algorithm=SHA1&digits=6&period=30'] })
}).meta({ id: 'TotpSetup', description: 'A second factor to set up (RFC 6238: SHA-1, six digits, 30 seconds).' })
export type TotpSetup = z.output<typeof totpSetup>

export const recoveryCodes = z.object({
  recoveryCodes: z.array(z.string().meta({ examples: ['ABCD-EFGH-IJKL-MNOP'] })).meta({ description: 'Ten codes, each good once, for when the app is out of reach. Shown this once.', examples: [['ABCD-EFGH-IJKL-MNOP']] })
}).meta({ id: 'RecoveryCodes', description: 'Recovery codes of a second factor.' })
export type RecoveryCodes = z.output<typeof recoveryCodes>
