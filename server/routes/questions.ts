import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { id } from '../schemas/primitives.ts'
import { answerBody, logQuery, question, questionBody, questionList, questionLog, questionsQuery } from '../schemas/questions.ts'
import type { Answer } from '../services/idempotency.ts'
import { csvLog } from '../services/question-log.ts'
import type { Questions } from '../services/questions.ts'
import { idempotencyKey, ifNoneMatch, onceOf } from './headers.ts'
import { answer, problems } from './responses.ts'

const params = z.object({ id })
const questionParams = params.extend({ questionId: id })
type Question = z.output<typeof question>

export const questions = (services: { questions: Questions }): FastifyPluginAsyncZod => async (app) => {
  const tags = ['questions']
  const bodyProblems = ['bad-json', 'too-large', 'unsupported-type', 'invalid-input', 'not-found'] as const
  const headersOf = ({ location, repeated }: Answer) => ({ location, ...(repeated === true ? { 'idempotency-replayed': 'true' } : {}) })

  app.route({
    method: 'GET',
    url: '/v1/challenges/:id/questions',
    config: { action: 'questions:list' },
    schema: {
      operationId: 'listQuestions',
      summary: 'Questions about a challenge',
      description: 'For its city all of them, with who asked. For providers introduced about it, and the cities of a group, those that are answered, whenever they were, and their own; never with who asked.',
      tags,
      params,
      querystring: questionsQuery,
      headers: ifNoneMatch,
      response: { 200: answer('One page.', questionList), 304: z.undefined().describe('Nothing has changed.'), ...problems('not-found', 'invalid-input') }
    },
    handler: (request) => services.questions.list(request.principal, request.params.id, request.query)
  })

  app.route({
    method: 'GET',
    url: '/v1/challenges/:id/questions/export',
    config: { action: 'questions:export' },
    schema: {
      operationId: 'exportQuestions',
      summary: 'Questions about a challenge, as a file',
      description: 'The same questions as the list has, all of them: number, when it was asked, question, when it was answered, answer, and for the city who asked.',
      tags,
      params,
      querystring: logQuery,
      response: {
        200: {
          description: 'The questions.',
          content: {
            'application/json': { schema: questionLog },
            'text/csv': { schema: z.string().meta({ description: 'A header, then one question a record.', examples: ['number,askedAt,question,answeredAt,answer,correction\n1,2026-03-02T08:15:00.000Z,Must the counters work where there is no mobile network?,2026-03-03T10:00:00.000Z,Yes.,false\n'] }) }
          }
        },
        ...problems('not-found', 'invalid-input')
      }
    },
    async handler (request, reply) {
      const { format } = request.query
      reply.headers({ 'content-disposition': `attachment; filename="questions.${format}"`, 'cache-control': 'no-store' })
      if (format === 'json') return reply.send(await services.questions.log(request.principal, request.params.id))
      return reply.type('text/csv; charset=utf-8').send(csvLog(await services.questions.log(request.principal, request.params.id)))
    }
  })

  app.route({
    method: 'POST',
    url: '/v1/challenges/:id/questions',
    config: { action: 'questions:ask' },
    schema: {
      operationId: 'askQuestion',
      summary: 'Ask a question about a challenge',
      description: 'By a provider that takes part with a solution in an introduction about it, while that is accepted or active. The city is told; its answer goes to every introduced provider at the same moment, without who asked.',
      tags,
      params,
      headers: idempotencyKey,
      body: questionBody,
      response: { 201: answer('The question.', question), ...problems(...bodyProblems, 'not-yours', 'introduction-state', 'profile-closed', 'idempotency-mismatch') }
    },
    async handler (request, reply) {
      const made = await services.questions.ask(request.principal, request.params.id, request.body.text, onceOf(request))
      return reply.code(201).headers(headersOf(made)).send(made.body as Question)
    }
  })

  app.route({
    method: 'POST',
    url: '/v1/challenges/:id/questions/:questionId/answer',
    config: { action: 'questions:answer' },
    schema: {
      operationId: 'answerQuestion',
      summary: 'Answer a question',
      description: 'By the city whose challenge it is, once. Every introduced provider gets the same letter at the same moment; those introduced later find it in the list.',
      tags,
      params: questionParams,
      body: answerBody,
      response: { 200: answer('The question with its answer.', question), ...problems(...bodyProblems, 'not-yours', 'already-answered') }
    },
    handler: (request) => services.questions.answer(request.principal, request.params.id, request.params.questionId, request.body.answer)
  })

  app.route({
    method: 'POST',
    url: '/v1/challenges/:id/questions/:questionId/correction',
    config: { action: 'questions:correct' },
    schema: {
      operationId: 'correctAnswer',
      summary: 'Correct an answer',
      description: 'By the city, of a question that it has answered. The first answer stays: the correction is a new entry with the same question, and goes to every introduced provider as the answer did.',
      tags,
      params: questionParams,
      headers: idempotencyKey,
      body: answerBody,
      response: { 201: answer('The new entry.', question), ...problems(...bodyProblems, 'not-yours', 'not-answered', 'idempotency-mismatch') }
    },
    async handler (request, reply) {
      const made = await services.questions.correct(request.principal, request.params.id, request.params.questionId, request.body.answer, onceOf(request))
      return reply.code(201).headers(headersOf(made)).send(made.body as Question)
    }
  })
}
