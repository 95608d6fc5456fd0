import { z } from 'zod'
import { rule } from '../faults.ts'
import { scopes } from '../../db/vocabulary.ts'
import { next, paging } from './pages.ts'
import { distinct, id, plain } from './primitives.ts'

const name = plain(100).meta({ description: 'What the key is for, 1 to 100 characters.', examples: ['City portal'] })
const scopeList = distinct(z.enum(scopes), scopes.length, 1).meta({ description: 'What the key may do: one scope or more, none twice.', examples: [['read', 'write:cities']] })
const instant = (description: string, example: string | null) => z.iso.datetime().nullable().meta({ description, examples: [example] })

export const keysQuery = z.strictObject({
  organisation: id.optional().meta({ description: 'Whose keys; without it those of your organisation. Only an `admin` key may name another.', examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'] }),
  ...paging
})
export type KeysQuery = z.output<typeof keysQuery>

export const keyBody = z.strictObject({
  name,
  scopes: scopeList,
  expiresAt: z.iso.datetime({ abort: true }).refine((time) => new Date(time) > new Date(), rule('past')).optional()
    .meta({ description: 'When the key ends, RFC 3339 UTC; never, if it is left out. Needed when the key that asks has an end, and no later than that.', examples: ['2099-12-31T00:00:00.000Z'] })
}).meta({ id: 'KeyBody', description: 'A key to make.' })
export type KeyBody = z.output<typeof keyBody>

/** No body, which Fastify hands over as null, is an empty one. */
export const rotation = z.preprocess((body) => body ?? {}, z.strictObject({
  overlapMinutes: z.int().min(0).max(10080).default(0).meta({ description: 'Minutes for which the old key still works, a week at most; 0 stops it at once.', examples: [60] })
}).meta({ id: 'Rotation', description: 'How a key is rotated.' }))

const key = z.object({
  id,
  name,
  scopes: scopeList,
  createdAt: z.iso.datetime().meta({ description: 'When it was made.', examples: ['2026-03-02T08:15:00.000Z'] }),
  expiresAt: instant('When it ends; null for never.', '2099-12-31T00:00:00.000Z'),
  revokedAt: instant('When it was revoked; null if it was not.', null),
  lastUsedAt: instant('When it was last used, to the minute; null if it never was.', '2026-03-02T09:00:00.000Z'),
  replacedBy: id.nullable().meta({ description: 'The key that was made when this one was rotated; null if it was not.', examples: [null] }),
  current: z.boolean().meta({ description: 'Whether it is the key that asks.', examples: [false] })
}).meta({ id: 'Key', description: 'A key, without its secret, which nobody can read again.' })
export type KeyAnswer = z.output<typeof key>

export const newKey = key.extend({
  secret: z.string().meta({ description: 'The key to send as `Authorization: Bearer KEY`. Shown this once.', examples: ['wicc_EXAMPLE-NOT-A-KEY-0000000000000000000000000000'] })
}).meta({ id: 'NewKey', description: 'A key that was just made, with its secret.' })
export type NewKeyAnswer = z.output<typeof newKey>

export const keyList = z.object({
  items: z.array(key).meta({ description: 'Every key, newest first, those that have ended too.' }),
  next
}).meta({ id: 'KeyList', description: 'A page of the keys of an organisation.' })
