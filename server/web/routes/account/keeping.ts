import type { FastifyPluginAsync } from 'fastify'
import { h } from 'preact'
import { Problem } from '../../../errors.ts'
import { checked } from '../../../schemas/checked.ts'
import { chooseBody } from '../../../schemas/sessions.ts'
import type { Services } from '../../../services/index.ts'
import { type Forms, keptIn } from '../../kept.ts'
import { KeptPage } from '../../pages/account/kept.tsx'
import { said, sentBy } from '../../sent.ts'
import { sendOwn } from '../../render.ts'
import { memberOf, type Visits } from '../../visit.ts'

/** Whom a kept form is sent for, where its writer belongs to several organisations. */
export const keeping = ({ sessions }: Services, visits: Visits, forms: Forms): FastifyPluginAsync => async (app) => {
  app.post('/kept', { config: { action: 'sessions:choose' }, schema: { hide: true } }, async (request, reply) => {
    const sent = sentBy(request)
    const kept = keptIn(sent, forms)
    if (kept === null) throw new Problem('bad-request')
    const { organisationId } = checked(chooseBody, { organisationId: said(sent, 'organisationId') })
    const secret = request.sessionSecret ?? ''
    const chosen = await sessions.choose(request.principal, secret, organisationId)
    const visit = await visits(request)
    return sendOwn(reply, h(KeptPage, { visit: { ...visit, member: memberOf(chosen, secret, visit.member?.unread ?? 0) }, kept }))
  })
}
