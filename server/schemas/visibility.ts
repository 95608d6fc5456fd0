import { z } from 'zod'
import { type Resource, visibilities, type Visibility } from '../../db/vocabulary.ts'

/**
 * Fields whose visibility is the owner's to choose; every other field is public. Nothing that lists filter by or that a
 * match rests on is among them, so that what is hidden can be learnt from neither.
 */
export const hideable = {
  cities: ['areaServed'],
  challenges: ['alreadyTried', 'context', 'beneficiaryCount', 'indicators', 'constraints', 'budget', 'timeline', 'procurementRoute', 'reviewOn'],
  providers: ['identifiers', 'website', 'introductionCap'],
  solutions: ['howItWorks', 'prerequisites', 'price', 'deliveryMonths'],
  deployments: ['cost', 'indicators', 'lessons', 'failureReason', 'links']
} as const satisfies Record<Resource, readonly string[]>

/** Who sees fields that are not public when their owner has not said. */
export const defaultVisibility: Readonly<Record<string, Visibility>> = { contact: 'introduced', externalId: 'private', visibility: 'private' }

const choice = z.enum(visibilities)

/** The choices of one resource's owner: field -> who sees it. */
export const visibilityOf = (resource: Resource) => z.strictObject(Object.fromEntries(hideable[resource].map((field) =>
  [field, choice.optional().meta({ description: `Who sees \`${field}\`.`, examples: ['introduced'] })])))
  .optional().meta({ description: 'Who sees which field, where it is not everybody: `members` organisations that take part, `introduced` those in an agreed introduction to which you disclosed it, `private` you alone. What not everybody sees takes no part in matching. Stays as it is where a body leaves it out; `{}` shows everything.' })
