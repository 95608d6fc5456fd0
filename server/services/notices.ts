import { z } from 'zod'
import type { Notice, NoticePlace, Store } from '../../db/index.ts'
import { Problem } from '../errors.ts'
import type { LetterKind } from '../locales/letters/index.ts'
import { noticeKinds, type NoticePage, type NoticesQuery, type ReadBody } from '../schemas/notices.ts'
import { requireAction } from './authority.ts'
import { subjectOf, type Value } from './letters.ts'
import type { Action } from './policy.ts'
import type { Principal } from './principal.ts'

/** A person's inbox; nobody else's is to be seen. Both throw {@link Problem}. */
export interface Notices {
  /** @param preferred language that the request prefers, where it says so */
  list (principal: Principal, query: NoticesQuery, preferred: string | undefined): Promise<NoticePage>
  /** Marks as read; ids that are not in this inbox are passed over. */
  markRead (principal: Principal, body: ReadBody): Promise<{ unread: number }>
}

const placeContent = z.tuple([z.iso.datetime(), z.uuid()])

const cursorOf = ({ createdAt, id }: NoticePlace): string => Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString('base64url')

const placeOf = (cursor: string): NoticePlace => {
  try {
    const [at, id] = placeContent.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { createdAt: new Date(at), id }
  } catch {
    throw new Problem('invalid-cursor', undefined, [{ in: 'query', pointer: '/cursor', code: 'invalid', detail: 'must be `next` of a page of this list' }])
  }
}

/** What a letter's values are once they have been JSON: days are text there. */
const kept = z.object({
  values: z.record(z.string(), z.union([
    z.string(),
    z.object({ day: z.iso.datetime().transform((day) => new Date(day)) }),
    z.object({ count: z.number() }),
    z.object({ list: z.string(), code: z.string() })
  ])),
  link: z.string()
})

const isKnown = (kind: string): kind is LetterKind => (noticeKinds as readonly string[]).includes(kind)

/** Nothing for a kind that only a later version of the service knows. */
const present = ({ id, kind, objectId, data, createdAt, readAt }: Notice, language: string): NoticePage['items'] => {
  if (!isKnown(kind)) return []
  const { values, link } = kept.parse(data)
  return [{
    id,
    kind,
    objectId,
    text: subjectOf(kind, values as Readonly<Record<string, Value>>, language),
    link,
    at: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null
  }]
}

const requirePerson = (principal: Principal, action: Action): string => {
  requireAction(principal, action)
  if (principal.personId === null) throw new Problem('person-needed')
  return principal.personId
}

export const createNotices = (store: Store): Notices => ({
  async list (principal, { unread, reader, limit, cursor }, preferred) {
    const personId = requirePerson(principal, 'notices:list')
    const found = await store.read.notices.listOf(personId, { unread, before: cursor === undefined ? undefined : placeOf(cursor), limit: limit + 1 })
    const shown = found.slice(0, limit)
    const last = shown.at(-1)
    const language = reader ?? preferred ?? (await store.read.people.find(personId))?.language ?? 'en'
    return {
      items: shown.flatMap((notice) => present(notice, language)),
      next: found.length > limit && last !== undefined ? cursorOf(last) : null,
      unread: await store.read.notices.countUnread(personId)
    }
  },

  async markRead (principal, { ids, upTo }) {
    const personId = requirePerson(principal, 'notices:mark')
    return store.transact(async ({ notices }) => {
      const now = new Date()
      if (ids !== undefined) await notices.markRead(personId, ids, now)
      if (upTo !== undefined) {
        const last = await notices.find(upTo)
        if (last === undefined || last.personId !== personId) throw new Problem('not-found', 'There is no such notice')
        await notices.markReadUpTo(personId, last, now)
      }
      return { unread: await notices.countUnread(personId) }
    })
  }
})
