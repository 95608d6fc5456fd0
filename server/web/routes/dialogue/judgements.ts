import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import { Problem } from '../../../errors.ts'
import { id } from '../../../schemas/primitives.ts'
import type { Services } from '../../../services/index.ts'
import { ownPath } from '../../visit.ts'
import { said, sentBy } from '../../sent.ts'

const params = z.object({ id, matchId: id })

/** Thumbs on matches, by buttons on the pages that show them. */
export const judgementPages = ({ judgements }: Pick<Services, 'judgements'>): FastifyPluginAsync => async (app) => {
  for (const resource of ['challenges', 'solutions'] as const) {
    app.post(`/${resource}/:id/matches/:matchId/judgement`, { config: { action: 'judgements:save' }, schema: { hide: true, params } }, async (request, reply) => {
      const { id: queryId, matchId } = request.params as { id: string, matchId: string }
      const sent = sentBy(request)
      const useful = said(sent, 'useful')
      if (useful === 'nothing') {
        // Pressed twice is taken back; a third press finds nothing and is content.
        await judgements.remove(request.principal, resource, queryId, matchId).catch((error: unknown) => { if (!(error instanceof Problem && error.code === 'not-found')) throw error })
      } else await judgements.save(request.principal, resource, queryId, matchId, useful === 'yes')
      return reply.redirect(ownPath(said(sent, 'back') ?? `/${resource}/${queryId}`), 303)
    })
  }
}
