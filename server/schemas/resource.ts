import { z } from 'zod'
import { profileStatuses, type Resource } from '../../db/vocabulary.ts'
import { challengeInput, challengeOutput } from './challenges.ts'
import { cityInput, cityOutput } from './cities.ts'
import { deploymentInput, deploymentOutput } from './deployments.ts'
import { externalId, id, plain } from './primitives.ts'
import { providerInput, providerOutput } from './providers.ts'
import { solutionInput, solutionOutput } from './solutions.ts'
import { visibilityOf } from './visibility.ts'

export const contact = z.strictObject({
  name: plain(200).optional().meta({ description: 'Name of the person.', examples: ['A. Person'] }),
  role: plain(200).optional().meta({ description: 'What the person does there.', examples: ['Head of social services'] }),
  email: z.email().max(320).optional().meta({ description: 'E-mail address.', examples: ['person@example.org'] }),
  phone: plain(50).optional().meta({ description: 'Telephone number.', examples: ['+66 2 000 0000'] })
}).meta({ description: 'Whom to reach; personal data, shown to the owner, and to those in an agreed introduction to whom the owner disclosed it.' })

/** What an owner may ask for; `hidden` is the secretariat's, and closing is DELETE. */
const wantedStatus = z.enum(['draft', 'published', 'hidden']).meta({ description: 'A new profile is `published` unless this says `draft`; `hidden` takes an admin key.', examples: ['published'] })

const time = z.iso.datetime().meta({ description: 'A time, RFC 3339 in UTC.', examples: ['2026-03-02T08:15:00.000Z'] })

/** Fields that the service keeps: a body may carry them, as read, and they are passed over. */
const kept = {
  id,
  ownerId: z.string().meta({ description: 'The organisation that owns the profile.', examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'] }),
  version: z.int().positive().meta({ description: 'One more with each change; the ETag, in quotes.', examples: [1] }),
  sample: z.boolean().meta({ description: 'Whether the profile is invented, for demonstration.', examples: [false] }),
  createdAt: time,
  updatedAt: time,
  publishedAt: time.nullable().meta({ description: 'When it was first published.', examples: ['2026-03-02T08:15:00.000Z'] }),
  closedAt: time.nullable().meta({ description: 'When it was closed.', examples: [null] })
}
export const keptFields: readonly string[] = Object.keys(kept)

/** RFC 7396: every field may be left out, and null takes it away. What the merge gives is checked against the full schema. */
const patchOf = (schema: z.ZodType): z.ZodType => {
  if (schema instanceof z.ZodOptional) return patchOf(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodUnion) return z.union(schema.options.map((option) => patchOf(option as z.ZodType)))
  if (schema instanceof z.ZodObject) {
    return z.strictObject(Object.fromEntries(Object.entries(schema.shape).map(([name, field]) =>
      [name, patchOf(field as z.ZodType).nullable().optional().meta(described(field as z.ZodType))])))
  }
  return schema
}

/** What a schema says of itself, without the id that makes it a component. */
const described = (schema: z.ZodType): { description?: string, examples?: unknown[] } => {
  const { description, examples } = { ...(schema instanceof z.ZodOptional ? described(schema.unwrap() as z.ZodType) : {}), ...schema.meta() }
  return { ...(description === undefined ? {} : { description }), ...(Array.isArray(examples) ? { examples } : {}) }
}

const define = <I extends z.ZodRawShape, O extends z.ZodRawShape>(name: string, plural: Resource, fields: I, shown: O) => {
  const input = { ...fields, visibility: visibilityOf(plural) }
  const output = { ...shown, visibility: visibilityOf(plural) }
  const body = z.strictObject({ externalId: externalId.optional(), status: wantedStatus.optional(), contact: contact.optional(), ...input })
  const profile = z.object({
    ...kept,
    externalId: externalId.optional().meta({ description: "The owner's own id; shown to the owner alone.", examples: ['khon-kaen'] }),
    status: z.enum(profileStatuses).meta({ description: 'Only `published` profiles are public and matched.', examples: ['published'] }),
    contact: contact.optional(),
    ...output
  }).meta({ id: name, description: `One of the ${plural}, as it stands.` })
  return {
    name,
    body: body.meta({ id: `${name}Body`, description: `What an owner writes of one of the ${plural}. Fields that the service keeps may be sent back as read; they are passed over.` }),
    content: z.strictObject(input),
    patch: patchOf(body).meta({ id: `${name}Patch`, description: 'A JSON merge patch (RFC 7396): what is left out stays, null takes away.' }),
    profile,
    page: z.object({
      items: z.array(profile).meta({ description: `The ${plural} of this page.` }),
      next: z.string().nullable().meta({ description: 'Pass it as `cursor` for the next page; null on the last.', examples: [null] })
    }).meta({ id: `${name}Page`, description: `A page of ${plural}.` })
  }
}

export const resourceSchemas = {
  cities: define('City', 'cities', cityInput, cityOutput),
  challenges: define('Challenge', 'challenges', challengeInput, challengeOutput),
  providers: define('Provider', 'providers', providerInput, providerOutput),
  solutions: define('Solution', 'solutions', solutionInput, solutionOutput),
  deployments: define('Deployment', 'deployments', deploymentInput, deploymentOutput)
} satisfies Record<Resource, unknown>

type Shapes = {
  cities: typeof cityOutput
  challenges: typeof challengeOutput
  providers: typeof providerOutput
  solutions: typeof solutionOutput
  deployments: typeof deploymentOutput
}

/** A profile's content as it is kept: validated on the way in, so that reading it back needs no second look. */
export type Content<R extends Resource> = z.output<z.ZodObject<Shapes[R]>>

/** One word for one of them, for sentences. */
export const singular: Readonly<Record<Resource, string>> = {
  cities: 'city', challenges: 'challenge', providers: 'provider', solutions: 'solution', deployments: 'deployment'
}
