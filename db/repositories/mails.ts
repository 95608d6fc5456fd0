import { desc, eq } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { MailRepository } from '../types.ts'
import { rows } from './rows.ts'

export const mailRepository = (handle: Handle, { mails }: Tables): MailRepository => ({
  ...rows(handle, mails),
  findByMessageId: async (messageId) => (await handle.select().from(mails).where(eq(mails.messageId, messageId)))[0],
  listOf: async (personId) => handle.select().from(mails).where(eq(mails.personId, personId)).orderBy(desc(mails.createdAt), desc(mails.id)),
  removeOf: async (personId) => { await handle.delete(mails).where(eq(mails.personId, personId)) }
})
