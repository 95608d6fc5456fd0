import { z } from 'zod'
import { rule } from '../faults.ts'
import { organisationKinds, roles, verificationMethods } from '../../db/vocabulary.ts'
import { moment, momentOrNull, next, paging, reason } from './pages.ts'
import { id, plain } from './primitives.ts'

const name = plain(200).meta({ description: 'Its name, unlike that of any other; no addresses, numbers or links.', examples: ['City of Khon Kaen'] })
const kind = z.enum(organisationKinds).meta({ description: 'What it is.', examples: ['city'] })
export const role = z.enum(roles).meta({ description: 'What somebody is in it: an `owner` runs it, an `editor` writes, a `viewer` reads.', examples: ['editor'] })

export const organisationBody = z.strictObject({
  name,
  kind: z.enum(['city', 'provider', 'partner']).meta({ description: 'A city, a provider of solutions, or a partner that acts for others.', examples: ['city'] })
}).meta({ id: 'OrganisationBody', description: 'An organisation to make.' })
export type OrganisationBody = z.output<typeof organisationBody>

export const organisationPatch = z.strictObject({
  name: name.optional(),
  suspended: z.boolean().optional().meta({ description: 'Whether it may only read. For the secretariat, with a reason.', examples: [true] }),
  introductionCap: z.int().min(0).max(1000).nullable().optional().meta({ description: 'How many open requests for introductions it may have; null for the usual number. For the secretariat, with a reason.', examples: [20] }),
  reason: plain(2000).optional().meta({ ...reason('its owners'), description: 'Why, in words that its owners will read. Needed with `suspended` and `introductionCap`.' })
}).refine((patch) => patch.reason !== undefined || (patch.suspended === undefined && patch.introductionCap === undefined), { path: ['reason'], error: rule('reason-needed') })
  .meta({ id: 'OrganisationPatch', description: 'What to change of an organisation; what is left out stays.' })
export type OrganisationPatch = z.output<typeof organisationPatch>

export const organisationsQuery = z.strictObject({
  mine: z.boolean().optional().meta({ description: 'Only those you belong to. Always so, but for the secretariat.', examples: [true] }),
  kind: kind.optional().meta({ description: 'Only of this kind.', examples: ['city'] }),
  verified: z.boolean().optional().meta({ description: 'Only verified ones (true), or only those that are not (false).', examples: [false] }),
  suspended: z.boolean().optional().meta({ description: 'Only suspended ones (true), or only those that are not (false).', examples: [false] }),
  ...paging
})
export type OrganisationsQuery = z.output<typeof organisationsQuery>

export const organisation = z.object({
  id,
  name,
  kind,
  verified: z.boolean().meta({ description: 'Whether the secretariat vouches for it.', examples: [true] }),
  role: role.nullable().optional().meta({ description: 'What you are in it; null where you do not belong to it, as a key does not.', examples: ['owner'] }),
  createdAt: moment('When it was made.').optional(),
  verifiedAt: momentOrNull('When it was verified; null if it is not.').optional(),
  verifiedBy: z.enum(verificationMethods).nullable().optional().meta({ description: 'How the secretariat made sure; null while it has not.', examples: ['official-domain'] }),
  suspended: z.boolean().optional().meta({ description: 'Whether it may only read.', examples: [false] }),
  introductionCap: z.int().nullable().optional().meta({ description: 'How many open requests for introductions the secretariat lets it have; null for the usual number.', examples: [null] })
}).meta({ id: 'Organisation', description: 'An organisation. Whoever does not belong to it sees its name, its kind and whether it is verified.' })
export type OrganisationAnswer = z.output<typeof organisation>

export const organisationsPage = z.object({
  items: z.array(organisation).meta({ description: 'The organisations of this page.' }),
  next
}).meta({ id: 'OrganisationPage', description: 'A page of organisations.' })
