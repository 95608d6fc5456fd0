import { z } from 'zod'
import { id, plain } from './primitives.ts'

const questionText = plain(5000).meta({ description: 'The question, 1 to 5,000 characters. Others will read it: do not say who you are.', examples: ['Must the counters work where there is no mobile network?'] })
const answerText = plain(10000).meta({ description: 'The answer, 1 to 10,000 characters.', examples: ['Yes. Two of the twelve lines leave the covered area for up to 20 minutes.'] })

export const questionBody = z.strictObject({ text: questionText }).meta({ id: 'QuestionBody', description: 'A question to ask.' })

export const answerBody = z.strictObject({ answer: answerText }).meta({ id: 'AnswerBody', description: 'What is answered.' })

export const questionsQuery = z.strictObject({
  after: z.int().min(0).default(0).meta({ description: 'Only questions with a higher number: the last one you have.', examples: [0] }),
  limit: z.int().min(1).max(200).default(100).meta({ description: 'At most so many.', examples: [100] })
})

export const logQuery = z.strictObject({
  format: z.enum(['csv', 'json']).default('csv').meta({ description: 'Of the file.', examples: ['csv'] })
})

const asker = z.object({
  organisationId: id.meta({ description: 'The organisation.' }),
  name: z.string().meta({ description: 'Its name.', examples: ['Busline Planning Ltd'] })
}).meta({ description: 'Who asked. For the city alone.' })

const logged = {
  number: z.int().min(1).meta({ description: 'Place among the questions about the challenge, from 1, the same for everybody; those that you do not see are missing.', examples: [1] }),
  askedAt: z.iso.datetime().meta({ description: 'When it was asked.', examples: ['2026-03-02T08:15:00.000Z'] }),
  text: z.string().meta({ description: 'The question.', examples: ['Must the counters work where there is no mobile network?'] }),
  answeredAt: z.iso.datetime().nullable().meta({ description: 'When it was answered; null while it is open.', examples: ['2026-03-03T10:00:00.000Z'] }),
  answer: z.string().nullable().meta({ description: 'The answer; null while it is open.', examples: ['Yes. Two of the twelve lines leave the covered area for up to 20 minutes.'] }),
  correction: z.boolean().meta({ description: 'Whether the city says here again, and otherwise, what it had answered before to the same question.', examples: [false] }),
  askedBy: asker.optional()
}

export const question = z.object({
  id,
  challengeId: id.meta({ description: 'The challenge it is about.' }),
  ...logged,
  yours: z.boolean().meta({ description: 'Whether your organisation asked it.', examples: [true] })
}).meta({ id: 'Question', description: 'A question about a challenge, and its answer.' })
export type QuestionAnswer = z.output<typeof question>

export const questionList = z.object({
  items: z.array(question).meta({ description: 'Questions in the order in which they were asked.' }),
  next: z.int().nullable().meta({ description: '`after` of the next page; null on the last one.', examples: [null] })
}).meta({ id: 'QuestionList', description: 'Questions about a challenge.' })
export type QuestionListAnswer = z.output<typeof questionList>

export const questionLog = z.object({
  challengeId: id.meta({ description: 'The challenge.' }),
  questions: z.array(z.object(logged).meta({ description: 'A question and its answer.' })).meta({ description: 'Every question that you see, in the order in which they were asked.' })
}).meta({ id: 'QuestionLog', description: 'The questions about a challenge, as a file.' })
export type QuestionLog = z.output<typeof questionLog>
