import { createHash } from 'node:crypto'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { id } from '../../../schemas/primitives.ts'
import { answerBody, questionBody } from '../../../schemas/questions.ts'
import type { Text } from '../../../schemas/text.ts'
import type { Once } from '../../../services/idempotency.ts'
import type { Services } from '../../../services/index.ts'
import { attempt, type Filled, unfilled } from '../../forms.ts'
import { QuestionsPage } from '../../pages/dialogue/questions.tsx'
import { sendPage } from '../../render.ts'
import { may, toSignIn, type Visit, type Visits } from '../../visit.ts'
import { attemptForm, formBody, type FormBody } from './form-body.ts'
import { said } from '../../sent.ts'
import { checked } from '../../../schemas/checked.ts'

const params = z.object({ id })
const questionParams = params.extend({ questionId: id })
const query = z.object({ after: z.int().min(0).default(0), answer: id.optional(), done: z.string().max(20).optional() })
const pageSize = 100

/** The same form sent twice says one thing once. */
const onceOf = (body: FormBody, ...about: readonly unknown[]): Once | undefined => {
  const key = said(body, 'once')
  return key === undefined || key.length > 100 ? undefined : { key: `page-${key}`, fingerprint: createHash('sha256').update(JSON.stringify(about)).digest('hex') }
}

/** Questions of introduced providers, and what the city answers to all of them. */
export const questionPages = ({ questions, profiles }: Pick<Services, 'questions' | 'profiles'>, visits: Visits): FastifyPluginAsync => async (app) => {
  interface View { after?: number, answering?: string | null, filled?: Filled, done?: string | undefined, status?: number }

  const show = async (request: FastifyRequest, reply: FastifyReply, visit: Visit, { after = 0, answering = null, filled = unfilled, done, status = 200 }: View) => {
    const { principal } = request
    const { id: challengeId } = request.params as { id: string }
    const list = await questions.list(principal, challengeId, { after, limit: pageSize })
    const { done: challenge } = await attempt(() => profiles.read(principal, 'challenges', challengeId))
    const city = challenge !== null && challenge['ownerId'] === principal.organisationId
    return sendPage(reply, h(QuestionsPage, {
      visit,
      challengeId,
      title: challenge === null ? null : challenge['title'] as unknown as Text,
      items: list.items,
      more: list.next === null ? null : `/challenges/${challengeId}/questions?after=${list.next}`,
      standing: !may(visit, 'introductions') ? 'reads' : city ? 'city' : visit.member?.organisation?.kind === 'city' ? 'reads' : 'asks',
      answering,
      filled,
      once: typeof filled.values['once'] === 'string' ? filled.values['once'] : uuid(),
      done
    }), status)
  }

  app.get('/challenges/:id/questions', { config: { action: 'pages:read' }, schema: { hide: true, params, querystring: query } }, async (request, reply) => {
    const visit = await visits(request)
    if (visit.member === null) return toSignIn(reply, visit)
    const { after, answer, done } = request.query as z.output<typeof query>
    return show(request, reply, visit, { after, answering: answer ?? null, done })
  })

  app.post('/challenges/:id/questions', { config: { action: 'questions:ask' }, schema: { hide: true, params, body: formBody } }, async (request, reply) => {
    const [body, { id: challengeId }] = [request.body as FormBody, request.params as { id: string }]
    const { filled } = await attemptForm(body, () => {
      const { text } = checked(questionBody, { text: said(body, 'text') ?? '' })
      return questions.ask(request.principal, challengeId, text, onceOf(body, challengeId, text))
    })
    if (filled === null) return reply.redirect(`/challenges/${challengeId}/questions?done=question`, 303)
    return show(request, reply, await visits(request), { filled, status: filled.problem.status })
  })

  for (const way of ['answer', 'correct'] as const) {
    app.post(`/challenges/:id/questions/:questionId/${way}`, { config: { action: `questions:${way}` }, schema: { hide: true, params: questionParams, body: formBody } }, async (request, reply) => {
      const [body, { id: challengeId, questionId }] = [request.body as FormBody, request.params as { id: string, questionId: string }]
      const { filled } = await attemptForm(body, async () => {
        const { answer } = checked(answerBody, { answer: said(body, 'answer') ?? '' })
        if (way === 'answer') await questions.answer(request.principal, challengeId, questionId, answer)
        else await questions.correct(request.principal, challengeId, questionId, answer, onceOf(body, questionId, answer))
      })
      if (filled === null) return reply.redirect(`/challenges/${challengeId}/questions?done=answered`, 303)
      return show(request, reply, await visits(request), { answering: questionId, filled, status: filled.problem.status })
    })
  }
}
