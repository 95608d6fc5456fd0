import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { challengeAnswer, matchQuery } from '../schemas/matches.ts'
import { id } from '../schemas/primitives.ts'
import type { Matches } from '../services/matches.ts'
import type { Profiles } from '../services/profiles.ts'
import { ifNoneMatch, readerOf } from './headers.ts'
import { profileRoutes } from './profiles.ts'
import { answer, problems } from './responses.ts'

export const challenges = ({ profiles, matches }: { profiles: Profiles, matches: Matches }): FastifyPluginAsyncZod => async (app) => {
  await app.register(profileRoutes('challenges', profiles))

  app.route({
    method: 'GET',
    url: '/v1/challenges/:id/matches',
    config: { action: 'matches:read' },
    schema: {
      operationId: 'matchChallenge',
      summary: 'Cities with a similar problem, and solutions that fit',
      description: 'Each with its reasons and its evidence. A solution says which of the peers it fits too.',
      tags: ['matches'],
      params: z.object({ id }),
      querystring: matchQuery,
      headers: ifNoneMatch,
      response: { 200: answer('The matches.', challengeAnswer), 304: z.undefined().describe('Nothing has changed.'), ...problems('not-found', 'gone', 'invalid-input') }
    },
    handler: (request) => matches.ofChallenge(request.principal, request.params.id, { ...request.query, reader: readerOf(request, request.query) })
  })
}
