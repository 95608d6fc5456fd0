import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { id } from '../../../schemas/primitives.ts'
import { answerBody, questionBody } from '../../../schemas/questions.ts'
import type { Text } from '../../../schemas/text.ts'
import type { Services } from '../../../services/index.ts'
import { attempt, type Filled, tried, unfilled } from '../../forms.ts'
import { QuestionsPage } from '../../pages/dialogue/questions.tsx'
import { sendPage } from '../../render.ts'
import { may, toSignIn, type Visit, type Visits } from '../../visit.ts'
import { onceOf, said, sentBy } from '../../sent.ts'
import { checked } from '../../../schemas/checked.ts'

const params = z.object({ id })
const questionParams = params.extend({ questionId: id })
const query = z.object({ after: z.int().min(0).default(0), answer: id.optional(), done: z.string().max(20).optional() })
const pageSize = 100

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

  app.post('/challenges/:id/questions', { config: { action: 'questions:ask' }, schema: { hide: true, params } }, async (request, reply) => {
    const [sent, { id: challengeId }] = [sentBy(request), request.params as { id: string }]
    const { returned } = await tried('ask', sent, () => {
      const { text } = checked(questionBody, { text: said(sent, 'text') ?? '' })
      return questions.ask(request.principal, challengeId, text, onceOf(sent, challengeId, text))
    })
    if (returned === null) return reply.redirect(`/challenges/${challengeId}/questions?done=question`, 303)
    return show(request, reply, await visits(request), { filled: returned, status: returned.problem.status })
  })

  for (const way of ['answer', 'correct'] as const) {
    app.post(`/challenges/:id/questions/:questionId/${way}`, { config: { action: `questions:${way}` }, schema: { hide: true, params: questionParams } }, async (request, reply) => {
      const [sent, { id: challengeId, questionId }] = [sentBy(request), request.params as { id: string, questionId: string }]
      const { returned } = await tried(way, sent, async () => {
        const { answer } = checked(answerBody, { answer: said(sent, 'answer') ?? '' })
        if (way === 'answer') await questions.answer(request.principal, challengeId, questionId, answer)
        else await questions.correct(request.principal, challengeId, questionId, answer, onceOf(sent, questionId, answer))
      })
      if (returned === null) return reply.redirect(`/challenges/${challengeId}/questions?done=answered`, 303)
      return show(request, reply, await visits(request), { answering: questionId, filled: returned, status: returned.problem.status })
    })
  }
}
