import { z } from 'zod'
import { climates, incomeGroups, verificationMethods } from '../../db/vocabulary.ts'
import { country, day, distinct, language, plain } from './primitives.ts'
import { textInput, textOutput } from './text.ts'

export const verification = z.strictObject({
  method: z.enum(verificationMethods).meta({ description: 'How the secretariat made sure.', examples: ['official-domain'] }),
  by: plain(200).meta({ description: 'Who made sure.', examples: ['WICC secretariat'] }),
  on: day
}).meta({ description: 'That this organisation is who it says; set by the secretariat alone.' })

const fields = <T extends z.ZodType>(text: (max: number, what: string, example: string) => T) => ({
  name: text(200, 'Name of the city, in its own language and, as translations, in others.', 'เทศบาลนครขอนแก่น'),
  country,
  geonamesId: z.int().positive().optional().meta({ description: 'GeoNames number of the place.', examples: [1609776] }),
  point: z.strictObject({
    latitude: z.number().min(-90).max(90).meta({ description: 'Degrees north, WGS 84.', examples: [16.4467] }),
    longitude: z.number().min(-180).max(180).meta({ description: 'Degrees east, WGS 84.', examples: [102.833] })
  }).optional().meta({ description: 'Where the city is.' }),
  population: z.int().min(0).max(100_000_000).optional().meta({ description: 'Inhabitants.', examples: [147579] }),
  populationYear: z.int().min(1900).max(2100).optional().meta({ description: 'Year of the population figure.', examples: [2020] }),
  languages: distinct(language, 20).optional().meta({ description: 'Languages the city works in, the first one first.', examples: [['th', 'en']] }),
  areaServed: text(2000, 'What the administration is responsible for: its districts, its neighbours.', 'The municipality and four neighbouring sub-districts').optional(),
  incomeGroup: z.enum(incomeGroups).optional().meta({ description: 'World Bank income group; unknown where not given.', examples: ['upper-middle'] }),
  climate: z.enum(climates).optional().meta({ description: 'Köppen-Geiger climate class; unknown where not given.', examples: ['Aw'] }),
  verification: verification.optional()
})

export const cityInput = fields(textInput)
export const cityOutput = fields(textOutput)
