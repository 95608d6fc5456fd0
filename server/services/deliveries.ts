import { setImmediate } from 'node:timers/promises'
import type { Change, Delivery, Repositories, Store, Webhook } from '../../db/index.ts'
import { record } from './audit.ts'
import type { Links } from './links.ts'
import type { Post } from './post.ts'
import { anonymous } from './principal.ts'
import { deliveriesOf, messageOf } from './webhook-events.ts'
import type { Outcome, Sender } from './webhook-sending.ts'

/**
 * The queue of webhooks' deliveries. Each is sent at least once: it is made out in one transaction with the position of the
 * change log that it comes from, and is queued until an attempt that was answered with success is noted. What is sent
 * twice, after a crash between the answer and its note, has the same id.
 *
 * Glossary
 *
 * - lease: until when a delivery is whose who sends it; `nextAt` of a delivery that is being sent
 * - failing: a webhook is, from its first failed attempt to the next that succeeds
 */

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** Longer than any attempt takes; after a crash, how long a webhook waits for what was being sent. */
const leaseTime = 30 * second
/** Before each attempt after the first; the last is repeated. */
const delays = [5 * second, 30 * second, 2 * minute, 10 * minute, hour, 3 * hour, 6 * hour]
/** What has not arrived after so long is dead. */
const patience = 72 * hour
/** A webhook is paused when it has been failing so long, in so many attempts. */
const failingTime = 24 * hour
const failingAttempts = 10
/** Changes that are made out at a time, and webhooks in one transaction. */
const pageSize = 200
const groupSize = 20

/** Milliseconds to the next attempt, a fifth more or less, so that what failed together does not come back together. */
const delayAfter = (attempts: number): number => (delays[Math.min(attempts, delays.length) - 1] ?? 0) * (0.8 + 0.4 * Math.random())

/** A delivery that is this process's to send, until its lease ends. */
export interface Leased {
  webhook: Webhook
  delivery: Delivery
}

/** What an attempt leaves: the next of the same webhook, or since when that is failing. */
export interface Settled {
  next?: Leased
  failingSince?: Date
}

export interface Deliveries {
  /** Makes out what the change log has new for active webhooks, a page for each; true when there is more. */
  makeOut (): Promise<boolean>
  /** Active webhooks with something to send. */
  due (): Promise<Webhook[]>
  lease (webhookId: string): Promise<Leased | undefined>
  /** Sends, and notes what came of it. @param goOn whether the next is leased with that */
  attempt (leased: Leased, goOn: () => boolean): Promise<Settled>
}

/**
 * One delivery of a webhook is sent at a time, whoever sends it: so they come in order, and two processes do not fall over
 * each other.
 */
const lease = async ({ webhooks, deliveries }: Repositories, webhookId: string): Promise<Leased | undefined> => {
  const now = new Date()
  const [webhook] = await webhooks.findActive([webhookId])
  if (webhook === undefined || await deliveries.isBeingSent(webhookId, now)) return undefined
  const due = await deliveries.findDue(webhookId, now)
  if (due === undefined) return undefined
  const taken = { attempts: due.attempts + 1, since: due.attempts === 0 ? now : due.since, nextAt: new Date(now.getTime() + leaseTime), lastAt: now, lastStatus: null, lastError: null, lastMilliseconds: null }
  await deliveries.update(due.id, taken)
  return { webhook, delivery: { ...due, ...taken } }
}

export const createDeliveries = (store: Store, post: Post, links: Links, sender: Sender): Deliveries => {
  // One after another in a process: on PostgreSQL those on rows side by side would only have each other run again. And not
  // without a pause: on SQLite nothing here waits for anything, so that many in a row would let nobody else's work be done.
  let last: Promise<unknown> = Promise.resolve()
  const transact = <T>(work: (repositories: Repositories) => Promise<T>): Promise<T> => {
    const result = last.then(() => setImmediate()).then(() => store.transact(work))
    last = result.catch(() => {})
    return result
  }

  const pause = async (repositories: Repositories, webhook: Webhook, reason: 'gone' | 'failing', failingSince: Date, { status, error }: Outcome): Promise<void> => {
    const { id, organisationId } = webhook
    await repositories.webhooks.update(id, { pausedAt: new Date(), pausedReason: reason })
    await record(repositories, anonymous, 'webhooks:pause', { id, ownerId: organisationId }, { after: { reason } })
    await post.notifyOrganisation(repositories, organisationId, {
      kind: 'webhook-paused',
      values: { host: new URL(webhook.url).host, day: { day: failingSince }, reason: status === null ? `${error ?? ''}.` : `HTTP ${status}.` },
      link: links.to('/organisation/webhooks'),
      objectId: id
    }, ['owner'])
  }

  /** @returns since when the webhook is failing; undefined when it is not, or when the attempt is no longer ours to note */
  const settle = async (repositories: Repositories, { delivery }: Leased, outcome: Outcome, delay: number): Promise<Date | undefined> => {
    const now = new Date()
    const { webhooks, deliveries } = repositories
    const next = new Date(now.getTime() + delay)
    const dead = next.getTime() - delivery.since.getTime() > patience
    const arrived = outcome.error === null
    const noted = await deliveries.settle(delivery.id, delivery.nextAt, {
      ...(arrived ? { status: 'delivered', deliveredAt: now } : { status: dead ? 'dead' : 'queued', nextAt: next }),
      lastStatus: outcome.status,
      lastError: outcome.error,
      lastMilliseconds: outcome.milliseconds
    })
    const webhook = await webhooks.find(delivery.webhookId)
    if (!noted || webhook === undefined || webhook.removedAt !== null) return undefined
    if (arrived) {
      if (webhook.failingSince !== null) await webhooks.update(webhook.id, { failingSince: null })
      return undefined
    }
    const failingSince = webhook.failingSince ?? now
    if (webhook.failingSince === null) await webhooks.update(webhook.id, { failingSince })
    if (webhook.pausedAt !== null) return failingSince
    if (outcome.status === 410) await pause(repositories, webhook, 'gone', failingSince, outcome)
    else if (now.getTime() - failingSince.getTime() >= failingTime && await deliveries.attemptsSince(webhook.id, failingSince) >= failingAttempts) {
      await pause(repositories, webhook, 'failing', failingSince, outcome)
    }
    return failingSince
  }

  const makeOutFor = (group: readonly Webhook[], changes: readonly Change[], from: number, to: number): Promise<void> => transact(async (repositories) => {
    const now = new Date()
    for (const webhook of await repositories.webhooks.findActive(group.map(({ id }) => id))) {
      // Another process or a replay may have come first.
      if (webhook.position !== from) continue
      await repositories.deliveries.makeOut(deliveriesOf(webhook, changes, now))
      await repositories.webhooks.update(webhook.id, { position: to })
    }
  })

  return {
    async makeOut () {
      const behind = new Map<number, Webhook[]>()
      for (const webhook of await store.read.webhooks.listBehind(await store.lastPosition())) behind.set(webhook.position, [...behind.get(webhook.position) ?? [], webhook])
      let more = false
      for (const [position, webhooks] of behind) {
        const changes = await store.read.changes.read({ after: position, limit: pageSize })
        const reached = changes.at(-1)?.position ?? position
        for (let start = 0; start < webhooks.length; start += groupSize) await makeOutFor(webhooks.slice(start, start + groupSize), changes, position, reached)
        more ||= changes.length === pageSize
      }
      return more
    },

    due: () => store.read.webhooks.listDue(new Date()),

    lease: (webhookId) => transact((repositories) => lease(repositories, webhookId)),

    async attempt (leased, goOn) {
      const outcome = await sender.send(leased.webhook, await messageOf(store, leased.webhook, leased.delivery))
      const delay = delayAfter(leased.delivery.attempts)
      return transact(async (repositories) => {
        const failingSince = await settle(repositories, leased, outcome, delay)
        if (outcome.error !== null || !goOn()) return { failingSince }
        return { next: await lease(repositories, leased.webhook.id) }
      })
    }
  }
}
