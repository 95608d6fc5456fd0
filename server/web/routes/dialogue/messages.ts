import type { FastifyPluginAsync } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { messageBody, messagePatch, readBody } from '../../../schemas/messages.ts'
import { id } from '../../../schemas/primitives.ts'
import type { Services } from '../../../services/index.ts'
import { tried } from '../../forms.ts'
import { IntroductionPage } from '../../pages/dialogue/introduction.tsx'
import { sendPage } from '../../render.ts'
import type { Visits } from '../../visit.ts'
import { createIntroductionView } from './introduction-view.ts'
import { onceOf, said, type Sent, sentBy } from '../../sent.ts'
import { checked } from '../../../schemas/checked.ts'

const params = z.object({ id })
const messageParams = params.extend({ messageId: id })
const most = 10

/** The rows of links that say something, and the form as it is shown again: the rows moved together, so that a fault stands beside the row it is of. */
const readMessage = (sent: Sent) => {
  const rows = Array.from({ length: most }, (_, index) => ({ url: said(sent, `links.${index}.url`), title: said(sent, `links.${index}.title`) })).filter(({ url, title }) => url !== undefined || title !== undefined)
  const others = Object.fromEntries(Object.entries(sent).filter(([name]) => !name.startsWith('links.')))
  return {
    message: { text: said(sent, 'text') ?? '', links: rows.map(({ url, title }) => ({ url: url ?? '', ...(title === undefined ? {} : { title }) })) },
    values: { ...others, ...Object.fromEntries(rows.flatMap(({ url, title }, index) => [[`links.${index}.url`, url ?? ''], [`links.${index}.title`, title ?? '']])) }
  }
}

/** What parties of an introduction write to each other. */
export const messagePages = (services: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const { messages } = services
  const viewOf = createIntroductionView(services)

  app.post('/introductions/:id/messages', { config: { action: 'messages:create' }, schema: { hide: true, params } }, async (request, reply) => {
    const [sent, { id: introductionId }] = [sentBy(request), request.params as { id: string }]
    const { message, values } = readMessage(sent)
    const last = Number(said(sent, 'last') ?? 0)
    const { returned } = await tried('write', values, async () => {
      const checkedBody = checked(messageBody, message)
      // Whoever answers has read what the page showed; what came since stays unread.
      if (request.principal.personId !== null && Number.isSafeInteger(last) && last > 0) await messages.markRead(request.principal, introductionId, last)
      return messages.write(request.principal, introductionId, checkedBody, onceOf(sent, introductionId, checkedBody))
    })
    if (returned === null) return reply.redirect(`/introductions/${introductionId}?done=written#messages`, 303)
    return sendPage(reply, h(IntroductionPage, await viewOf(request, await visits(request), introductionId, { writing: returned })), returned.problem.status)
  })

  app.post('/introductions/:id/messages/:messageId', { config: { action: 'messages:change' }, schema: { hide: true, params: messageParams } }, async (request, reply) => {
    const { id: introductionId, messageId } = request.params as { id: string, messageId: string }
    const { message, values } = readMessage(sentBy(request))
    const { returned } = await tried('change', values, () => messages.change(request.principal, introductionId, messageId, checked(messagePatch, message)))
    if (returned === null) return reply.redirect(`/introductions/${introductionId}?done=changed#messages`, 303)
    return sendPage(reply, h(IntroductionPage, await viewOf(request, await visits(request), introductionId, { editing: messageId, writing: returned })), returned.problem.status)
  })

  app.post('/introductions/:id/read', { config: { action: 'messages:mark-read' }, schema: { hide: true, params } }, async (request, reply) => {
    const { id: introductionId } = request.params as { id: string }
    const { ordinal } = checked(readBody, { ordinal: Number(said(sentBy(request), 'ordinal')) })
    await messages.markRead(request.principal, introductionId, ordinal)
    return reply.redirect(`/introductions/${introductionId}?done=read#messages`, 303)
  })
}
