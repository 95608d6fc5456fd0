import { z } from 'zod'
import { rule } from '../faults.ts'
import { deploymentStages } from '../../db/vocabulary.ts'
import { ordered } from './challenges.ts'
import { currency, day, httpsUrl, minorUnits, plain, referenceIn, referenceOut } from './primitives.ts'
import { textInput, textOutput } from './text.ts'

const fields = <T extends z.ZodType, R extends z.ZodType>(text: (max: number, what: string, example: string) => T, ref: (what: string, example: string) => R) => ({
  solutionId: ref('The solution that was used.', 'shared-rides'),
  cityId: ref('The city it was used in.', 'khon-kaen'),
  challengeId: ref('The registered challenge that it answered, if one.', 'rides-to-hospital').optional(),
  period: z.strictObject({
    start: day.optional(),
    end: day.optional()
  }).refine(ordered('start', 'end'), { path: ['end'], error: rule('end-before-start') })
    .optional().meta({ description: 'From when to when; no end while it runs.', examples: [{ start: '2023-04-01' }] }),
  stage: z.enum(deploymentStages).meta({ description: 'How far it has come.', examples: ['operational'] }),
  cost: z.strictObject({ amount: minorUnits, currency }).optional().meta({ description: 'What it cost the city in all.', examples: [{ amount: 120000000, currency: 'THB' }] }),
  indicators: z.array(z.strictObject({
    name: plain(300).meta({ description: 'What was measured.', examples: ['Missed hospital appointments'] }),
    unit: plain(100).optional().meta({ description: 'Unit of the figures.', examples: ['per month'] }),
    before: z.number().optional().meta({ description: 'Figure before.', examples: [310] }),
    after: z.number().optional().meta({ description: 'Figure after.', examples: [140] })
  }).meta({ description: 'A figure before and after.' })).max(20).optional().meta({ description: 'Figures before and after.' }),
  lessons: text(10000, 'What was learnt.', 'Booking through the clinic worked; the telephone line did not').optional(),
  failureReason: text(5000, 'Why it failed, if it did.', 'The operator left when the subsidy ended').optional(),
  links: z.array(httpsUrl).max(20).optional().meta({ description: 'Reports and pages about it.', examples: [['https://example.org/report']] }),
  confirmed: z.boolean().optional().meta({ description: 'Whether the city has confirmed it; only the owner of the city may say so.', examples: [false] })
})

export const deploymentInput = fields(textInput, referenceIn)
export const deploymentOutput = fields(textOutput, referenceOut)
