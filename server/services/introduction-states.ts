import type { Party } from '../../db/index.ts'
import type { IntroductionStatus } from '../../db/vocabulary.ts'
import { isIn } from './introduction-parties.ts'

export const introductionEvents = ['accept', 'decline', 'withdraw', 'talk', 'close', 'expire'] as const
export type IntroductionEvent = (typeof introductionEvents)[number]

/** Whose event it is: of the organisation that asked, of a city that it asked to join, of the other side, or of nobody. */
export const actors = ['asker', 'joining', 'asked', 'time'] as const
export type Actor = (typeof actors)[number]

/**
 * Where an event leads: to a state, or to where those who are left take it.
 *
 * - settle: accepted when all who are left have agreed; still requested while somebody is to answer; withdrawn when nobody
 *   who wants it is left
 * - settle-late: accepted by those who have agreed, without those who have not answered; else expired
 * - go-on: as it was while both sides have somebody; else withdrawn
 */
export type Destination = IntroductionStatus | 'settle' | 'settle-late' | 'go-on'

type Transitions = Readonly<Record<IntroductionStatus, Partial<Readonly<Record<IntroductionEvent, Partial<Readonly<Record<Actor, Destination>>>>>>>>

const everyParty = <D extends Destination>(destination: D) => ({ asker: destination, joining: destination, asked: destination }) as const

/** Every transition there is: what is not here cannot happen. */
export const transitions: Transitions = {
  requested: {
    accept: { joining: 'settle', asked: 'settle' },
    decline: { joining: 'settle', asked: 'declined' },
    withdraw: { asker: 'settle', joining: 'settle' },
    expire: { time: 'settle-late' }
  },
  accepted: {
    withdraw: { asker: 'go-on', joining: 'go-on' },
    talk: everyParty('active'),
    close: everyParty('closed')
  },
  active: {
    withdraw: { asker: 'go-on', joining: 'go-on' },
    talk: everyParty('active'),
    close: everyParty('closed')
  },
  closed: {},
  declined: {},
  expired: {},
  withdrawn: {}
}

export type Consenting = Pick<Party, 'organisationId' | 'side' | 'consent'>

export interface Step {
  status: IntroductionStatus
  /** The parties whose consent is another now. */
  consents: Array<Pick<Party, 'organisationId' | 'consent'>>
}

const consentAfter: Partial<Record<IntroductionEvent, Party['consent']>> = { accept: 'agreed', decline: 'declined', withdraw: 'withdrawn' }

export const actorOf = ({ askedBy }: { askedBy: string }, party: Consenting): Actor =>
  party.organisationId === askedBy ? 'asker' : party.side === 'asking' ? 'joining' : 'asked'

const arrive = (destination: Destination, status: IntroductionStatus, parties: readonly Consenting[]): IntroductionStatus => {
  const left = parties.filter(isIn)
  const agreed = (side: Party['side']) => left.some((party) => party.side === side && party.consent === 'agreed')
  switch (destination) {
    case 'settle':
      if (!agreed('asking')) return 'withdrawn'
      return left.every((party) => party.consent === 'agreed') ? 'accepted' : 'requested'
    case 'settle-late': return agreed('asking') && agreed('asked') ? 'accepted' : 'expired'
    case 'go-on': return agreed('asking') && agreed('asked') ? status : 'withdrawn'
    default: return destination
  }
}

/**
 * What an event makes of an introduction; undefined where it cannot happen.
 * @param own the party whose event it is; undefined for time
 */
export const stepOf = (introduction: { status: IntroductionStatus, askedBy: string }, parties: readonly Consenting[], event: IntroductionEvent, own: Consenting | undefined): Step | undefined => {
  if (own !== undefined && !isIn(own)) return undefined
  const destination = transitions[introduction.status][event]?.[own === undefined ? 'time' : actorOf(introduction, own)]
  if (destination === undefined) return undefined
  const consent = consentAfter[event]
  const consents: Step['consents'] = own === undefined || consent === undefined || own.consent === consent ? [] : [{ organisationId: own.organisationId, consent }]
  const changed = parties.map((party) => party.organisationId === own?.organisationId && consent !== undefined ? { ...party, consent } : party)
  const status = arrive(destination, introduction.status, changed)
  // Those who let their time pass have no part in what the others agreed to.
  if (status === 'accepted' && introduction.status === 'requested') {
    for (const party of changed) if (party.consent === 'pending') consents.push({ organisationId: party.organisationId, consent: 'withdrawn' })
  }
  return { status, consents }
}
