import { anonymous, type Principal } from './principal.ts'
import { networkOf, type Subject } from './throttle.ts'

/** Where a request of somebody who is not known yet comes from. */
export interface Visitor {
  /** Network address. */
  address: string | null
  /** User-Agent, as sent. */
  agent: string | undefined
  /** The device cookie's value, whatever it is worth. */
  device: string | undefined
  /** The session cookie's value, whatever it is worth. */
  session: string | undefined
}

/** Who did it, where a password or a link has shown who that is and no session has. */
export const actingAs = (personId: string, { address }: Pick<Visitor, 'address'>): Principal => ({ ...anonymous, personId, address })

/** The network that somebody comes from, as it is counted. */
export const networkSubject = (kind: 'address' | 'asking', { address }: Pick<Visitor, 'address'>): Subject => ({ kind, of: networkOf(address) })
