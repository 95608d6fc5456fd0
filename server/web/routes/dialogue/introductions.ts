import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { acceptance, closing, introductionBody, refusal, withdrawal } from '../../../schemas/introductions.ts'
import { matchQuery } from '../../../schemas/matches.ts'
import { id } from '../../../schemas/primitives.ts'
import type { Services } from '../../../services/index.ts'
import type { Pair } from '../../../services/introduction-prospects.ts'
import { Problem } from '../../../errors.ts'
import { attempt, type Filled, tried, unfilled } from '../../forms.ts'
import { Ask, CannotAsk } from '../../pages/dialogue/ask.tsx'
import { Decision, type Ending } from '../../pages/dialogue/decision.tsx'
import { IntroductionPage } from '../../pages/dialogue/introduction.tsx'
import { sendPage } from '../../render.ts'
import { toSignIn, type Visit, type Visits } from '../../visit.ts'
import { createIntroductionView } from './introduction-view.ts'
import { listed, said, type Sent, sentBy } from '../../sent.ts'
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

  app.post('/introductions', { config: { action: 'introductions:create' }, schema: { ...hidden } }, async (request, reply) => {
    const sent = sentBy(request)
    const pair = pairOf({ challenge: said(sent, 'challenge'), with: said(sent, 'with') })
    const together = listed(sent, 'together')
    const { done, returned } = await tried('ask', sent, () => introductions.ask(request.principal, checked(introductionBody, {
      ...pair, purpose: said(sent, 'purpose'), message: said(sent, 'message'), disclose: listed(sent, 'disclose'), ...(together.length === 0 ? {} : { together })
    })))
    if (returned !== null) return showAsking(request, reply, await visits(request), pair, returned, returned.problem.status)
    return reply.redirect(`/introductions/${done.body.id}?done=asked`, 303)
  })

  app.get('/introductions/:id', { config: own, schema: { ...hidden, params, querystring: z.object({ after: z.int().min(0).optional(), edit: id.optional(), done: z.string().max(20).optional() }) } }, async (request, reply) => {
    const visit = await visits(request)
    if (visit.member === null) return toSignIn(reply, visit)
    const { after, edit, done } = request.query as { after?: number, edit?: string, done?: string }
    return sendPage(reply, h(IntroductionPage, await viewOf(request, visit, (request.params as { id: string }).id, { after, editing: edit, done })))
  })

  app.post('/introductions/:id/accept', { config: { action: 'introductions:accept' }, schema: { ...hidden, params } }, async (request, reply) => {
    const [sent, { id: introductionId }] = [sentBy(request), request.params as { id: string }]
    const { returned } = await tried('accept', { disclose: [], ...sent }, () => introductions.accept(request.principal, introductionId, checked(acceptance, { disclose: listed(sent, 'disclose') })))
    if (returned === null) return reply.redirect(`/introductions/${introductionId}?done=accepted`, 303)
    return sendPage(reply, h(IntroductionPage, await viewOf(request, await visits(request), introductionId, { accepting: returned })), returned.problem.status)
  })

  const showDecision = async (request: FastifyRequest, reply: FastifyReply, visit: Visit, ending: Ending, filled: Filled, status = 200) =>
    sendPage(reply, h(Decision, { visit, introduction: await introductions.read(request.principal, (request.params as { id: string }).id), ending, filled }), status)

  const endings = {
    decline: { done: 'declined', decide: ({ principal }: FastifyRequest, introductionId: string, sent: Sent) => introductions.decline(principal, introductionId, checked(refusal, { reason: said(sent, 'reason'), words: said(sent, 'words') ?? '' })) },
    withdraw: { done: 'withdrawn', decide: ({ principal }: FastifyRequest, introductionId: string, sent: Sent) => introductions.withdraw(principal, introductionId, checked(withdrawal, { words: said(sent, 'words') })) },
    close: { done: 'closed', decide: ({ principal }: FastifyRequest, introductionId: string, sent: Sent) => introductions.close(principal, introductionId, checked(closing, { outcome: said(sent, 'outcome'), words: said(sent, 'words') })) }
  } as const

  for (const ending of ['decline', 'withdraw', 'close'] as const) {
    const { done, decide } = endings[ending]
    app.get(`/introductions/:id/${ending}`, { config: own, schema: { ...hidden, params } }, async (request, reply) => {
      const visit = await visits(request)
      return visit.member === null ? toSignIn(reply, visit) : showDecision(request, reply, visit, ending, unfilled)
    })
    app.post(`/introductions/:id/${ending}`, { config: { action: `introductions:${ending}` }, schema: { ...hidden, params } }, async (request, reply) => {
      const [sent, { id: introductionId }] = [sentBy(request), request.params as { id: string }]
      const { returned } = await tried(ending, sent, () => decide(request, introductionId, sent))
      if (returned !== null) return showDecision(request, reply, await visits(request), ending, returned, returned.problem.status)
      return reply.redirect(`/introductions/${introductionId}?done=${done}`, 303)
    })
  }
}
