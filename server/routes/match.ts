import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { challengeAnswer, matchBody, solutionAnswer } from '../schemas/matches.ts'
import type { Matches } from '../services/matches.ts'
import { readerOf } from './headers.ts'
import { answer, problems } from './responses.ts'

export const match = ({ matches }: { matches: Matches }): FastifyPluginAsyncZod => async (app) => {
  app.route({
    method: 'POST',
    url: '/v1/match',
    config: { action: 'matches:read' },
    schema: {
      operationId: 'matchText',
      summary: 'Match a text that is not registered',
      description: 'Answers as the matches of a registered challenge or solution do. The text is not kept.',
      tags: ['matches'],
      body: matchBody,
      response: { 200: answer('The matches: of a challenge peers and solutions, of a solution challenges.', z.union([challengeAnswer, solutionAnswer])), ...problems('bad-json', 'too-large', 'unsupported-type', 'invalid-input') }
    },
    handler: (request) => {
      const { kind, text, language, filters, ...options } = request.body
      return matches.ofText(request.principal, kind, text, language, { ...filters, ...options, reader: readerOf(request, options) })
    }
  })
}
