import { z } from 'zod'
import { rule } from '../faults.ts'
import { httpsUrl, id, plain } from './primitives.ts'

/** As a browser writes it, so that what is shown is where it leads. */
const written = (url: string): string => URL.canParse(url) ? new URL(url).href : url
const withoutSignIn = (url: string): boolean => !URL.canParse(url) || (new URL(url).username === '' && new URL(url).password === '')

const link = z.strictObject({
  url: httpsUrl.overwrite(written).refine(withoutSignIn, rule('sign-in-in-link')).meta({ description: 'An https address. It is shown, never fetched.', examples: ['https://example.org/plan.pdf'] }),
  title: plain(200).optional().meta({ description: 'What is there, up to 200 characters.', examples: ['Route plan, 2026'] })
}).meta({ description: 'Something to look at.' })

const text = plain(5000).meta({ description: 'What is said, 1 to 5,000 characters.', examples: ['Which stops are the fullest in the morning?'] })
const links = z.array(link).max(10).meta({ description: 'Files and pages, at most ten. Files are not kept here.', examples: [[{ url: 'https://example.org/plan.pdf', title: 'Route plan, 2026' }]] })
const ordinal = z.int().min(0)

export const messageBody = z.strictObject({
  text,
  links: links.default([]).meta({ description: 'Files and pages, at most ten. Files are not kept here.', examples: [[{ url: 'https://example.org/plan.pdf', title: 'Route plan, 2026' }]] })
}).meta({ id: 'MessageBody', description: 'A message to write.' })
export type MessageBody = z.output<typeof messageBody>

export const messagePatch = z.strictObject({ text: text.optional(), links: links.optional() })
  .refine((patch) => patch.text !== undefined || patch.links !== undefined, 'must change something')
  .meta({ id: 'MessagePatch', description: 'What of a message to change; what is left out stays.' })
export type MessagePatch = z.output<typeof messagePatch>

export const messagesQuery = z.strictObject({
  after: ordinal.default(0).meta({ description: 'Only messages with a higher ordinal: the last one you have.', examples: [0] }),
  limit: z.int().min(1).max(200).default(100).meta({ description: 'At most so many.', examples: [100] })
})

export const message = z.object({
  id,
  introductionId: id.meta({ description: 'The introduction it was written in.' }),
  ordinal: z.int().min(1).meta({ description: 'Place among the messages of the introduction, from 1, without gaps.', examples: [1] }),
  organisationId: id.meta({ description: 'Organisation whose word it is.' }),
  organisation: z.string().meta({ description: 'Its name.', examples: ['City of Khon Kaen'] }),
  yours: z.boolean().meta({ description: 'Whether you wrote it yourself, signed in as you are.', examples: [true] }),
  text: z.string().nullable().meta({ description: 'What is said; null where it was removed with its author.', examples: ['Which stops are the fullest in the morning?'] }),
  removed: z.boolean().meta({ description: 'Whether its author had their data erased: text and links are gone, the place stays.', examples: [false] }),
  links: z.array(z.object({
    url: z.string().meta({ description: 'An https address.', examples: ['https://example.org/plan.pdf'] }),
    title: z.string().optional().meta({ description: 'What is there.', examples: ['Route plan, 2026'] })
  }).meta({ description: 'Something to look at.' })).meta({ description: 'Files and pages.', examples: [[{ url: 'https://example.org/plan.pdf', title: 'Route plan, 2026' }]] }),
  createdAt: z.iso.datetime().meta({ description: 'When it was written.', examples: ['2026-03-02T08:15:00.000Z'] }),
  editedAt: z.iso.datetime().nullable().meta({ description: 'When it was last changed; null if it never was.', examples: [null] })
}).meta({ id: 'Message', description: 'A message between the parties of an introduction.' })
export type MessageAnswer = z.output<typeof message>

const unread = z.int().min(0).nullable().meta({ description: 'Messages of other organisations that you have not marked as read; null for a key, which marks nothing.', examples: [1] })

export const messageList = z.object({
  items: z.array(message).meta({ description: 'Messages in their order.' }),
  next: z.int().nullable().meta({ description: '`after` of the next page; null on the last one.', examples: [null] }),
  last: ordinal.meta({ description: 'Ordinal of the last message; 0 for none.', examples: [1] }),
  readBy: z.array(z.object({
    organisationId: id.meta({ description: 'The organisation.' }),
    ordinal: ordinal.meta({ description: 'The last message that somebody there has read; 0 for none.', examples: [1] })
  }).meta({ description: 'How far an organisation has read.' })).meta({ description: 'How far each organisation has read, whoever of it.' }),
  unread
}).meta({ id: 'MessageList', description: 'What was written in an introduction.' })
export type MessageListAnswer = z.output<typeof messageList>

export const readBody = z.strictObject({
  ordinal: z.int().min(1).meta({ description: 'The last message read.', examples: [1] })
}).meta({ id: 'ReadBody', description: 'How far you have read.' })

export const readMark = z.object({
  ordinal: z.int().min(1).meta({ description: 'The last message that you have read.', examples: [1] }),
  unread: z.int().min(0).meta({ description: 'Messages of other organisations after it.', examples: [0] })
}).meta({ id: 'ReadMark', description: 'How far you have read.' })
export type ReadMark = z.output<typeof readMark>
