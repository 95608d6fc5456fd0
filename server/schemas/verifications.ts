import { z } from 'zod'
import { organisationKinds, verificationMethods, verificationStatuses } from '../../db/vocabulary.ts'
import { moment, momentOrNull, next, paging, reason } from './pages.ts'
import { id, plain } from './primitives.ts'

const status = z.enum(verificationStatuses).meta({ description: 'How it stands.', examples: ['asked'] })

export const verificationBody = z.strictObject({
  method: z.enum(['official-domain', 'document']).meta({ description: 'By your official e-mail domain, which your own address must be under, or by a document.', examples: ['official-domain'] }),
  evidence: plain(500).meta({ description: 'The domain, or where the document is to be found.', examples: ['khonkaen.example.org'] }),
  words: plain(2000).optional().meta({ description: 'What else the secretariat should know.', examples: ['The list of official domains is on the page of the ministry.'] })
}).meta({ id: 'VerificationBody', description: 'What to verify an organisation by.' })
export type VerificationBody = z.output<typeof verificationBody>

export const verificationDecision = z.strictObject({
  decision: z.enum(['grant', 'refuse']).meta({ description: 'Whether the secretariat vouches for the organisation.', examples: ['grant'] }),
  reason: plain(2000).meta(reason('its owners'))
}).meta({ id: 'VerificationDecision', description: 'What the secretariat decides.' })
export type VerificationDecision = z.output<typeof verificationDecision>

export const revocation = z.strictObject({ reason: plain(2000).meta(reason('its owners')) }).meta({ id: 'Revocation', description: 'Why a verification is taken back.' })

export const verificationsQuery = z.strictObject({
  status: status.optional().meta({ description: 'Only with this status.', examples: ['asked'] }),
  ...paging
})
export type VerificationsQuery = z.output<typeof verificationsQuery>
export const historyQuery = z.strictObject({ ...paging })

const fields = {
  id,
  organisationId: id.meta({ description: 'The organisation that is to be verified.' }),
  method: z.enum(verificationMethods).meta({ description: 'What it is verified by; `secretariat` where it was taken back.', examples: ['official-domain'] }),
  evidence: z.string().meta({ description: 'The domain, or where the document is to be found.', examples: ['khonkaen.example.org'] }),
  words: z.string().nullable().meta({ description: 'What else the organisation says.', examples: [null] }),
  status,
  askedBy: id.nullable().meta({ description: 'The person who asked; null where it was taken back.' }),
  askedAt: moment('When.'),
  decidedBy: id.nullable().optional().meta({ description: 'The person who decided; shown to the secretariat. Null where nobody has, or where it was done with a key.' }),
  decidedAt: momentOrNull('When it was decided; null while it is not.'),
  reason: z.string().nullable().meta({ description: 'Why it was decided so.', examples: [null] })
}

export const verificationCase = z.object(fields).meta({ id: 'Verification', description: 'A request to be verified, and what became of it.' })
export type VerificationAnswer = z.output<typeof verificationCase>

const queued = z.object({
  ...fields,
  organisation: z.object({
    name: z.string().meta({ description: 'Its name.', examples: ['City of Khon Kaen'] }),
    kind: z.enum(organisationKinds).meta({ description: 'What it is.', examples: ['city'] })
  }).meta({ description: 'The organisation that asks.' })
}).meta({ id: 'QueuedVerification', description: 'A request to be verified, with the organisation that asks.' })
export type QueuedVerification = z.output<typeof queued>

export const verificationHistory = z.object({
  items: z.array(verificationCase).meta({ description: 'What was asked and decided, the oldest first.' }),
  next
}).meta({ id: 'VerificationHistory', description: 'A page of the verifications of an organisation.' })

export const verificationQueue = z.object({
  items: z.array(queued).meta({ description: 'The requests of this page, the oldest first.' }),
  next
}).meta({ id: 'VerificationQueue', description: 'A page of requests to be verified.' })
