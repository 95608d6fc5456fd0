import { randomBytes } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { Delivery, Repositories, Store, Webhook } from '../../db/index.ts'
import { Problem } from '../errors.ts'
import { invalidAt, invalidField } from '../faults.ts'
import { refuse } from '../refusals.ts'
import type { DeliveriesQuery, DeliveryAnswer, NewWebhookAnswer, TestOutcome, WebhookAnswer, WebhookBody, WebhookPatch } from '../schemas/webhooks.ts'
import { record } from './audit.ts'
import { fieldsOf, owns, requireAction } from './authority.ts'
import type { Action } from './policy.ts'
import { asItStands, type Principal } from './principal.ts'
import { targetFault } from './public-address.ts'
import { testMessage } from './webhook-events.ts'
import type { Sender } from './webhook-sending.ts'

/** An organisation's webhooks. Those of others do not exist for a principal. All throw {@link Problem}. */
export interface Webhooks {
  /** @param organisationId the asking one's own if absent */
  list (principal: Principal, organisationId?: string): Promise<{ items: WebhookAnswer[] }>
  create (principal: Principal, body: WebhookBody): Promise<NewWebhookAnswer>
  read (principal: Principal, id: string): Promise<WebhookAnswer>
  change (principal: Principal, id: string, patch: WebhookPatch): Promise<WebhookAnswer>
  remove (principal: Principal, id: string): Promise<void>
  /** @param overlap minutes for which the old secret signs too */
  rotate (principal: Principal, id: string, overlap: number): Promise<NewWebhookAnswer>
  pause (principal: Principal, id: string): Promise<WebhookAnswer>
  resume (principal: Principal, id: string): Promise<WebhookAnswer>
  /** @param after position of the change log */
  replay (principal: Principal, id: string, after: number): Promise<WebhookAnswer>
  test (principal: Principal, id: string): Promise<TestOutcome>
  deliveries (principal: Principal, id: string, query: DeliveriesQuery): Promise<{ items: DeliveryAnswer[], next: string | null }>
}

/** An organisation has no more webhooks than these. */
const most = 10

const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

const time = (instant: Date | null): string | null => instant?.toISOString() ?? null

const present = (webhook: Webhook): WebhookAnswer => ({
  id: webhook.id,
  organisationId: webhook.organisationId,
  url: webhook.url,
  events: webhook.events,
  position: webhook.position,
  createdAt: webhook.createdAt.toISOString(),
  previousUntil: webhook.previousUntil !== null && webhook.previousUntil > new Date() ? time(webhook.previousUntil) : null,
  failingSince: time(webhook.failingSince),
  pausedAt: time(webhook.pausedAt),
  pausedReason: webhook.pausedReason
})

const presentDelivery = ({ paused }: { paused: boolean }) => (delivery: Delivery): DeliveryAnswer => ({
  id: delivery.id,
  eventId: delivery.eventId,
  type: delivery.type,
  position: delivery.position,
  status: delivery.status,
  attempts: delivery.attempts,
  nextAt: delivery.status === 'queued' && !paused ? time(delivery.nextAt) : null,
  lastAt: time(delivery.lastAt),
  lastStatus: delivery.lastStatus,
  lastError: delivery.lastError,
  lastMilliseconds: delivery.lastMilliseconds,
  createdAt: delivery.createdAt.toISOString(),
  deliveredAt: time(delivery.deliveredAt)
})

const encodeCursor = (position: number): string => Buffer.from(String(position)).toString('base64url')

/** @throws {Problem} `invalid-cursor` */
const decodeCursor = (cursor: string): number => {
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  if (!/^\d{1,15}$/.test(text)) throw new Problem('invalid-cursor', undefined, [{ in: 'query', pointer: '/cursor', code: 'invalid', detail: 'must be `next` of a page of this list' }])
  return Number(text)
}

/** @throws {Problem} `not-found` where it is not this principal's to do this to */
const requireOwn = async ({ webhooks }: Repositories, principal: Principal, action: Action, id: string): Promise<Webhook> => {
  const webhook = await webhooks.find(id)
  const own = webhook !== undefined && webhook.organisationId === principal.organisationId
  if (webhook === undefined || webhook.removedAt !== null || fieldsOf(principal, action, own ? ['own'] : []).length === 0) throw new Problem('not-found', 'There is no such webhook')
  return webhook
}

/** Only who may ask at this moment: not a key that was revoked, or a person who was removed, after the request came in. */
const requireStillAsking = async (repositories: Repositories, principal: Principal, action: Action): Promise<void> =>
  requireAction(await asItStands(repositories, principal), action)

/** @param loopback whether targets may be on this machine, for development */
export const createWebhooks = (store: Store, sender: Sender, loopback: boolean): Webhooks => {
  /** @returns the address in its normal form */
  const requireTarget = (url: string): string => {
    const fault = targetFault(url, loopback)
    if (fault !== undefined) throw invalidAt(['url'], fault)
    return new URL(url).href
  }

  /** Changes a webhook in one transaction, with its entry in the audit log; nothing is stored or recorded where `work` finds nothing to do. */
  const change = async (principal: Principal, action: Action, id: string, work: (webhook: Webhook, repositories: Repositories) => Promise<{ changes: Partial<Webhook>, audited?: Parameters<typeof record>[4] } | undefined>): Promise<Webhook> => {
    requireAction(principal, action)
    return store.transact(async (repositories) => {
      await requireStillAsking(repositories, principal, action)
      const webhook = await requireOwn(repositories, principal, action, id)
      const done = await work(webhook, repositories)
      if (done === undefined) return webhook
      await repositories.webhooks.update(id, done.changes)
      await record(repositories, principal, action, { id, ownerId: webhook.organisationId }, done.audited)
      return { ...webhook, ...done.changes }
    })
  }

  return {
    async list (principal, organisationId = principal.organisationId ?? undefined) {
      requireAction(principal, 'webhooks:list')
      if (organisationId === undefined || !owns(principal, { ownerId: organisationId }) || await store.read.organisations.find(organisationId) === undefined) {
        throw new Problem('not-found', 'There is no such organisation')
      }
      return { items: (await store.read.webhooks.listOf(organisationId)).map(present) }
    },

    async create (principal, { url: given, events }) {
      requireAction(principal, 'webhooks:create')
      const url = requireTarget(given)
      // Read before: what is committed in between is told.
      const position = await store.lastPosition()
      const secret = newSecret()
      const webhook = await store.transact(async (repositories) => {
        await requireStillAsking(repositories, principal, 'webhooks:create')
        const organisationId = principal.organisationId
        if (organisationId === null) throw new Problem('no-organisation')
        if ((await repositories.webhooks.listOf(organisationId)).length >= most) throw refuse('webhooks-full', { count: most })
        const made: Webhook = { id: uuid(), organisationId, url, secret, previousSecret: null, previousUntil: null, events, createdAt: new Date(), position, failingSince: null, pausedAt: null, pausedReason: null, removedAt: null }
        await repositories.webhooks.insert(made)
        await record(repositories, principal, 'webhooks:create', { id: made.id, ownerId: organisationId }, { after: { events, position } })
        return made
      })
      return { ...present(webhook), secret }
    },

    async read (principal, id) {
      requireAction(principal, 'webhooks:read')
      return present(await requireOwn(store.read, principal, 'webhooks:read', id))
    },

    async change (principal, id, patch) {
      const given = patch.url === undefined ? undefined : requireTarget(patch.url)
      return present(await change(principal, 'webhooks:change', id, async (webhook, repositories) => {
        const { url, events } = { url: given ?? webhook.url, events: patch.events ?? webhook.events }
        const moved = url !== webhook.url
        // What failed at the old address is tried at the new one at once.
        if (moved) await repositories.deliveries.release(id, new Date())
        return {
          changes: { url, events, ...(moved ? { failingSince: null } : {}) },
          audited: { before: { events: webhook.events }, after: { events, moved } }
        }
      }))
    },

    async remove (principal, id) {
      await change(principal, 'webhooks:remove', id, async (_webhook, { deliveries }) => {
        await deliveries.removeQueued(id)
        return { changes: { removedAt: new Date(), secret: '', previousSecret: null, previousUntil: null } }
      })
    },

    async rotate (principal, id, overlap) {
      const secret = newSecret()
      const webhook = await change(principal, 'webhooks:rotate', id, async (webhook) => {
        const until = new Date(Date.now() + overlap * 60_000)
        return {
          changes: { secret, previousSecret: overlap === 0 ? null : webhook.secret, previousUntil: overlap === 0 ? null : until },
          audited: { after: { overlapMinutes: overlap } }
        }
      })
      return { ...present(webhook), secret }
    },

    pause: async (principal, id) => present(await change(principal, 'webhooks:pause', id, async ({ pausedAt }) =>
      pausedAt !== null ? undefined : { changes: { pausedAt: new Date(), pausedReason: 'asked' }, audited: { after: { reason: 'asked' } } })),

    resume: async (principal, id) => present(await change(principal, 'webhooks:resume', id, async ({ pausedAt, pausedReason }, { deliveries }) => {
      if (pausedAt === null) return undefined
      await deliveries.release(id, new Date())
      return { changes: { pausedAt: null, pausedReason: null, failingSince: null }, audited: { before: { reason: pausedReason } } }
    })),

    replay: async (principal, id, after) => present(await change(principal, 'webhooks:replay', id, async ({ position }) => {
      if (after > position) throw invalidField(['after'], 'beyond-position', { position })
      // The job makes out again what it finds after this.
      return { changes: { position: after }, audited: { before: { position }, after: { position: after } } }
    })),

    async test (principal, id) {
      requireAction(principal, 'webhooks:test')
      const webhook = await requireOwn(store.read, principal, 'webhooks:test', id)
      const outcome = await sender.send(webhook, testMessage(webhook))
      return { delivered: outcome.error === null, ...outcome }
    },

    async deliveries (principal, id, { status, limit, cursor }) {
      requireAction(principal, 'webhooks:deliveries')
      const webhook = await requireOwn(store.read, principal, 'webhooks:deliveries', id)
      const found = await store.read.deliveries.list({ webhookId: id, status, before: cursor === undefined ? undefined : decodeCursor(cursor), limit: limit + 1 })
      const last = found[limit - 1]
      return { items: found.slice(0, limit).map(presentDelivery({ paused: webhook.pausedAt !== null })), next: found.length > limit && last !== undefined ? encodeCursor(last.position) : null }
    }
  }
}
