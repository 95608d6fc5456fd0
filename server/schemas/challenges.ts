import { z } from 'zod'
import { rule, type Rule } from '../faults.ts'
import { areas, beneficiaryGroups, budgetStatuses, challengeStages, procurementRoutes, seekings } from '../../db/vocabulary.ts'
import { country, currency, day, distinct, minorUnits, plain, referenceIn, referenceOut, sdgTarget } from './primitives.ts'
import { textInput, textOutput } from './text.ts'

export const areaList = distinct(z.enum(areas), 3, 1).meta({ description: 'One to three areas, the most important first.', examples: [['elderly-care', 'transport']] })
export const sdgTargetList = distinct(sdgTarget, 20).optional().meta({ description: 'Targets of the Sustainable Development Goals it serves.', examples: [['11.2', '3.8']] })

/** A range whose ends are both optional and must not cross. */
export const ordered = (low: string, high: string) => (range: object): boolean => {
  const { [low]: from, [high]: to } = range as Record<string, number | string | undefined>
  return from === undefined || to === undefined || from <= to
}

/** What is said of a range that crosses, at its higher end. */
export const crossed = (low: string, high: string) => ({ path: [high], error: 'crossed' satisfies Rule, params: { low } })

const fields = <T extends z.ZodType, R extends z.ZodType>(text: (max: number, what: string, example: string) => T, ref: (what: string, example: string) => R) => ({
  cityId: ref('The city whose challenge this is.', 'khon-kaen'),
  title: text(300, 'The problem in a line.', 'ผู้สูงอายุเดินทางไปโรงพยาบาลไม่ได้'),
  problem: text(20000, 'What the problem is, in the words of those who have it.', 'Older people who live alone cannot reach the hospital: no bus stops near them and a taxi costs a tenth of a pension.'),
  affected: text(5000, 'Who is affected, and how.', 'About 4,000 people over 70 in the outer districts').optional(),
  desiredOutcome: text(5000, 'What would be better if it were solved.', 'Nobody misses an appointment for want of a ride').optional(),
  alreadyTried: text(5000, 'What has been tried and what came of it.', 'A volunteer car pool, which ended when its grant did').optional(),
  context: text(20000, 'Anything else that a peer or a provider should know.', 'The province plans two bus lines for 2028').optional(),
  areas: areaList,
  sdgTargets: sdgTargetList,
  beneficiaries: distinct(z.enum(beneficiaryGroups), 10).optional().meta({ description: 'Groups who would benefit.', examples: [['older-people']] }),
  beneficiaryCount: z.int().min(0).max(100_000_000).optional().meta({ description: 'People who would benefit.', examples: [4000] }),
  indicators: z.array(z.strictObject({
    name: plain(300).meta({ description: 'What is measured.', examples: ['Missed hospital appointments for want of transport'] }),
    unit: plain(100).optional().meta({ description: 'Unit of the figures.', examples: ['per month'] }),
    baseline: z.number().optional().meta({ description: 'Figure today.', examples: [310] }),
    target: z.number().optional().meta({ description: 'Figure aimed at.', examples: [60] }),
    by: day.optional().meta({ description: 'When the target is to be reached.', examples: ['2028-12-31'] })
  }).meta({ description: 'Where things stand and where they should.' })).max(20).optional().meta({ description: 'Baselines and targets.' }),
  constraints: z.array(z.strictObject({
    text: text(1000, 'What any solution has to respect.', 'No new vehicles may be bought'),
    hard: z.boolean().meta({ description: 'Whether it rules a solution out (true) or only weighs against it (false).', examples: [true] })
  }).meta({ description: 'A condition on any solution.' })).max(20).optional().meta({ description: 'Conditions on any solution.' }),
  budget: z.strictObject({
    min: minorUnits.optional(),
    max: minorUnits.optional(),
    currency: currency.optional(),
    status: z.enum(budgetStatuses).meta({ description: 'Whether money is there, sought, or not.', examples: ['sought'] })
  }).refine(ordered('min', 'max'), crossed('min', 'max'))
    .refine((budget) => budget.currency !== undefined || (budget.min === undefined && budget.max === undefined), { path: ['currency'], error: rule('currency-needed') })
    .optional().meta({ description: 'What may be spent.', examples: [{ min: 100000000, max: 250000000, currency: 'THB', status: 'sought' }] }),
  timeline: z.strictObject({
    start: day.optional(),
    decisionBy: day.optional(),
    neededBy: day.optional()
  }).optional().meta({ description: 'When work starts, when the city decides, and when a solution has to work.', examples: [{ decisionBy: '2027-01-31', neededBy: '2027-12-31' }] }),
  stage: z.enum(challengeStages).optional().meta({ description: 'How far the city is.', examples: ['define'] }),
  procurementRoute: z.enum(procurementRoutes).optional().meta({ description: 'How the city would buy.', examples: ['undecided'] }),
  seeking: distinct(z.enum(seekings), 4).optional().meta({ description: 'What the city is looking for.', examples: [['peers', 'solutions']] }),
  openToJointWork: z.boolean().optional().meta({ description: 'Whether the city would work on it jointly with others.', examples: [true] }),
  requiredStandards: distinct(plain(100), 20).optional().meta({ description: 'Standards a solution must meet.', examples: [['GTFS']] }),
  dataResidency: distinct(country, 50).optional().meta({ description: 'Countries in one of which data must stay; anywhere if empty.', examples: [['TH']] }),
  reviewOn: day.optional().meta({ description: 'When the city looks at this profile again.', examples: ['2027-06-30'] }),
  expiresOn: day.optional().meta({ description: 'When the challenge is no longer open.', examples: ['2028-06-30'] })
})

export const challengeInput = fields(textInput, referenceIn)
export const challengeOutput = fields(textOutput, referenceOut)
