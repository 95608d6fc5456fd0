import type { FastifyPluginAsync } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { introductionStatuses } from '../../../../db/vocabulary.ts'
import { readBody } from '../../../schemas/notices.ts'
import { openStatuses } from '../../../services/introduction-parties.ts'
import type { Services } from '../../../services/index.ts'
import { decisionsOf } from '../../components/dialogue/introduction-line.tsx'
import { attempt } from '../../forms.ts'
import { IntroductionsPage, NoticesPage } from '../../pages/dialogue/inbox.tsx'
import { sendPage } from '../../render.ts'
import { toSignIn, type Visits } from '../../visit.ts'
import { listed, said, sentBy } from '../../sent.ts'
import { checked } from '../../../schemas/checked.ts'

const cursorQuery = z.object({ cursor: z.string().max(2000).optional(), done: z.string().max(20).optional() })
const pageSize = 20
/** Of those that are open one page shows all that anybody will have. */
const mostOpen = 200
const endedStatuses = introductionStatuses.filter((status) => !(openStatuses as readonly string[]).includes(status))

/** What happened, and introductions; saved searches are the third part. */
export const inboxPages = ({ introductions, links, notices }: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const open = { action: 'pages:read' } as const

  /** Notices keep whole addresses, as letters have them, and what was written before there were pages leads to the API's: here both are paths of pages. */
  const pathOf = (link: string): string => {
    const base = links.to('')
    const path = base !== '' && link.startsWith(base) ? link.slice(base.length) : link.replace(/^https?:\/\/[^/]+/, '')
    return path.replace(/^\/v1\//, '/') || '/'
  }

  app.get('/inbox', { config: open, schema: { hide: true, querystring: cursorQuery } }, async (request, reply) => {
    const visit = await visits(request)
    if (visit.member === null) return toSignIn(reply, visit)
    const { cursor, done } = request.query as z.output<typeof cursorQuery>
    const page = await notices.list(request.principal, { limit: pageSize, cursor }, visit.reader.language)
    return sendPage(reply, h(NoticesPage, { visit, page, pathOf, older: page.next === null ? null : `/inbox?cursor=${encodeURIComponent(page.next)}`, done }))
  })

  app.post('/inbox/read', { config: { action: 'notices:mark' }, schema: { hide: true } }, async (request, reply) => {
    const sent = sentBy(request)
    const [ids, upTo] = [listed(sent, 'ids'), said(sent, 'upTo')]
    await notices.markRead(request.principal, checked(readBody, { ...(ids.length === 0 ? {} : { ids }), ...(upTo === undefined ? {} : { upTo }) }))
    return reply.redirect('/inbox?done=read', 303)
  })

  app.get('/inbox/introductions', { config: open, schema: { hide: true, querystring: cursorQuery } }, async (request, reply) => {
    const visit = await visits(request)
    if (visit.member === null) return toSignIn(reply, visit)
    const { cursor } = request.query as z.output<typeof cursorQuery>
    const { done: found } = await attempt(async () => ({
      opened: await introductions.list(request.principal, { status: [...openStatuses], limit: mostOpen }),
      ended: await introductions.list(request.principal, { status: endedStatuses, limit: pageSize, cursor })
    }))
    const isWaiting = (introduction: Parameters<typeof decisionsOf>[0]): boolean => decisionsOf(introduction).accept
    const lists = found === null ? null : { waiting: found.opened.items.filter(isWaiting), open: found.opened.items.filter((introduction) => !isWaiting(introduction)), ended: found.ended.items }
    const next = found?.ended.next ?? null
    return sendPage(reply, h(IntroductionsPage, { visit, lists, older: next === null ? null : `/inbox/introductions?cursor=${encodeURIComponent(next)}#ended` }))
  })
}
