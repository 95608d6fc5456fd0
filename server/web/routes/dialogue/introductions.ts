import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { acceptance, closing, introductionBody, refusal, withdrawal } from '../../../schemas/introductions.ts'
import { matchQuery } from '../../../schemas/matches.ts'
import { id } from '../../../schemas/primitives.ts'
import type { Services } from '../../../services/index.ts'
import type { Pair } from '../../../services/introduction-prospects.ts'
import { Problem } from '../../../errors.ts'
import { attempt, type Filled, unfilled } from '../../forms.ts'
import { Ask, CannotAsk } from '../../pages/dialogue/ask.tsx'
import { Decision, type Ending } from '../../pages/dialogue/decision.tsx'
import { IntroductionPage } from '../../pages/dialogue/introduction.tsx'
import { sendPage } from '../../render.ts'
import { toSignIn, type Visit, type Visits } from '../../visit.ts'
import { attemptForm, formBody, type FormBody } from './form-body.ts'
import { createIntroductionView } from './introduction-view.ts'
import { listed, said } from '../../sent.ts'
import { checked } from '../../../schemas/checked.ts'

const params = z.object({ id })
const pairForm = z.object({ challenge: id, with: z.string().regex(/^(challenges|solutions):/).transform((name) => name.split(':')).pipe(z.tuple([z.enum(['challenges', 'solutions']), id])) })

/** @throws {Problem} `not-found` for what names no two profiles */
const pairOf = (given: unknown): Pair => {
  const parsed = pairForm.safeParse(given)
  if (!parsed.success) throw new Problem('not-found')
  const { challenge, with: [resource, matchId] } = parsed.data
  return { challengeId: challenge, with: { resource, id: matchId } }
}

const hidden = { hide: true }
const own = { action: 'pages:read' } as const

/** Asking for introductions, looking at them, deciding about them. */
export const introductionPages = (services: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const { introductions, matches, prospects } = services
  const viewOf = createIntroductionView(services)

  /** Cities whose challenge the solution fits too, where a city asks a provider. */
  const togetherOf = async ({ principal }: FastifyRequest, { reader }: Visit, { challengeId, with: { resource, id: solutionId } }: Pair, asksWith: string) => {
    if (resource !== 'solutions' || asksWith !== challengeId) return []
    const { peers, solutions } = await matches.ofChallenge(principal, challengeId, { ...matchQuery.parse({}), limit: 10, reader: reader.language })
    const fits = solutions.find(({ solution }) => solution.id === solutionId)?.fitsPeers ?? []
    return peers.map(({ challenge }) => challenge).filter((challenge) => fits.includes(challenge.id))
  }

  const showAsking = async (request: FastifyRequest, reply: FastifyReply, visit: Visit, pair: Pair, filled: Filled, status = 200) => {
    const { done: prospect, problem } = await attempt(() => prospects.ofAsking(request.principal, pair))
    if (problem !== null) return sendPage(reply, h(CannotAsk, { visit, problem, back: `/challenges/${pair.challengeId}` }), problem.status)
    const together = prospect.inTheWay === null || filled.problem !== null ? await togetherOf(request, visit, pair, prospect.asker.id) : []
    return sendPage(reply, h(Ask, { visit, challenge: pair.challengeId, matched: `${pair.with.resource}:${pair.with.id}`, prospect, together, filled }), status)
  }

  app.get('/introductions/new', { config: own, schema: hidden }, async (request, reply) => {
    const visit = await visits(request)
    return visit.member === null ? toSignIn(reply, visit) : showAsking(request, reply, visit, pairOf(request.query), unfilled)
  })

  app.post('/introductions', { config: { action: 'introductions:create' }, schema: { ...hidden, body: formBody } }, async (request, reply) => {
    const body = request.body as FormBody
    const pair = pairOf({ challenge: said(body, 'challenge'), with: said(body, 'with') })
    const together = listed(body, 'together')
    const { done, filled } = await attemptForm(body, () => introductions.ask(request.principal, checked(introductionBody, {
      ...pair, purpose: said(body, 'purpose'), message: said(body, 'message'), disclose: listed(body, 'disclose'), ...(together.length === 0 ? {} : { together })
    })))
    if (filled !== null) return showAsking(request, reply, await visits(request), pair, filled, filled.problem.status)
    return reply.redirect(`/introductions/${done.body.id}?done=asked`, 303)
  })

  app.get('/introductions/:id', { config: own, schema: { ...hidden, params, querystring: z.object({ after: z.int().min(0).optional(), edit: id.optional(), done: z.string().max(20).optional() }) } }, async (request, reply) => {
    const visit = await visits(request)
    if (visit.member === null) return toSignIn(reply, visit)
    const { after, edit, done } = request.query as { after?: number, edit?: string, done?: string }
    return sendPage(reply, h(IntroductionPage, await viewOf(request, visit, (request.params as { id: string }).id, { after, editing: edit, done })))
  })

  app.post('/introductions/:id/accept', { config: { action: 'introductions:accept' }, schema: { ...hidden, params, body: formBody } }, async (request, reply) => {
    const [body, { id: introductionId }] = [request.body as FormBody, request.params as { id: string }]
    const { filled } = await attemptForm({ disclose: [], ...body }, () => introductions.accept(request.principal, introductionId, checked(acceptance, { disclose: listed(body, 'disclose') })))
    if (filled === null) return reply.redirect(`/introductions/${introductionId}?done=accepted`, 303)
    return sendPage(reply, h(IntroductionPage, await viewOf(request, await visits(request), introductionId, { accepting: filled })), filled.problem.status)
  })

  const showDecision = async (request: FastifyRequest, reply: FastifyReply, visit: Visit, ending: Ending, filled: Filled, status = 200) =>
    sendPage(reply, h(Decision, { visit, introduction: await introductions.read(request.principal, (request.params as { id: string }).id), ending, filled }), status)

  const endings = {
    decline: { done: 'declined', decide: ({ principal }: FastifyRequest, introductionId: string, body: FormBody) => introductions.decline(principal, introductionId, checked(refusal, { reason: said(body, 'reason'), words: said(body, 'words') ?? '' })) },
    withdraw: { done: 'withdrawn', decide: ({ principal }: FastifyRequest, introductionId: string, body: FormBody) => introductions.withdraw(principal, introductionId, checked(withdrawal, { words: said(body, 'words') })) },
    close: { done: 'closed', decide: ({ principal }: FastifyRequest, introductionId: string, body: FormBody) => introductions.close(principal, introductionId, checked(closing, { outcome: said(body, 'outcome'), words: said(body, 'words') })) }
  } as const

  for (const ending of ['decline', 'withdraw', 'close'] as const) {
    const { done, decide } = endings[ending]
    app.get(`/introductions/:id/${ending}`, { config: own, schema: { ...hidden, params } }, async (request, reply) => {
      const visit = await visits(request)
      return visit.member === null ? toSignIn(reply, visit) : showDecision(request, reply, visit, ending, unfilled)
    })
    app.post(`/introductions/:id/${ending}`, { config: { action: `introductions:${ending}` }, schema: { ...hidden, params, body: formBody } }, async (request, reply) => {
      const [body, { id: introductionId }] = [request.body as FormBody, request.params as { id: string }]
      const { filled } = await attemptForm(body, () => decide(request, introductionId, body))
      if (filled !== null) return showDecision(request, reply, await visits(request), ending, filled, filled.problem.status)
      return reply.redirect(`/introductions/${introductionId}?done=${done}`, 303)
    })
  }
}
