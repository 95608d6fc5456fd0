import { z } from 'zod'
import { moment } from './pages.ts'
import { id } from './primitives.ts'

const example = '0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'

export const auditQuery = z.strictObject({
  object: z.string().min(1).max(200).optional().meta({ description: 'Only what was done to this object: a profile, a person, a flag, ...', examples: [example] }),
  organisation: id.optional().meta({ description: 'Only what was done to objects of this organisation; only the secretariat may name another than its own.', examples: [example] }),
  person: id.optional().meta({ description: 'Only what this person did; an owner is told only of what was done for the own organisation.', examples: [example] }),
  limit: z.int().min(1).max(200).default(50).meta({ description: 'At most so many a page.', examples: [50] }),
  cursor: z.int().positive().optional().meta({ description: '`next` of the page before.', examples: [1842] })
})
export type AuditQueryInput = z.output<typeof auditQuery>

const state = (when: string) => z.record(z.string(), z.unknown()).nullable().meta({ description: `How the object stood ${when}: its state, no names and no texts. Null where that says nothing.`, examples: [{ status: 'published', version: 2 }] })

const entry = z.object({
  id: z.int().positive().meta({ description: 'Its number in the log.', examples: [1843] }),
  at: moment('When it was done.'),
  action: z.string().meta({ description: 'What was done, `resource:verb`.', examples: ['challenges:publish'] }),
  objectId: z.string().meta({ description: 'What it was done to.', examples: [example] }),
  ownerId: z.string().nullable().meta({ description: 'The organisation whose object it is; null for none.', examples: [example] }),
  organisationId: z.string().nullable().meta({ description: 'The organisation it was done for; null for none.', examples: [example] }),
  personId: z.string().nullable().meta({ description: 'The person who did it; null where a key or the service itself did, and for an owner also where it was done for another organisation.', examples: [example] }),
  keyId: z.string().nullable().meta({ description: 'The key it was done with; null for none.', examples: [null] }),
  before: state('before'),
  after: state('after'),
  address: z.string().nullable().optional().meta({ description: 'The network address it was done from, for 90 days; shown to the secretariat.', examples: ['203.0.113.7'] })
}).meta({ id: 'AuditEntry', description: 'Something that somebody did.' })
export type AuditAnswer = z.output<typeof entry>

export const auditPage = z.object({
  items: z.array(entry).meta({ description: 'What was done, the newest first.' }),
  next: z.int().nullable().meta({ description: 'Pass it as `cursor` for the next page; null on the last.', examples: [null] })
}).meta({ id: 'AuditPage', description: 'A page of the audit log.' })
