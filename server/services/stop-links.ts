import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Store } from '../../db/index.ts'
import type { Links } from './links.ts'
import { sharedSecret } from './shared-secret.ts'

/** Links in mails by which whoever has one ends the mails of one search, without signing in. They work for ever. */
export interface StopLinks {
  to (searchId: string): Promise<string>
  /** The search that a link's token is of; undefined for a token that is not ours. */
  searchOf (token: string): Promise<string | undefined>
}

const form = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/

export const createStopLinks = (store: Store, links: Links): StopLinks => {
  let secret: string | undefined

  /** Of the search and of what may be done to it: the token is good for nothing else. */
  const signatureOf = async (searchId: string): Promise<string> => {
    secret ??= await sharedSecret(store, 'stop-links')
    return createHmac('sha256', secret).update(`searches:stop ${searchId}`).digest('base64url')
  }

  return {
    to: async (searchId) => links.to(`/stop?token=${searchId}.${await signatureOf(searchId)}`),
    async searchOf (token) {
      const [, searchId, signature] = form.exec(token) ?? []
      if (searchId === undefined || signature === undefined) return undefined
      return timingSafeEqual(Buffer.from(signature), Buffer.from(await signatureOf(searchId))) ? searchId : undefined
    }
  }
}
