import { createHash } from 'node:crypto'
import type { FastifyPluginAsync } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { messageBody, messagePatch, readBody } from '../../../schemas/messages.ts'
import { id } from '../../../schemas/primitives.ts'
import type { Services } from '../../../services/index.ts'
import { IntroductionPage } from '../../pages/dialogue/introduction.tsx'
import { sendPage } from '../../render.ts'
import type { Visits } from '../../visit.ts'
import { attemptForm, formBody, type FormBody } from './form-body.ts'
import { createIntroductionView } from './introduction-view.ts'
import { said } from '../../sent.ts'
import { checked } from '../../../schemas/checked.ts'

const params = z.object({ id })
const messageParams = params.extend({ messageId: id })
const most = 10

/** The rows of links that say something, and the form as it is shown again: the rows moved together, so that a fault stands beside the row it is of. */
const readMessage = (body: FormBody) => {
  const rows = Array.from({ length: most }, (_, index) => ({ url: said(body, `links.${index}.url`), title: said(body, `links.${index}.title`) })).filter(({ url, title }) => url !== undefined || title !== undefined)
  const others = Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith('links.')))
  return {
    message: { text: said(body, 'text') ?? '', links: rows.map(({ url, title }) => ({ url: url ?? '', ...(title === undefined ? {} : { title }) })) },
    values: { ...others, ...Object.fromEntries(rows.flatMap(({ url, title }, index) => [[`links.${index}.url`, url ?? ''], [`links.${index}.title`, title ?? '']])) }
  }
}

/** What parties of an introduction write to each other. */
export const messagePages = (services: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const { messages } = services
  const viewOf = createIntroductionView(services)

  app.post('/introductions/:id/messages', { config: { action: 'messages:create' }, schema: { hide: true, params, body: formBody } }, async (request, reply) => {
    const [body, { id: introductionId }] = [request.body as FormBody, request.params as { id: string }]
    const { message, values } = readMessage(body)
    const [key, last] = [said(body, 'once'), Number(said(body, 'last') ?? 0)]
    const { filled } = await attemptForm(values, async () => {
      const checkedBody = checked(messageBody, message)
      // Whoever answers has read what the page showed; what came since stays unread.
      if (request.principal.personId !== null && Number.isSafeInteger(last) && last > 0) await messages.markRead(request.principal, introductionId, last)
      return messages.write(request.principal, introductionId, checkedBody, key === undefined || key.length > 100 ? undefined : { key: `page-${key}`, fingerprint: createHash('sha256').update(JSON.stringify([introductionId, checkedBody])).digest('hex') })
    })
    if (filled === null) return reply.redirect(`/introductions/${introductionId}?done=written#messages`, 303)
    return sendPage(reply, h(IntroductionPage, await viewOf(request, await visits(request), introductionId, { writing: filled })), filled.problem.status)
  })

  app.post('/introductions/:id/messages/:messageId', { config: { action: 'messages:change' }, schema: { hide: true, params: messageParams, body: formBody } }, async (request, reply) => {
    const { id: introductionId, messageId } = request.params as { id: string, messageId: string }
    const { message, values } = readMessage(request.body as FormBody)
    const { filled } = await attemptForm(values, () => messages.change(request.principal, introductionId, messageId, checked(messagePatch, message)))
    if (filled === null) return reply.redirect(`/introductions/${introductionId}?done=changed#messages`, 303)
    return sendPage(reply, h(IntroductionPage, await viewOf(request, await visits(request), introductionId, { editing: messageId, writing: filled })), filled.problem.status)
  })

  app.post('/introductions/:id/read', { config: { action: 'messages:mark-read' }, schema: { hide: true, params, body: formBody } }, async (request, reply) => {
    const { id: introductionId } = request.params as { id: string }
    const { ordinal } = checked(readBody, { ordinal: Number(said(request.body as FormBody, 'ordinal')) })
    await messages.markRead(request.principal, introductionId, ordinal)
    return reply.redirect(`/introductions/${introductionId}?done=read#messages`, 303)
  })
}
