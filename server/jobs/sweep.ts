import type { Services } from '../services/index.ts'
import { answerLifetime } from '../services/idempotency.ts'
import type { Job } from './job.ts'

const hour = 3_600_000
const day = 24 * hour

/** Network addresses in the audit log are kept so long. */
const addressLifetime = 90 * day
/** A sign-up whose address nobody confirmed is kept so long, while no link is good either: it may be of an address that is not theirs. */
const unconfirmedLifetime = 7 * day
/** Counts of failures to sign in are kept so long. */
const attemptLifetime = day
/** Mails that were sent are kept so long, to be looked up or sent again. */
const mailLifetime = 30 * day
/** The log of deliveries to webhooks is kept so long, but for what is still queued. */
const deliveryLifetime = 30 * day

/** Forgets what is kept for a time only. */
export const sweep = ({ store }: Services): Job => ({
  name: 'sweep',
  every: hour,
  async run () {
    const now = new Date()
    const ago = (milliseconds: number): Date => new Date(now.getTime() - milliseconds)
    await store.transact(async ({ answers, sessions, tokens, people, attempts, invitations, audit, mails, deliveries }) => {
      await answers.removeBefore(ago(answerLifetime))
      await sessions.removeExpired(now)
      await tokens.removeExpired(now)
      await people.removeUnconfirmed(ago(unconfirmedLifetime))
      await attempts.removeBefore(ago(attemptLifetime))
      await invitations.forgetExpired(now)
      await audit.forgetAddresses(ago(addressLifetime))
      await mails.removeSentBefore(ago(mailLifetime))
      await deliveries.removeBefore(ago(deliveryLifetime))
    })
  }
})
