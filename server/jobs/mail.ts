import type { Mail } from '../../db/index.ts'
import type { LetterKind } from '../locales/letters/index.ts'
import type { Services } from '../services/index.ts'
import { type Failure, failureOf } from '../services/mail-failure.ts'
import { isOpening } from '../services/letters.ts'
import { connections, sendingTime } from '../services/mailer.ts'
import type { Job } from './job.ts'

const minute = 60_000
const hour = 60 * minute

/**
 * A mail is this process's alone for so long: the time it has to go out, and as much again to note that it has. When the
 * process dies in between, the mail goes out once more, under the same Message-ID.
 */
const lease = 2 * sendingTime + 2 * minute

/** Somebody waits for these in front of a screen. */
const first: readonly LetterKind[] = ['confirm-address', 'already-registered', 'reset-password', 'password-changed', 'invitation']

/** Mails looked up at once: of 100,000 that are due that takes 30 to 90 ms, less than one a mail. */
const batch = 100

const firstWait = minute
const longestWait = 6 * hour
/** A mail is given up after three days, and never before the attempts that three days hold: one sent anew has them again. */
const patience = 72 * hour
const patienceAttempts = 20

/** Milliseconds to the next attempt after so many: 1 minute, twice as long each time, at most 6 hours, a fifth more or less so that what failed together is not tried together. */
export const waitAfter = (attempts: number): number =>
  Math.min(longestWait, firstWait * 2 ** (attempts - 1)) * (0.8 + 0.4 * Math.random())

const isGivenUp = ({ attempts, createdAt }: Mail, { permanent }: Failure, now: Date): boolean =>
  permanent || (attempts >= patienceAttempts && now.getTime() - createdAt.getTime() >= patience)

/** Sends what is due, each mail leased first, so that processes share the queue and what one drops another picks up. */
export const mail = ({ store, mailer }: Pick<Services, 'store' | 'mailer'>): Job => {
  let last: Promise<unknown> = Promise.resolve()
  /** One transaction at a time: PostgreSQL ran a third of them again when each of those who send had its own. */
  const transact: typeof store.transact = (work) => {
    const next = last.then(() => store.transact(work))
    last = next.catch(() => {})
    return next
  }

  const take = (id: string): Promise<Mail | undefined> => transact(({ mails }) => {
    const now = new Date()
    return mails.lease(id, now, new Date(now.getTime() + lease))
  })

  /** What was in the way, if the mail did not go out. */
  const deliver = async (taken: Mail): Promise<Failure | undefined> => {
    let failure: Failure | undefined
    try {
      await mailer.send(taken)
    } catch (error) {
      failure = failureOf(error, taken)
    }
    const now = new Date()
    await transact(({ mails }) => failure === undefined
      ? mails.markSent(taken.id, now, isOpening(taken.kind))
      : mails.settle(taken.id, taken.nextAt, {
        status: isGivenUp(taken, failure, now) ? 'dead' : 'queued',
        nextAt: new Date(now.getTime() + waitAfter(taken.attempts)),
        lastError: failure.reason
      }))
    return failure
  }

  return {
    name: 'mail',
    every: 1000,
    /** @throws {Error} when mail as a whole does not go out, for the operator to see */
    async run (stopping) {
      let inTheWay: Failure | undefined
      const goesOn = () => !stopping.aborted && inTheWay === undefined
      for (let full = true; full && goesOn();) {
        const due = await store.read.mails.due(new Date(), first, batch)
        full = due.length === batch
        // One iterator, from which each of those who send takes its next.
        const ids = due.values()
        const sending = await Promise.allSettled(Array.from({ length: connections }, async () => {
          for (const id of ids) {
            const taken = await take(id)
            const failure = taken && await deliver(taken)
            if (failure?.general) inTheWay = failure
            if (!goesOn()) return
          }
        }))
        for (const ended of sending) if (ended.status === 'rejected') throw ended.reason
      }
      if (inTheWay !== undefined && !stopping.aborted) throw new Error(`mail waits: ${inTheWay.reason}`)
    }
  }
}
