import { z } from 'zod'
import { providerSizes, providerTypes } from '../../db/vocabulary.ts'
import { verification } from './cities.ts'
import { country, distinct, httpsUrl, language, plain } from './primitives.ts'
import { textInput, textOutput } from './text.ts'

const fields = <T extends z.ZodType>(text: (max: number, what: string, example: string) => T) => ({
  legalName: plain(300).meta({ description: 'Legal name.', examples: ['Siam Careline Co., Ltd.'] }),
  description: text(5000, 'What the provider does.', 'Shared rides to hospital for older people').optional(),
  identifiers: z.array(z.strictObject({
    scheme: plain(50).meta({ description: 'Who keeps the register.', examples: ['LEI'] }),
    value: plain(100).meta({ description: 'The number in it.', examples: ['5493001KJTIIGC8Y1R12'] })
  }).meta({ description: 'A registration.' })).max(10).optional().meta({ description: 'Registrations of the organisation.' }),
  type: z.enum(providerTypes).optional().meta({ description: 'Kind of organisation.', examples: ['startup'] }),
  size: z.enum(providerSizes).optional().meta({ description: 'Size by staff: under 10, under 50, under 250, more.', examples: ['small'] }),
  headquarters: z.strictObject({
    country,
    city: plain(200).optional().meta({ description: 'City of the headquarters.', examples: ['Bangkok'] })
  }).optional().meta({ description: 'Where it is based.', examples: [{ country: 'TH', city: 'Bangkok' }] }),
  countries: distinct(country, 250).optional().meta({ description: 'Countries served; unknown if empty.', examples: [['TH', 'LA']] }),
  languages: distinct(language, 50).optional().meta({ description: 'Languages it works in.', examples: [['th', 'en']] }),
  certifications: distinct(plain(100), 30).optional().meta({ description: 'Certificates held.', examples: [['ISO 9001']] }),
  website: httpsUrl.optional(),
  introductionCap: z.int().min(0).max(100).optional().meta({ description: 'How many open introductions it takes at a time.', examples: [5] }),
  verification: verification.optional()
})

export const providerInput = fields(textInput)
export const providerOutput = fields(textOutput)
