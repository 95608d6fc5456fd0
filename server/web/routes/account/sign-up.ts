import type { FastifyPluginAsync } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { createCookies } from '../../../routes/cookies.ts'
import { addressBody, resetBody, signUpBody, tokenBody } from '../../../schemas/people.ts'
import type { Services } from '../../../services/index.ts'
import { attempt, tried, unfilled } from '../../forms.ts'
import { AskForLetter, Confirm, NewPassword, Sent, SignUp } from '../../pages/account/sign-up.tsx'
import { said, sentBy } from '../../sent.ts'
import { sendOwn } from '../../render.ts'
import type { Visits } from '../../visit.ts'
import { linkQuery, refilled, visitAt, wayBack } from './answering.ts'
import { checked } from '../../../schemas/checked.ts'

const backQuery = z.object({ back: z.string().max(2000).optional() })
const form = { hide: true }

/** Signing up, confirming the address, and new passwords for lost ones: all by letters. */
export const signingUp = (services: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const { people } = services
  const cookies = createCookies(services)
  const open = { action: 'pages:read' } as const

  app.get('/sign-up', { config: open, schema: { hide: true, querystring: backQuery } }, async (request, reply) => {
    const visit = await visits(request)
    if (visit.member !== null) return reply.redirect('/account', 303)
    const back = wayBack((request.query as z.output<typeof backQuery>).back)
    return sendOwn(reply, h(SignUp, { visit, filled: { ...unfilled, values: { language: visit.reader.language } }, back }))
  })

  app.post('/sign-up', { config: { action: 'people:sign-up' }, schema: form }, async (request, reply) => {
    cookies.requireOurPages(request)
    const sent = sentBy(request)
    const [language, back] = [said(sent, 'language'), wayBack(said(sent, 'back'))]
    const visit = await visitAt(visits, request, `/sign-up?back=${encodeURIComponent(back)}`)
    const { returned } = await tried('sign-up', sent, async () => people.signUp(checked(signUpBody, { name: said(sent, 'name'), email: said(sent, 'email'), password: said(sent, 'password'), language }), checked(signUpBody.shape.language, language) ?? visit.reader.language, cookies.visitor(request)))
    if (returned !== null) return sendOwn(reply, h(SignUp, { visit, filled: refilled(returned), back }), returned.problem)
    return reply.redirect(`/sign-up/sent${back.startsWith('/invitations') ? '?invited=yes' : ''}`, 303)
  })

  app.get('/sign-up/sent', { config: open, schema: { hide: true } }, async (request, reply) =>
    sendOwn(reply, h(Sent, { visit: await visits(request), what: 'confirm', invited: (request.query as { invited?: string }).invited !== undefined })))

  app.get('/confirm', { config: open, schema: { hide: true, querystring: linkQuery } }, async (request, reply) => {
    const { token = '' } = request.query as z.output<typeof linkQuery>
    return sendOwn(reply, h(Confirm, { visit: await visits(request), token, over: !tokenBody.safeParse({ token }).success }))
  })

  app.post('/confirm', { config: { action: 'people:confirm' }, schema: form }, async (request, reply) => {
    cookies.requireOurPages(request)
    const token = said(sentBy(request), 'token') ?? ''
    const { done, problem } = await attempt(async () => people.confirm(checked(tokenBody, { token }).token, cookies.visitor(request)))
    if (problem !== null) return sendOwn(reply, h(Confirm, { visit: await visits(request), token, over: true }), problem)
    cookies.setDevice(reply, done)
    return reply.redirect('/sign-in?note=confirmed', 303)
  })

  app.get('/confirm/resend', { config: open, schema: { hide: true } }, async (request, reply) =>
    sendOwn(reply, h(AskForLetter, { visit: await visits(request), filled: unfilled, what: 'resend' })))

  app.post('/confirm/resend', { config: { action: 'people:confirm' }, schema: form }, async (request, reply) => {
    cookies.requireOurPages(request)
    const sent = sentBy(request)
    const visit = await visitAt(visits, request, '/confirm/resend')
    const { returned } = await tried('resend', sent, async () => people.resend(checked(addressBody, { email: said(sent, 'email') }).email, cookies.visitor(request)))
    if (returned !== null) return sendOwn(reply, h(AskForLetter, { visit, filled: refilled(returned), what: 'resend' }), returned.problem)
    return reply.redirect('/sign-up/sent', 303)
  })

  app.get('/reset', { config: open, schema: { hide: true, querystring: linkQuery } }, async (request, reply) => {
    const { token } = request.query as z.output<typeof linkQuery>
    const visit = await visits(request)
    if (token === undefined) return sendOwn(reply, h(AskForLetter, { visit, filled: unfilled, what: 'reset' }))
    return sendOwn(reply, h(NewPassword, { visit, token, over: !tokenBody.safeParse({ token }).success }))
  })

  app.get('/reset/sent', { config: open, schema: { hide: true } }, async (request, reply) => sendOwn(reply, h(Sent, { visit: await visits(request), what: 'reset' })))

  app.post('/reset', { config: { action: 'people:reset' }, schema: form }, async (request, reply) => {
    cookies.requireOurPages(request)
    const sent = sentBy(request)
    const token = said(sent, 'token')
    if (token === undefined) {
      const visit = await visitAt(visits, request, '/reset')
      const { returned } = await tried('reset', sent, async () => people.askReset(checked(addressBody, { email: said(sent, 'email') }).email, cookies.visitor(request)))
      if (returned !== null) return sendOwn(reply, h(AskForLetter, { visit, filled: refilled(returned), what: 'reset' }), returned.problem)
      return reply.redirect('/reset/sent', 303)
    }
    const visit = await visitAt(visits, request, `/reset?token=${encodeURIComponent(token)}`)
    const { done, returned } = await tried('password', sent, async () => {
      const body = checked(resetBody, { token, password: said(sent, 'password') })
      return people.reset(body.token, body.password, cookies.visitor(request))
    })
    if (returned !== null) return sendOwn(reply, h(NewPassword, { visit, token, filled: refilled(returned), over: returned.problem.code === 'link-over' || returned.problem.errors.some(({ pointer }) => pointer === '/token') }), returned.problem)
    cookies.setDevice(reply, done)
    cookies.clearSession(reply)
    return reply.redirect('/sign-in?note=reset', 303)
  })
}
