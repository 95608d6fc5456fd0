import { z } from 'zod'
import { localeNames } from '../locales/index.ts'
import { en } from '../locales/letters/en.ts'
import type { LetterKind } from '../locales/letters/index.ts'
import { id } from './primitives.ts'

/** What an inbox may tell: the letters that go there are among these. The cast says what Object.keys forgets. */
export const noticeKinds = Object.keys(en.letters) as LetterKind[]

export const noticesQuery = z.strictObject({
  unread: z.boolean().optional().meta({ description: '`true`: only what is not marked as read.', examples: [true] }),
  reader: z.enum(localeNames).optional().meta({ description: "Language of `text`; by default the request's Accept-Language, else your own.", examples: ['ar'] }),
  limit: z.int().min(1).max(100).default(50).meta({ description: 'At most so many a page.', examples: [50] }),
  cursor: z.string().max(200).optional().meta({ description: '`next` of the page before.', examples: ['WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiXQ'] })
})
export type NoticesQuery = z.output<typeof noticesQuery>

const notice = z.object({
  id,
  kind: z.enum(noticeKinds).meta({ description: 'What happened.', examples: ['alert'] }),
  objectId: id.meta({ description: 'What it happened to: an alert, an introduction, a profile, an organisation.', examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'] }),
  text: z.string().meta({ description: 'The same for people, in a line.', examples: ['New for “Crowded buses”: Timetables that follow the crowd'] }),
  link: z.string().meta({ description: 'Where more is to be seen.', examples: ['https://wicc.example.org/solutions/0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'] }),
  at: z.iso.datetime().meta({ description: 'When.', examples: ['2026-03-02T08:15:00.000Z'] }),
  readAt: z.iso.datetime().nullable().meta({ description: 'When it was marked as read; null if it was not.', examples: [null] })
}).meta({ id: 'Notice', description: 'One line of an inbox.' })

const unread = z.int().min(0).meta({ description: 'How many in the whole inbox are not marked as read.', examples: [3] })

export const noticePage = z.object({
  items: z.array(notice).meta({ description: 'Newest first.' }),
  next: z.string().nullable().meta({ description: 'Pass it as `cursor` for the next page; null on the last.', examples: [null] }),
  unread
}).meta({ id: 'NoticePage', description: 'A page of an inbox.' })
export type NoticePage = z.output<typeof noticePage>

export const readBody = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(200).optional().meta({ description: 'These.', examples: [['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44']] }),
  upTo: z.uuid().optional().meta({ description: 'This one and all older ones.', examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'] })
}).superRefine(({ ids, upTo }, { addIssue }) => {
  if ((ids === undefined) === (upTo === undefined)) addIssue({ code: 'custom', path: ['ids'], message: 'must be there where there is no upTo, and only there' })
}).meta({ id: 'ReadBody', description: 'What is to be marked as read: by `ids` or by `upTo`.', examples: [{ upTo: '0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44' }] })
export type ReadBody = z.output<typeof readBody>

export const readAnswer = z.object({ unread }).meta({ id: 'ReadAnswer', description: 'What is left.' })
