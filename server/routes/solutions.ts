import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { matchQuery, solutionAnswer } from '../schemas/matches.ts'
import { id } from '../schemas/primitives.ts'
import type { Matches } from '../services/matches.ts'
import type { Profiles } from '../services/profiles.ts'
import { ifNoneMatch, readerOf } from './headers.ts'
import { profileRoutes } from './profiles.ts'
import { answer, problems } from './responses.ts'

export const solutions = ({ profiles, matches }: { profiles: Profiles, matches: Matches }): FastifyPluginAsyncZod => async (app) => {
  await app.register(profileRoutes('solutions', profiles))

  app.route({
    method: 'GET',
    url: '/v1/solutions/:id/matches',
    config: { action: 'matches:read' },
    schema: {
      operationId: 'matchSolution',
      summary: 'Challenges that a solution fits',
      description: 'Each with its reasons.',
      tags: ['matches'],
      params: z.object({ id }),
      querystring: matchQuery,
      headers: ifNoneMatch,
      response: { 200: answer('The matches.', solutionAnswer), 304: z.undefined().describe('Nothing has changed.'), ...problems('not-found', 'gone', 'invalid-input') }
    },
    handler: (request) => matches.ofSolution(request.principal, request.params.id, { ...request.query, reader: readerOf(request, request.query) })
  })
}
