import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { type Resource, resources } from '../../../db/vocabulary.ts'
import { flagBody } from '../../schemas/flags.ts'
import { id } from '../../schemas/primitives.ts'
import type { Services } from '../../services/index.ts'
import { ReportPage } from '../pages/report.tsx'
import { filledOf, type Returned, tried } from '../forms.ts'
import { said, sentBy } from '../sent.ts'
import { titleOf } from '../titles.ts'
import { sendOwn } from '../render.ts'
import { may, toSignIn, type Visits } from '../visit.ts'
import { checked } from '../../schemas/checked.ts'

const about = z.object({ resource: z.enum(resources), id })

/** Bringing a profile before the secretariat, and where letters about cases lead. */
export const flagRoutes = ({ flags, profiles }: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const page = async (request: FastifyRequest, reply: FastifyReply, { resource, id: profileId }: { resource: Resource, id: string }, returned: Returned | null) => {
    const visit = await visits(request)
    const again = `/flags/new?resource=${resource}&id=${profileId}`
    if (visit.member === null) return toSignIn(reply, { ...visit, path: again })
    const title = titleOf(resource, await profiles.read(request.principal, resource, profileId), visit.reader)
    return sendOwn(reply, h(ReportPage, { visit: { ...visit, path: again }, resource, id: profileId, title, filled: filledOf(returned, 'report') }), returned?.problem)
  }

  app.get('/flags/new', { config: { action: 'pages:read' }, schema: { hide: true, querystring: about } }, (request, reply) => page(request, reply, request.query as z.output<typeof about>, null))

  app.post('/flags', { config: { action: 'flags:raise' }, schema: { hide: true } }, async (request, reply) => {
    const sent = sentBy(request)
    const profile = checked(about, { resource: said(sent, 'resource'), id: said(sent, 'id') })
    const { returned } = await tried('report', sent, async () => flags.raise(request.principal, checked(flagBody, { ...profile, reason: said(sent, 'reason'), words: said(sent, 'words') })))
    if (returned !== null) return page(request, reply, profile, returned)
    return reply.redirect(profile.resource === 'deployments' ? '/?done=reported' : `/${profile.resource}/${profile.id}?done=reported`, 303)
  })

  app.get('/flags/:id', { config: { action: 'pages:read' }, schema: { hide: true, params: z.object({ id }) } }, async (request, reply) => {
    const visit = await visits(request)
    if (visit.member === null) return toSignIn(reply, visit)
    return reply.redirect(`${may(visit, 'admin') ? '/secretariat/flags' : '/organisation/decisions'}/${(request.params as { id: string }).id}`, 303)
  })
}
