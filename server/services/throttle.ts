import ipaddr from 'ipaddr.js'
import type { Repositories } from '../../db/index.ts'
import { refuse } from '../refusals.ts'

const minute = 60_000
const hour = 60 * minute

/**
 * How often something may fail, or be asked for, within a time that begins with the first. It ends by itself, and what is
 * refused meanwhile does not lengthen it.
 *
 * A stranger must not lock anybody out. So failures from a device that the account has signed in from (device.ts) are that
 * device's alone: neither what strangers do to the account nor what they do behind the same address stops it. For all other
 * devices the account's own count bounds guessing: 20 an hour are 480 a day, against passwords of 12 characters and more
 * that are not among those guessed first. Who is stopped on a new device while somebody guesses has a way in: a new password
 * by mail, or confirming the address, makes the device known.
 */
const limits = {
  /** Sign-in from one network. An office behind one address mistypes 30 times in a quarter of an hour at the most. */
  address: { most: 30, within: 15 * minute },
  /** Sign-in to one account from devices that it has not signed in from. */
  account: { most: 20, within: hour },
  /** Sign-in from a device that the account has signed in from: for who finds or steals it. */
  device: { most: 20, within: 15 * minute },
  /** The password asked for again by who is signed in: for who finds a session open. */
  password: { most: 10, within: 15 * minute },
  /**
   * The second factor's code, by account or, on a device of its own, by device. Three of a million codes are good at a time,
   * so ten a day find one in about 90 years. Only who has the password can use them up, and recovery codes, which nobody
   * guesses, are not counted here: the owner gets in.
   */
  code: { most: 10, within: 24 * hour },
  /**
   * Letters that anybody may have sent to an address: sign-up, confirmation, reset. A flood ends after four an hour, and the
   * last one's link is good for longer than that: its owner never waits for what a stranger has used up.
   */
  letter: { most: 4, within: hour },
  /** The same by the network that asks: a room full of people may sign up in one hour. */
  asking: { most: 100, within: hour }
} as const

/** What is counted, and for whom: an address, an account, a device. */
export interface Subject { kind: keyof typeof limits, of: string }

const nameOf = ({ kind, of }: Subject): string => `${kind}:${of}`

/** The network that an address stands for: of IPv6, the half that a household or a server gets as a whole. */
export const networkOf = (address: string | null): string => {
  if (address === null || !ipaddr.isValid(address)) return address ?? 'none'
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv4' ? parsed.toString() : `${new ipaddr.IPv6(parsed.toByteArray().map((byte, at) => at < 8 ? byte : 0)).toString()}/64`
}

/**
 * Counts one for every subject, in a transaction and before what may fail, so that many at once are not more than the limit.
 * @throws {Problem} `rate-limited` where one is at its limit; then nothing is counted
 */
export const count = async ({ attempts }: Pick<Repositories, 'attempts'>, subjects: readonly Subject[], now: Date): Promise<void> => {
  const known = new Map((await attempts.findMany(subjects.map(nameOf))).map((attempt) => [attempt.subject, attempt]))
  const running = subjects.map((subject) => {
    const attempt = known.get(nameOf(subject))
    const ends = attempt === undefined ? 0 : attempt.since.getTime() + limits[subject.kind].within
    return { subject, attempt: ends > now.getTime() ? attempt : undefined, ends }
  })
  const full = running.filter(({ subject, attempt }) => attempt !== undefined && attempt.failures >= limits[subject.kind].most)
  if (full.length > 0) {
    const seconds = Math.ceil((Math.max(...full.map(({ ends }) => ends)) - now.getTime()) / 1000)
    throw refuse('attempts-used', { count: Math.ceil(seconds / 60) }, { headers: { 'retry-after': String(seconds) } })
  }
  for (const { subject, attempt } of running) {
    await attempts.save({ subject: nameOf(subject), failures: (attempt?.failures ?? 0) + 1, since: attempt?.since ?? now, lastAt: now })
  }
}

/** Takes back what was counted for what did not fail. Not more than that: a success of one's own must not wipe out failures on others' accounts. */
export const uncount = async ({ attempts }: Pick<Repositories, 'attempts'>, subjects: readonly Subject[]): Promise<void> => {
  for (const attempt of await attempts.findMany(subjects.map(nameOf))) {
    if (attempt.failures <= 1) await attempts.remove([attempt.subject])
    else await attempts.save({ ...attempt, failures: attempt.failures - 1 })
  }
}

/** Forgets what was counted for an account. */
export const forget = async ({ attempts }: Pick<Repositories, 'attempts'>, subjects: readonly Subject[]): Promise<void> => attempts.remove(subjects.map(nameOf))
