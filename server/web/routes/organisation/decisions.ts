import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { Problem } from '../../../errors.ts'
import { appealBody, type FlagAnswer } from '../../../schemas/flags.ts'
import { id } from '../../../schemas/primitives.ts'
import type { Services } from '../../../services/index.ts'
import { OrganisationDecision, OrganisationDecisions } from '../../pages/organisation/decisions.tsx'
import type { Reader } from '../../reader.ts'
import { type Returned, tried } from '../../forms.ts'
import { said, sentBy } from '../../sent.ts'
import { titleOf } from '../../titles.ts'
import type { Visits } from '../../visit.ts'
import { createShow, doneAt } from './acting.ts'
import { checked } from '../../../schemas/checked.ts'

/** What the secretariat decided about the organisation's profiles, and appeals. */
export const decisionRoutes = ({ flags, profiles }: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const show = createShow(visits)
  const at = '/organisation/decisions'
  const query = z.object({ cursor: id.optional().catch(undefined) })
  const ofCase = { hide: true, params: z.object({ id }) }
  const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id

  /** The name of the profile; one that was erased has none. */
  const titleIn = async ({ principal }: FastifyRequest, { resource, profileId }: FlagAnswer, reader: Reader): Promise<string> => {
    try {
      return titleOf(resource, await profiles.read(principal, resource, profileId), reader)
    } catch (error) {
      if (error instanceof Problem) return titleOf(resource, undefined, reader)
      throw error
    }
  }

  const one = (request: FastifyRequest, reply: FastifyReply, returned: Returned | null) => show(request, reply, `${at}/${idOf(request)}`, returned, async (visit, acting) => {
    const flag = await flags.read(request.principal, idOf(request))
    return h(OrganisationDecision, { visit, acting, returned, flag, title: await titleIn(request, flag, visit.reader) })
  })

  app.get(at, { config: { action: 'pages:read' }, schema: { hide: true } }, (request, reply) => show(request, reply, at, null, async (visit, acting) => {
    const { items, next } = await flags.list(request.principal, { limit: 20, status: ['hidden', 'returned', 'cleared'], ...query.parse(request.query) })
    const cases = await Promise.all(items.filter(({ ownerId }) => ownerId === acting.id).map(async (flag) => ({ flag, title: await titleIn(request, flag, visit.reader) })))
    return h(OrganisationDecisions, { visit, acting, returned: null, cases, next })
  }))

  app.get(`${at}/:id`, { config: { action: 'pages:read' }, schema: ofCase }, (request, reply) => one(request, reply, null))

  app.post(`${at}/:id/appeal`, { config: { action: 'flags:appeal' }, schema: ofCase }, async (request, reply) => {
    const sent = sentBy(request)
    const { returned } = await tried('appeal', sent, async () => flags.appeal(request.principal, idOf(request), checked(appealBody, { words: said(sent, 'words') ?? '' }).words))
    return returned === null ? doneAt(reply, `${at}/${idOf(request)}`, 'appealed') : one(request, reply, returned)
  })
}
