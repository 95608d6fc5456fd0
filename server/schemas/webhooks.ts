import { z } from 'zod'
import { deliveryStatuses, eventTypes, pauseReasons } from '../../db/vocabulary.ts'
import { distinct, id } from './primitives.ts'

const url = z.url().max(2000).meta({ description: 'Where events are sent: an https address, on a host with public addresses, without user name, password or fragment.', examples: ['https://partner.example/wicc'] })
const eventType = z.enum(eventTypes).meta({ description: 'A kind of profile and what happened to one. A profile that is published from the start is `created`, a draft that is published later `published`.', examples: ['challenges.published'] })
const events = distinct(eventType, eventTypes.length).meta({ description: 'The types of events wanted; an empty list for all. All that is published is told by `created` and `published` together.', examples: [['challenges.created', 'challenges.published']] })
const instant = (description: string, example: string | null) => z.iso.datetime().nullable().meta({ description, examples: [example] })
const position = z.int().min(0)

export const webhooksQuery = z.strictObject({
  organisation: id.optional().meta({ description: 'Whose webhooks; without it those of your organisation. Only the secretariat may name another.', examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'] })
})

export const webhookBody = z.strictObject({ url, events: events.default([]) }).meta({ id: 'WebhookBody', description: 'A webhook to make.' })
export type WebhookBody = z.output<typeof webhookBody>

export const webhookPatch = z.strictObject({ url: url.optional(), events: events.optional() }).meta({ id: 'WebhookPatch', description: 'What to change of a webhook; what is left out stays.' })
export type WebhookPatch = z.output<typeof webhookPatch>

/** No body, which Fastify hands over as null, is an empty one. */
export const secretRotation = z.preprocess((body) => body ?? {}, z.strictObject({
  overlapMinutes: z.int().min(0).max(10080).default(1440).meta({ description: 'Minutes for which the old secret signs too, a week at most; 0 when it has become known to others.', examples: [1440] })
}).meta({ id: 'SecretRotation', description: 'How the secret of a webhook is rotated.' }))

export const replay = z.strictObject({
  after: position.meta({ description: 'Position of the change log; 0 for its beginning. No later than the webhook’s own.', examples: [17] })
}).meta({ id: 'Replay', description: 'From where a webhook is to be told again.' })

const webhook = z.object({
  id,
  organisationId: id.meta({ description: 'The organisation whose webhook it is, and as which it sees.', examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'] }),
  url,
  events,
  position: position.meta({ description: 'Position of the change log up to which deliveries have been made out.', examples: [17] }),
  createdAt: z.iso.datetime().meta({ description: 'When it was made.', examples: ['2026-03-02T08:15:00.000Z'] }),
  previousUntil: instant('Until when the secret before the last rotation signs too; null for not any more.', null),
  failingSince: instant('Since when every attempt has failed; null while they succeed.', null),
  pausedAt: instant('Since when it is paused; null while it is not.', null),
  pausedReason: z.enum(pauseReasons).nullable().meta({ description: 'Why it is paused: `asked` for, the target is `gone` (it answered 410), or it was `failing` for a day.', examples: [null] })
}).meta({ id: 'Webhook', description: 'A webhook, without its secret, which nobody can read again.' })
export type WebhookAnswer = z.output<typeof webhook>
export { webhook as webhookAnswer }

export const newWebhook = webhook.extend({
  secret: z.string().meta({ description: 'What signatures are verified with, as standard-webhooks libraries take it. Shown this once.', examples: ['whsec_RVhBTVBMRS1OT1QtQS1TRUNSRVQtMDAwMDAwMDAwMDA='] })
}).meta({ id: 'NewWebhook', description: 'A webhook with the secret that it was just given.' })
export type NewWebhookAnswer = z.output<typeof newWebhook>

export const webhookList = z.object({
  items: z.array(webhook).meta({ description: 'Every webhook, newest first.' })
}).meta({ id: 'WebhookList', description: 'The webhooks of an organisation.' })

const status = z.int().nullable().meta({ description: 'HTTP status of the answer; null where none came.', examples: [204] })
const error = z.string().nullable().meta({ description: 'What was in the way; null if nothing was.', examples: [null] })

export const testOutcome = z.object({
  delivered: z.boolean().meta({ description: 'Whether the answer was a success, 200 to 299.', examples: [true] }),
  status,
  error,
  milliseconds: z.int().min(0).meta({ description: 'How long it took.', examples: [120] })
}).meta({ id: 'WebhookTest', description: 'What came of sending a test event.' })
export type TestOutcome = z.output<typeof testOutcome>

export const deliveriesQuery = z.strictObject({
  status: z.enum(deliveryStatuses).optional().meta({ description: 'Only with this status.', examples: ['dead'] }),
  limit: z.int().min(1).max(200).default(50).meta({ description: 'At most so many a page.', examples: [50] }),
  cursor: z.string().max(100).optional().meta({ description: '`next` of the page before.', examples: ['MTc'] })
})
export type DeliveriesQuery = z.output<typeof deliveriesQuery>

const delivery = z.object({
  id,
  eventId: z.string().meta({ description: 'The header `webhook-id`: the same at each attempt and each replay.', examples: ['msg_3dtxqDFeqwRd6bXcmYwMJPqTkyKSXbRu'] }),
  type: z.string().meta({ description: 'The type of the event.', examples: ['challenges.published'] }),
  position: position.meta({ description: 'Position of the change that it tells.', examples: [17] }),
  status: z.enum(deliveryStatuses).meta({ description: '`queued` until it is `delivered`, or `dead` after three days of attempts.', examples: ['delivered'] }),
  attempts: z.int().min(0).meta({ description: 'Attempts since it was made out, replayed or resumed.', examples: [1] }),
  nextAt: instant('When it is tried next, while it is queued and its webhook not paused; else null.', null),
  lastAt: instant('When the last attempt began; null before the first.', '2026-03-02T08:15:01.000Z'),
  lastStatus: status,
  lastError: error,
  lastMilliseconds: z.int().nullable().meta({ description: 'How long the last attempt took; null while it is under way.', examples: [120] }),
  createdAt: z.iso.datetime().meta({ description: 'When it was made out, the last time.', examples: ['2026-03-02T08:15:00.000Z'] }),
  deliveredAt: instant('When it arrived.', '2026-03-02T08:15:01.000Z')
}).meta({ id: 'Delivery', description: 'One event for one webhook.' })
export type DeliveryAnswer = z.output<typeof delivery>

export const deliveryPage = z.object({
  items: z.array(delivery).meta({ description: 'Of the newest change first.' }),
  next: z.string().nullable().meta({ description: 'Cursor of the next page; null on the last.', examples: [null] })
}).meta({ id: 'DeliveryPage', description: 'A page of the log of deliveries.' })
