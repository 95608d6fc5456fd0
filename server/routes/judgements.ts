import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { judgement, judgementBody, judgementList } from '../schemas/judgements.ts'
import { id } from '../schemas/primitives.ts'
import { singular } from '../schemas/resource.ts'
import type { Judged, Judgements } from '../services/judgements.ts'
import { ifNoneMatch } from './headers.ts'
import { answer, problems } from './responses.ts'

const params = z.object({ id })
const matchParams = params.extend({ matchId: id })

export const judgements = (services: { judgements: Judgements }): FastifyPluginAsyncZod => async (app) => {
  const tags = ['judgements']
  const refused = ['not-found', 'gone', 'not-yours'] as const

  const routes = (resource: Judged, name: string) => {
    const one = singular[resource]
    const url = `/v1/${resource}/:id/matches/:matchId/judgement`

    app.route({
      method: 'GET',
      url: `/v1/${resource}/:id/judgements`,
      config: { action: 'judgements:list' },
      schema: {
        operationId: `list${name}Judgements`,
        summary: `What you said of the matches of a ${one}`,
        description: `Your own thumbs, on the matches of a ${one} of the organisation that you act for.`,
        tags,
        params,
        headers: ifNoneMatch,
        response: { 200: answer('All of them.', judgementList), 304: z.undefined().describe('Nothing has changed.'), ...problems(...refused) }
      },
      handler: (request) => services.judgements.list(request.principal, resource, request.params.id)
    })

    app.route({
      method: 'PUT',
      url,
      config: { action: 'judgements:save' },
      schema: {
        operationId: `save${name}Judgement`,
        summary: `Say whether a match of a ${one} is of use`,
        description: `By a person who acts for the organisation whose ${one} it is; said again, it is replaced. The match is kept with it as it is shown now, without filters: rank, band, score, parts and versions, so that matching can be measured by it. Others never see who said what.`,
        tags,
        params: matchParams,
        body: judgementBody,
        response: { 200: answer('What you said, and the match as it was kept.', judgement), ...problems(...refused, 'suspended', 'bad-json', 'too-large', 'unsupported-type', 'invalid-input') }
      },
      handler: (request) => services.judgements.save(request.principal, resource, request.params.id, request.params.matchId, request.body.useful)
    })

    app.route({
      method: 'DELETE',
      url,
      config: { action: 'judgements:remove' },
      schema: {
        operationId: `remove${name}Judgement`,
        summary: `Take back what you said of a match of a ${one}`,
        description: 'Your own thumb is forgotten.',
        tags,
        params: matchParams,
        response: { 204: z.undefined().describe('It is taken back.'), ...problems(...refused, 'suspended') }
      },
      async handler (request, reply) {
        await services.judgements.remove(request.principal, resource, request.params.id, request.params.matchId)
        return reply.code(204).send()
      }
    })
  }
  routes('challenges', 'Challenge')
  routes('solutions', 'Solution')
}
