import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Person, Repositories } from '../../db/index.ts'
import { hashOf } from './principal.ts'

/** RFC 6238 as every authenticator app knows it. */
const form = { issuer: 'WICC matchmaking', algorithm: 'SHA1', digits: 6, period: 30 } as const

/** Steps before and after now of which a code is taken: clocks differ, and typing takes time. */
const tolerance = 1

/** 160 random bits, base32, as RFC 4226 section 4 recommends. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** `otpauth:` address that an app reads as a QR code. */
export const totpUri = (secret: string, email: string): string => new TOTP({ ...form, label: email, secret: Secret.fromBase32(secret) }).toString()

/** The time step of which a code is, later than the last one taken; undefined for a code that is not good now, or not any more. */
const stepOf = (secret: string, code: string, last: number | null, now: Date): number | undefined => {
  const totp = new TOTP({ ...form, secret: Secret.fromBase32(secret) })
  const timestamp = now.getTime()
  const delta = totp.validate({ token: code, timestamp, window: tolerance })
  if (delta === null) return undefined
  const step = totp.counter({ timestamp }) + delta
  return last === null || step > last ? step : undefined
}

export const recoveryCodeCount = 10

/** 80 random bits each, in base32: too many to guess, so SHA-256 keeps them. */
export const newRecoveryCodes = (): string[] => Array.from({ length: recoveryCodeCount }, () => {
  const letters = new Secret({ buffer: new Uint8Array(randomBytes(10)).buffer }).base32
  return letters.replace(/(.{4})(?=.)/g, '$1-')
})

/** Codes are taken as people type them: in small letters, without strokes. */
export const recoveryHash = (code: string): string => hashOf(code.toUpperCase().replace(/[^A-Z2-7]/g, ''))

/** What somebody sends as their second factor. */
export type SecondFactor = { code: string } | { recoveryCode: string }

export const isRecovery = (given: SecondFactor): given is { recoveryCode: string } => 'recoveryCode' in given

/**
 * Takes a code, so that it is good no second time: no step twice (RFC 6238 section 5.2), no recovery code twice. In the
 * transaction that read the person.
 * @returns whether it was good
 */
export const takeCode = async ({ people }: Repositories, person: Person, given: SecondFactor, now: Date): Promise<boolean> => {
  if (isRecovery(given)) {
    const hash = recoveryHash(given.recoveryCode)
    if (person.recoveryHashes?.includes(hash) !== true) return false
    await people.update(person.id, { recoveryHashes: person.recoveryHashes.filter((other) => other !== hash) })
    return true
  }
  const step = person.totpSecret === null ? undefined : stepOf(person.totpSecret, given.code, person.totpStep, now)
  if (step === undefined) return false
  await people.update(person.id, { totpStep: step })
  return true
}
