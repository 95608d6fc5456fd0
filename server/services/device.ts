import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Person, Store } from '../../db/index.ts'
import { sharedSecret } from './shared-secret.ts'

/**
 * Devices that an account has signed in from, known by a cookie that only such a sign-in sets (OWASP, "Slow down online
 * guessing attacks with device cookies"). It opens nothing: it decides only whose failures are counted (throttle.ts). It is
 * bound to the account and to its password, so that a new password makes strangers of whoever knew the old one.
 */
export interface Devices {
  /** The name of a device by its cookie, where the cookie is this person's; otherwise undefined. */
  nameOf (person: Pick<Person, 'id' | 'passwordHash'> | undefined, cookie: string | undefined): Promise<string | undefined>
  /** A cookie for a device, new or of the name that it has. */
  cookieFor (person: Pick<Person, 'id' | 'passwordHash'>, name?: string): Promise<string>
}

/** How long a device is known: as long as browsers keep a cookie. */
export const deviceLifetime = 400 * 24 * 3_600_000

export const createDevices = (store: Store): Devices => {
  let secret: Promise<string> | undefined
  const sign = async (name: string, { id, passwordHash }: Pick<Person, 'id' | 'passwordHash'>): Promise<Buffer> => {
    secret ??= sharedSecret(store, 'device').catch((error: unknown) => {
      secret = undefined
      throw error
    })
    return createHmac('sha256', await secret).update(JSON.stringify([name, id, passwordHash])).digest()
  }
  return {
    async nameOf (person, cookie) {
      const [, name, given] = /^([\w-]{22})\.([\w-]{43})$/.exec(cookie ?? '') ?? []
      // Signs even where there is nobody: an answer takes as long.
      const right = await sign(name ?? '', person ?? { id: '', passwordHash: null })
      return person !== undefined && name !== undefined && given !== undefined && timingSafeEqual(right, Buffer.from(given, 'base64url')) ? name : undefined
    },
    async cookieFor (person, name = randomBytes(16).toString('base64url')) {
      return `${name}.${(await sign(name, person)).toString('base64url')}`
    }
  }
}
