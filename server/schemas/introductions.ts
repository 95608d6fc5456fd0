import { z } from 'zod'
import { consents, declineReasons, introductionPurposes, introductionStatuses, outcomes, partySides } from '../../db/vocabulary.ts'
import { cityBrief, matchFields, providerBrief } from './matches.ts'
import { distinct, id, plain } from './primitives.ts'
import { contact } from './resource.ts'
import { text } from './text.ts'

const fieldNames = distinct(z.string().min(1).max(100), 30)
const disclose = fieldNames.default(['contact']).meta({ description: 'Fields of your profile that the others see once all have agreed: `contact`, and fields whose visibility is `introduced`. Where the profile has no contact, that of its city or provider is shown.', examples: [['contact', 'budget']] })
const taken = z.enum(['challenges', 'solutions'])
const purpose = z.enum(introductionPurposes).meta({ description: 'What it is for.', examples: ['explore-solution'] })
const message = plain(4000, 10).meta({ description: 'What you would like to talk about, 10 to 4000 characters. Those who are asked read it before they answer.', examples: ['Your rides to hospital look like what our outer districts need. May we talk about what it would take in Khon Kaen?'] })
const words = plain(2000).meta({ description: 'In your words, for the others.', examples: ['We have found another way.'] })
const declineReason = z.enum(declineReasons).meta({ description: 'Why.', examples: ['not-now'] })
const outcome = z.enum(outcomes).meta({ description: 'What came of it.', examples: ['pilot'] })

export const introductionBody = z.strictObject({
  challengeId: id.meta({ description: 'The challenge it is about: your own, or, where you ask with a solution of yours, the one that it fits.', examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'] }),
  with: z.strictObject({
    resource: taken.meta({ description: 'A solution, or a challenge of another city.', examples: ['solutions'] }),
    id
  }).meta({ description: 'What it was matched with: a solution (to ask its provider, or your own to ask the city), or a challenge of another city.', examples: [{ resource: 'solutions', id: '0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a45' }] }),
  purpose,
  message,
  disclose,
  together: distinct(id, 9).optional().meta({ description: 'Challenges of other cities that you ask to ask the provider with you. Each of them decides for itself; one that declines drops out, and the others go on.', examples: [[]] })
}).meta({ id: 'IntroductionBody', description: 'A request to be introduced.' })
export type IntroductionBody = z.output<typeof introductionBody>

/** No body, which Fastify hands over as null, is an empty one. */
const orEmpty = <T extends z.ZodType>(schema: T) => z.preprocess((body) => body ?? {}, schema)

export const acceptance = orEmpty(z.strictObject({ disclose }).meta({ id: 'Acceptance', description: 'A yes, and what you disclose by it.' }))
export type Acceptance = z.output<typeof acceptance>

export const refusal = z.strictObject({
  reason: declineReason,
  words: plain(2000, 10).meta({ description: 'Why, in your words, 10 to 2000 characters: a no that says why helps the others to go on.', examples: ['We run a pilot with another provider until the summer; ask us again in autumn.'] })
}).meta({ id: 'Refusal', description: 'A no, and why.' })
export type Refusal = z.output<typeof refusal>

export const withdrawal = orEmpty(z.strictObject({ words: words.optional() }).meta({ id: 'Withdrawal', description: 'Why you withdraw, if you wish to say.' }))
export type Withdrawal = z.output<typeof withdrawal>

export const closing = z.strictObject({ outcome, words: words.optional() }).meta({ id: 'Closing', description: 'What came of an introduction.' })
export type Closing = z.output<typeof closing>

export const introductionsQuery = z.strictObject({
  status: z.array(z.enum(introductionStatuses)).min(1).max(introductionStatuses.length).optional().meta({ description: 'Only those in one of these states.', examples: [['requested', 'accepted']] }),
  side: z.enum(partySides).optional().meta({ description: 'Only those in which your organisation asks, or is asked.', examples: ['asked'] }),
  challengeId: id.optional().meta({ description: 'Only those about this challenge.', examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'] }),
  profile: id.optional().meta({ description: 'Only those in which somebody takes part with this challenge or solution.', examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a45'] }),
  limit: z.int().min(1).max(200).default(50).meta({ description: 'At most so many a page.', examples: [50] }),
  cursor: z.string().max(2000).optional().meta({ description: '`next` of the page before.', examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'] })
})
export type IntroductionsQuery = z.output<typeof introductionsQuery>

const at = z.iso.datetime()
const maybeAt = (description: string, example: string | null = null) => at.nullable().meta({ description, examples: [example] })
const organisation = z.object({ id, name: z.string().meta({ description: 'Name of the organisation.', examples: ['Khon Kaen Municipality'] }) })

const party = z.object({
  organisation: organisation.meta({ description: 'Who.' }),
  own: z.boolean().meta({ description: 'Whether it is your organisation.', examples: [false] }),
  side: z.enum(partySides).meta({ description: 'Whether it asks (the first, or joined by others) or is asked.', examples: ['asked'] }),
  profile: z.object({
    resource: taken.meta({ description: 'What kind of profile.', examples: ['solutions'] }),
    id,
    title: text.nullable().meta({ description: 'Its title; null once it is erased.' }),
    city: cityBrief.nullable().meta({ description: 'The city of a challenge.' }),
    provider: providerBrief.nullable().meta({ description: 'The provider of a solution.' })
  }).meta({ description: 'The profile it takes part with.' }),
  consent: z.enum(consents).meta({ description: 'What it says so far. Those who ask first have agreed.', examples: ['pending'] }),
  decidedAt: maybeAt('When it last said so.'),
  discloses: fieldNames.meta({ description: 'Fields of its profile that the others see once all have agreed; known when it has agreed.', examples: [['contact']] }),
  disclosed: z.object({
    contact: contact.nullable().meta({ description: 'Whom to reach: contact of the profile, else of its city or provider; null where it is not disclosed or there is none.', examples: [{ name: 'A. Person', email: 'person@example.org' }] }),
    fields: z.record(z.string(), z.unknown()).meta({ description: 'The other fields it discloses, as its profile has them now.', examples: [{ deliveryMonths: 6 }] })
  }).nullable().meta({ description: 'What it discloses, to parties that have agreed, once all have; null before, and of your own.' })
}).meta({ id: 'IntroductionParty', description: 'An organisation that takes part.' })

export const shownMatch = z.object({
  rank: matchFields.rank,
  band: matchFields.band,
  score: matchFields.score,
  parts: matchFields.parts,
  versions: z.record(z.string(), z.string()).meta({ description: 'What computed it.', examples: [{ matcher: '1' }] })
}).meta({ id: 'ShownMatch', description: 'A match as it was when somebody acted on it.' })
export type ShownMatch = z.output<typeof shownMatch>

export const introduction = z.object({
  id,
  status: z.enum(introductionStatuses).meta({ description: 'Where it stands.', examples: ['requested'] }),
  version: z.int().positive().meta({ description: 'One more with each step.', examples: [1] }),
  side: z.enum(partySides).nullable().meta({ description: 'The side of your organisation; null for the secretariat.', examples: ['asking'] }),
  challengeId: id.meta({ description: 'The challenge it is about.' }),
  with: z.object({ resource: taken.meta({ description: 'A solution or a challenge.', examples: ['solutions'] }), id }).meta({ description: 'What the challenge was matched with.' }),
  askedBy: id.meta({ description: 'The organisation that asked.' }),
  purpose,
  message: z.string().nullable().meta({ description: 'What the asking side wrote; null for the secretariat.', examples: ['May we talk about what it would take in Khon Kaen?'] }),
  match: shownMatch.nullable().meta({ description: 'The match as it was when it was asked for; null where the two were none.' }),
  parties: z.array(party).meta({ description: 'Everybody who takes part, the asking side first.' }),
  createdAt: at.meta({ description: 'When it was asked for.', examples: ['2026-03-02T08:15:00.000Z'] }),
  expiresAt: at.meta({ description: 'Until when it may be answered.', examples: ['2026-03-23T08:15:00.000Z'] }),
  acceptedAt: maybeAt('When all had agreed.'),
  endedAt: maybeAt('When it was declined, withdrawn, closed or expired.'),
  endedBy: id.nullable().meta({ description: 'The organisation whose word ended it; null where none did.', examples: [null] }),
  declineReason: declineReason.nullable().meta({ description: 'Why it was declined.', examples: [null] }),
  outcome: outcome.nullable().meta({ description: 'What came of it; null until it is closed, and for who had left by then.', examples: [null] }),
  words: z.string().nullable().meta({ description: 'What was said when it ended; null where nothing was, for who had left by then, and for the secretariat.', examples: [null] })
}).meta({ id: 'Introduction', description: 'An introduction, asked for or agreed.' })
export type IntroductionAnswer = z.output<typeof introduction>

export const introductionPage = z.object({
  items: z.array(introduction).meta({ description: 'The introductions of this page, newest first.' }),
  next: z.string().nullable().meta({ description: 'Pass it as `cursor` for the next page; null on the last.', examples: [null] })
}).meta({ id: 'IntroductionPage', description: 'A page of introductions.' })

export const introductionAudit = z.object({
  items: z.array(z.object({
    at: at.meta({ description: 'When.', examples: ['2026-03-02T08:15:00.000Z'] }),
    action: z.string().meta({ description: 'What was done.', examples: ['introductions:accept'] }),
    organisationId: id.nullable().meta({ description: 'The organisation that did it; null for the service itself.', examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'] }),
    personId: id.nullable().meta({ description: 'The person who did it, if yours; null for a key and for others.', examples: [null] }),
    before: z.record(z.string(), z.unknown()).nullable().meta({ description: 'State and version before; null for the first.', examples: [{ status: 'requested', version: 1 }] }),
    after: z.record(z.string(), z.unknown()).nullable().meta({ description: 'State and version after, with the code of the reason or outcome.', examples: [{ status: 'accepted', version: 2 }] })
  }).meta({ description: 'One step.' })).meta({ description: 'Every step, the first one first.' })
}).meta({ id: 'IntroductionAudit', description: 'What became of an introduction, step by step.' })
export type IntroductionAudit = z.output<typeof introductionAudit>
