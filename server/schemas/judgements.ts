import { z } from 'zod'
import { bands } from '../../db/vocabulary.ts'
import { id } from './primitives.ts'

const useful = z.boolean().meta({ description: 'Thumb up (true) or down (false).', examples: [true] })

export const judgementBody = z.strictObject({ useful }).meta({ id: 'JudgementBody', description: 'Whether a match is of use.' })

export const judgement = z.object({
  matchResource: z.enum(['challenges', 'solutions']).meta({ description: 'What was matched.', examples: ['solutions'] }),
  matchId: id.meta({ description: 'Its id.' }),
  useful,
  at: z.iso.datetime().meta({ description: 'When you said so last.', examples: ['2026-03-02T08:15:00.000Z'] }),
  rank: z.int().min(1).meta({ description: 'Place of the match as it was shown then.', examples: [1] }),
  band: z.enum(bands).nullable().meta({ description: 'Its band then.', examples: ['strong'] }),
  score: z.number().meta({ description: 'Its score then.', examples: [0.83] })
}).meta({ id: 'Judgement', description: 'What you said of a match.' })
export type JudgementAnswer = z.output<typeof judgement>

export const judgementList = z.object({
  items: z.array(judgement).meta({ description: 'Your own, newest first.' })
}).meta({ id: 'JudgementList', description: 'What you said of the matches of one profile.' })
