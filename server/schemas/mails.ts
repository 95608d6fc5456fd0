import { z } from 'zod'
import { mailStatuses } from '../../db/vocabulary.ts'
import { id } from './primitives.ts'

const instant = (description: string, example: string | null) => z.iso.datetime().nullable().meta({ description, examples: [example] })

export const mailsQuery = z.strictObject({
  status: z.enum(mailStatuses).default('dead').meta({ description: '`dead`: given up. `queued`: waiting, for the first time or after a failure. `sent`: taken by the mail server within the last 30 days.', examples: ['dead'] }),
  limit: z.int().min(1).max(200).default(50).meta({ description: 'At most so many a page.', examples: [50] }),
  cursor: z.string().max(2000).optional().meta({ description: '`next` of the page before.', examples: ['WyItY3JlYXRlZCJd'] })
})
export type MailsQuery = z.output<typeof mailsQuery>

export const mail = z.object({
  id,
  messageId: z.string().meta({ description: 'Message-ID, without angle brackets: the same at every attempt, so that a mail that came twice is known.', examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44@wicc.example'] }),
  recipient: z.string().meta({ description: 'Address it goes to.', examples: ['somchai@khonkaen.example'] }),
  personId: id.nullable().meta({ description: 'Whose account the address belonged to when it was written; null for nobody’s.', examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'] }),
  kind: z.string().meta({ description: 'What it is about.', examples: ['introduction-requested'] }),
  language: z.string().meta({ description: 'Language it is written in, BCP 47.', examples: ['th'] }),
  status: z.enum(mailStatuses).meta({ description: 'Where it stands.', examples: ['dead'] }),
  attempts: z.int().min(0).meta({ description: 'Attempts to send it since it was written or sent anew.', examples: [1] }),
  lastError: z.string().nullable().meta({ description: 'What was in the way at the last attempt, without addresses; null for nothing.', examples: ['RCPT TO: 550 5.1.1 No such user here'] }),
  createdAt: z.iso.datetime().meta({ description: 'When it was written.', examples: ['2026-03-02T08:15:00.000Z'] }),
  nextAt: instant('When it is tried next, at the earliest; null when it is sent or dead.', null),
  sentAt: instant('When the mail server took it; null if it has not.', null)
}).meta({ id: 'Mail', description: 'A mail of the service to somebody, without what it says.' })
export type MailAnswer = z.output<typeof mail>

export const mailPage = z.object({
  items: z.array(mail).meta({ description: 'Mails, newest first.' }),
  next: z.string().nullable().meta({ description: 'Cursor of the next page; null on the last.', examples: [null] })
}).meta({ id: 'MailPage', description: 'A page of mails.' })
