import { z } from 'zod'
import { areas, challengeStages, deploymentStages, profileStatuses, type Resource, solutionKinds } from '../../db/vocabulary.ts'
import { country, id, language, region, sdgTarget } from './primitives.ts'

const several = <T extends z.ZodType>(item: T, what: string, example: unknown) => z.array(item).min(1).max(50).optional()
  .meta({ description: `${what} Several values, repeated or separated by commas, match any of them.`, examples: [[example]] })

const inhabitants = z.int().min(0).optional()

/** Filters that say which profiles, by what they are. Each resource takes those that fit it. */
export const filterFields = {
  area: several(z.enum(areas), 'Only of these areas.', 'transport'),
  country: several(country, 'Only of these countries: of the city, or served by the provider or the solution.', 'TH'),
  region: several(region, 'Only of the countries of these UN M49 regions.', '035'),
  language: several(language, 'Only in these languages: of the title, or listed as worked in.', 'th'),
  sdgTarget: several(sdgTarget, 'Only with these targets.', '11.2'),
  populationMin: inhabitants.meta({ description: 'Only cities of at least so many inhabitants; solutions that suit one.', examples: [100000] }),
  populationMax: inhabitants.meta({ description: 'Only cities of at most so many inhabitants; solutions that suit one.', examples: [1000000] }),
  text: z.string().trim().min(1).max(200).optional().meta({ description: 'Only profiles in whose texts every one of these words occurs.', examples: ['bus'] })
}

const stage = several(z.enum(challengeStages), 'Only at these stages.', 'pilot')
const kind = several(z.enum(solutionKinds), 'Only of these kinds.', 'service')
const only = (what: string) => id.optional().meta({ description: `Only of this ${what}.`, examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'] })

const { area, country: ofCountry, region: ofRegion, language: ofLanguage, sdgTarget: ofTarget, populationMin, populationMax, text } = filterFields
const place = { country: ofCountry, region: ofRegion }
const population = { populationMin, populationMax }
const topic = { area, sdgTarget: ofTarget }

/** The filters each resource takes. */
export const resourceFilters = {
  cities: { ...place, language: ofLanguage, ...population, text },
  challenges: { ...topic, ...place, language: ofLanguage, stage, ...population, text, cityId: only('city') },
  providers: { ...place, language: ofLanguage, text },
  solutions: { ...topic, ...place, language: ofLanguage, kind, ...population, text, providerId: only('provider') },
  deployments: {
    ...place,
    language: ofLanguage,
    stage: several(z.enum(deploymentStages), 'Only at these stages.', 'operational'),
    ...population,
    text,
    cityId: only('city'),
    solutionId: only('solution'),
    challengeId: only('challenge')
  }
} satisfies Record<Resource, z.ZodRawShape>

/** What narrows by who and how far, in lists and exports alike. */
const standing = {
  status: several(z.enum(profileStatuses), 'Only with this status; beyond `published` only your own are listed.', 'published'),
  owner: z.literal('me').optional().meta({ description: '`me`: only your own.', examples: ['me'] }),
  sample: z.boolean().optional().meta({ description: 'Only invented ones (true) or only real ones (false).', examples: [false] })
}

export const sortOrders = ['updated', '-updated', 'created', '-created', 'title', '-title'] as const

const define = <F extends z.ZodRawShape>(filters: F) => ({
  list: z.strictObject({
    ...filters,
    ...standing,
    sort: z.enum(sortOrders).default('-updated').meta({ description: 'Order; `-` for descending. `title` is the title or name, by code point.', examples: ['-updated'] }),
    limit: z.int().min(1).max(200).default(50).meta({ description: 'At most so many a page.', examples: [50] }),
    cursor: z.string().max(2000).optional().meta({ description: '`next` of the page before.', examples: ['eyJzIjoiLXVwZGF0ZWQifQ'] })
  }),
  export: z.strictObject({
    ...filters,
    ...standing,
    format: z.enum(['ndjson', 'csv']).default('ndjson').meta({ description: 'One JSON object a line, or CSV with a header.', examples: ['ndjson'] })
  })
})

export const listSchemas = {
  cities: define(resourceFilters.cities),
  challenges: define(resourceFilters.challenges),
  providers: define(resourceFilters.providers),
  solutions: define(resourceFilters.solutions),
  deployments: define(resourceFilters.deployments)
}

/** The union of all resources' filters, as the services take it. */
export interface ListFilters {
  area?: readonly string[]
  country?: readonly string[]
  region?: readonly string[]
  language?: readonly string[]
  sdgTarget?: readonly string[]
  stage?: readonly string[]
  kind?: readonly string[]
  populationMin?: number
  populationMax?: number
  text?: string
  cityId?: string
  providerId?: string
  solutionId?: string
  challengeId?: string
  status?: ReadonlyArray<(typeof profileStatuses)[number]>
  owner?: 'me'
  sample?: boolean
}
