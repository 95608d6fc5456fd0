import { z } from 'zod'
import { appealOutcomes, flagReasons, flagStatuses, resources } from '../../db/vocabulary.ts'
import { moment, momentOrNull, next, paging, reason } from './pages.ts'
import { id, plain } from './primitives.ts'

const resource = z.enum(resources).meta({ description: 'What kind of profile it is.', examples: ['solutions'] })
const why = z.enum(flagReasons).meta({ description: 'What is wrong with the profile.', examples: ['contact-details'] })
const status = z.enum(flagStatuses).meta({ description: 'How the case stands: `open`, or what the secretariat did with the profile.', examples: ['open'] })

export const flagBody = z.strictObject({
  resource,
  id: id.meta({ description: 'The profile.' }),
  reason: why,
  words: plain(2000).optional().meta({ description: 'What the secretariat should look at. The owner of the profile does not read it.', examples: ['The figures are those of another product.'] })
}).meta({ id: 'FlagBody', description: 'A profile to bring before the secretariat.' })
export type FlagBody = z.output<typeof flagBody>

export const flagsQuery = z.strictObject({
  status: z.array(status).min(1).optional().meta({ description: 'Only with these. An owner sees decided ones only.', examples: [['open']] }),
  appealed: z.boolean().optional().meta({ description: '`true`: only those whose appeal waits to be decided.', examples: [true] }),
  profile: id.optional().meta({ description: 'Only those about this profile.', examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'] }),
  ...paging
})
export type FlagsQuery = z.output<typeof flagsQuery>

export const flagDecision = z.strictObject({
  decision: z.enum(['hide', 'return', 'clear']).meta({ description: '`hide` takes the profile out of sight until an appeal succeeds, `return` makes it a draft for its owner to change, `clear` leaves it as it is.', examples: ['return'] }),
  reason: plain(2000).meta(reason('its owner'))
}).meta({ id: 'FlagDecision', description: 'What the secretariat does with a flagged profile.' })
export type FlagDecision = z.output<typeof flagDecision>

export const appealBody = z.strictObject({
  words: plain(2000).meta({ description: 'Why the decision should be taken back.', examples: ['The number is that of the public emergency line.'] })
}).meta({ id: 'AppealBody', description: 'An appeal against a decision, which can be made once.' })

export const appealDecision = z.strictObject({
  outcome: z.enum(appealOutcomes).meta({ description: '`upheld`: the decision stands. `overturned`: it is taken back, and the profile published again.', examples: ['overturned'] }),
  reason: plain(2000).meta(reason('the owner'))
}).meta({ id: 'AppealDecision', description: 'What becomes of an appeal.' })
export type AppealDecision = z.output<typeof appealDecision>

const person = (description: string) => id.nullable().optional().meta({ description: `${description} Shown to the secretariat.` })

export const flag = z.object({
  id,
  resource,
  profileId: id.meta({ description: 'The profile.' }),
  ownerId: id.meta({ description: 'The organisation whose profile it is.' }),
  version: z.int().positive().meta({ description: 'The version of the profile that was flagged.', examples: [2] }),
  reason: why,
  byRule: z.boolean().meta({ description: 'Whether a rule raised it, and no person.', examples: [true] }),
  fields: z.array(z.string()).meta({ description: 'JSON pointers of the fields that a rule minds, into the profile as it is read.', examples: [['/problem/text']] }),
  raisedBy: person('The person who raised it; null where a rule did.'),
  raisedByOrganisation: person('The organisation for which it was raised; null for none.'),
  words: z.string().nullable().optional().meta({ description: 'What whoever raised it says. Shown to the secretariat.', examples: [null] }),
  raisedAt: moment('When it was raised.'),
  status,
  decidedBy: person('The person who decided; null where nobody has, or where it was done with a key.'),
  decidedAt: momentOrNull('When it was decided; null while it is open.'),
  decisionReason: z.string().nullable().meta({ description: 'Why it was decided so.', examples: [null] }),
  appealedBy: id.nullable().meta({ description: 'The person who appealed; null for none.' }),
  appealedAt: momentOrNull('When; null for never.'),
  appealWords: z.string().nullable().meta({ description: 'What the appeal says.', examples: [null] }),
  appealOutcome: z.enum(appealOutcomes).nullable().meta({ description: 'What became of the appeal; null while it waits, or where there is none.', examples: [null] }),
  appealDecidedBy: person('The person who decided the appeal.'),
  appealDecidedAt: momentOrNull('When the appeal was decided; null while it is not.'),
  appealReason: z.string().nullable().meta({ description: 'Why the appeal was decided so.', examples: [null] })
}).meta({ id: 'Flag', description: 'A case about a profile.' })
export type FlagAnswer = z.output<typeof flag>

export const flagsPage = z.object({
  items: z.array(flag).meta({ description: 'The cases of this page, the oldest first.' }),
  next
}).meta({ id: 'FlagPage', description: 'A page of cases.' })
