import { z } from 'zod'
import { rule } from '../faults.ts'
import { climates, incomeGroups, priceModels, solutionKinds } from '../../db/vocabulary.ts'
import { areaList, crossed, ordered, sdgTargetList } from './challenges.ts'
import { country, currency, distinct, language, minorUnits, plain, referenceIn, referenceOut } from './primitives.ts'
import { textInput, textOutput } from './text.ts'

const fields = <T extends z.ZodType, R extends z.ZodType>(text: (max: number, what: string, example: string) => T, ref: (what: string, example: string) => R) => ({
  providerId: ref('The provider whose solution this is; absent for a policy or open source that nobody owns.', 'siam-careline').optional(),
  title: text(300, 'The solution in a line.', 'Shared door-to-door rides to hospital'),
  summary: text(5000, 'What it is.', 'A dispatch service that pools volunteers, taxis and clinic vans'),
  problem: text(10000, 'The problem it solves.', 'Older people miss treatment because they cannot get there').optional(),
  howItWorks: text(20000, 'How it works.', 'The clinic books the ride with the appointment').optional(),
  benefit: text(5000, 'What is better afterwards.', 'Missed appointments fell by half within a year').optional(),
  areas: areaList,
  sdgTargets: sdgTargetList,
  kind: z.enum(solutionKinds).meta({ description: 'What kind of thing it is.', examples: ['service'] }),
  readiness: z.int().min(1).max(9).optional().meta({ description: 'Technology readiness level, 1 to 9.', examples: [8] }),
  price: z.strictObject({
    model: z.enum(priceModels).meta({ description: 'How it is paid for.', examples: ['subscription'] }),
    min: minorUnits.optional(),
    max: minorUnits.optional(),
    currency: currency.optional()
  }).refine(ordered('min', 'max'), crossed('min', 'max'))
    .refine((price) => price.currency !== undefined || (price.min === undefined && price.max === undefined), { path: ['currency'], error: rule('currency-needed') })
    .optional().meta({ description: 'What a city would pay: in all, or for each user or unit where the model says so. Only a price in all is held against a budget.', examples: [{ model: 'subscription', min: 80000000, max: 200000000, currency: 'THB' }] }),
  deliveryMonths: z.strictObject({
    min: z.int().min(0).max(240).optional().meta({ description: 'Months at the least.', examples: [4] }),
    max: z.int().min(0).max(240).optional().meta({ description: 'Months at the most.', examples: [9] })
  }).refine(ordered('min', 'max'), crossed('min', 'max'))
    .optional().meta({ description: 'How long it takes from contract to working.' }),
  prerequisites: z.array(text(1000, 'Something that must be there first.', 'A call centre open in office hours')).max(20).optional().meta({ description: 'What must be there first.' }),
  fit: z.strictObject({
    populationMin: z.int().min(0).optional().meta({ description: 'Smallest city it suits, in inhabitants.', examples: [50000] }),
    populationMax: z.int().min(0).optional().meta({ description: 'Largest city it suits, in inhabitants.', examples: [2000000] }),
    climates: distinct(z.enum(climates), 30).optional().meta({ description: 'Climates it is made for; any if empty.', examples: [['Aw', 'Am']] }),
    incomeGroups: distinct(z.enum(incomeGroups), 4).optional().meta({ description: 'Income groups it is made for; any if empty.', examples: [['lower-middle', 'upper-middle']] })
  }).refine(ordered('populationMin', 'populationMax'), crossed('populationMin', 'populationMax'))
    .optional().meta({ description: 'Which cities it suits.' }),
  standards: distinct(plain(100), 30).optional().meta({ description: 'Standards it meets.', examples: [['GTFS', 'ISO 27001']] }),
  dataHosting: distinct(country, 50).optional().meta({ description: 'Countries where its data can be kept; unknown if empty.', examples: [['TH', 'SG']] }),
  licence: plain(100).optional().meta({ description: 'Licence, SPDX where it has one.', examples: ['Apache-2.0'] }),
  languages: distinct(language, 50).optional().meta({ description: 'Languages it is delivered in.', examples: [['th', 'en']] }),
  countries: distinct(country, 250).optional().meta({ description: 'Countries where it can be had; unknown if empty.', examples: [['TH', 'LA']] })
})

export const solutionInput = fields(textInput, referenceIn)
export const solutionOutput = fields(textOutput, referenceOut)
