import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { Change, Delivery, Organisation, Store, Webhook } from '../../db/index.ts'
import type { EventType, Scope } from '../../db/vocabulary.ts'
import { change as feedItem } from '../schemas/changes.ts'
import { feedItems } from './changes.ts'
import { anonymous, type Principal } from './principal.ts'
import type { Message } from './webhook-sending.ts'

const typeOf = ({ resource, action }: Pick<Change, 'resource' | 'action'>): EventType => `${resource}.${action}`

/** A webhook's event of a change has one id for ever, whoever makes it out and however often. */
const eventIdOf = (webhookId: string, position: number): string =>
  `msg_${createHash('sha256').update(`${webhookId}:${position}`).digest('base64url').slice(0, 32)}`

/** What a webhook sees is what any member of its organisation may read, though the organisation were the secretariat. */
const readerOf = (organisation: Organisation): Principal => ({
  ...anonymous,
  organisationId: organisation.id,
  capabilities: new Set<Scope>(['read']),
  verified: organisation.verifiedAt !== null,
  suspended: organisation.suspendedAt !== null
})

const isFor = ({ organisationId, events }: Webhook, change: Change): boolean =>
  (change.public || change.ownerId === organisationId) && (events.length === 0 || events.includes(typeOf(change)))

/** Deliveries, due now, of those of the changes that a webhook wants and its organisation may know of. */
export const deliveriesOf = (webhook: Webhook, changes: readonly Change[], now: Date): Delivery[] =>
  changes.filter((change) => isFor(webhook, change)).map((change) => ({
    id: uuid(),
    webhookId: webhook.id,
    position: change.position,
    eventId: eventIdOf(webhook.id, change.position),
    type: typeOf(change),
    status: 'queued',
    attempts: 0,
    nextAt: now,
    since: now,
    lastStatus: null,
    lastError: null,
    lastMilliseconds: null,
    lastAt: null,
    createdAt: now,
    deliveredAt: null
  }))

/**
 * What a delivery tells: the change as the feed tells it to the webhook's organisation at this moment, so that nothing leaves
 * which has been hidden or erased meanwhile.
 */
export const messageOf = async ({ read }: Pick<Store, 'read'>, { organisationId }: Webhook, { position, eventId, type }: Delivery): Promise<Message> => {
  const organisation = await read.organisations.find(organisationId)
  const [change] = await read.changes.read({ after: position - 1, limit: 1, visibleTo: { ownerId: organisationId } })
  if (organisation === undefined || change?.position !== position) throw new Error(`change ${position} is not for organisation ${organisationId}`)
  const [item] = await feedItems(readerOf(organisation), [change], read)
  const data = feedItem.parse(item)
  return { id: eventId, body: JSON.stringify({ type, timestamp: data.at, data }) }
}

/** An event that tells of nothing but that it arrives. */
export const testMessage = ({ id }: Webhook): Message =>
  ({ id: `msg_${uuid()}`, body: JSON.stringify({ type: 'webhook.test', timestamp: new Date().toISOString(), data: { webhookId: id } }) })
