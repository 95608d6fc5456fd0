import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { csrfField } from '../../../plugins/principal.ts'
import { createCookies } from '../../../routes/cookies.ts'
import { secondFactorOf } from '../../../routes/second-factor.ts'
import { secondFactorBody } from '../../../schemas/second-factor.ts'
import { signInBody } from '../../../schemas/sessions.ts'
import type { Services } from '../../../services/index.ts'
import { maskedCsrfToken } from '../../../services/principal.ts'
import type { SignedIn } from '../../../services/sessions.ts'
import { attempt, tried, unfilled } from '../../forms.ts'
import { type Forms, type Kept, keptIn } from '../../kept.ts'
import { keepLanguage } from '../../language-cookie.ts'
import { KeptPage } from '../../pages/account/kept.tsx'
import { SecondStep, SignIn, signInNotes } from '../../pages/account/sign-in.tsx'
import { languageCookie, readerOf } from '../../reader.ts'
import { said, type Sent, sentBy } from '../../sent.ts'
import { sendOwn } from '../../render.ts'
import { memberOf, type Visits } from '../../visit.ts'
import { refilled, visitAt, wayBack } from './answering.ts'
import { checked } from '../../../schemas/checked.ts'

const signInQuery = z.object({ back: z.string().max(2000).optional(), note: z.enum(signInNotes).optional().catch(undefined) })
type SignInQuery = z.output<typeof signInQuery>

/** A code is six digits; whatever else is typed is a recovery code. */
export const codeOrRecovery = (sent: Sent): { code: string } | { recoveryCode: string } => {
  const code = said(sent, 'code') ?? ''
  return /^[\d\s]*$/.test(code) ? { code } : { recoveryCode: code }
}

/** Signing in, with a second step where the account has one, and out. */
export const signingIn = (services: Services, visits: Visits, forms: Forms): FastifyPluginAsync => async (app) => {
  const { sessions, config } = services
  const cookies = createCookies(services)

  /** To where signing in was on the way to; with a kept form, on with it in this answer, since no other has it. */
  const goOn = (request: FastifyRequest, reply: FastifyReply, { secret, lifetime, device, answer }: SignedIn, back: string, kept: Kept | null): FastifyReply => {
    const reader = readerOf(request)
    cookies.setSession(reply, secret, lifetime)
    if (device !== undefined) cookies.setDevice(reply, device)
    if (answer.state !== 'open' && kept !== null) return sendOwn(reply, h(SecondStep, { visit: { reader, path: back, member: null }, filled: unfilled, back, token: maskedCsrfToken(secret), kept }))
    if (answer.state !== 'open') return reply.redirect(`/sign-in/code?back=${encodeURIComponent(back)}`, 303)
    if (answer.person !== null && request.cookies[languageCookie] === undefined) keepLanguage(reply, answer.person.language, config)
    return kept === null ? reply.redirect(back, 303) : sendOwn(reply, h(KeptPage, { visit: { reader, path: back, member: memberOf(answer, secret, 0) }, kept }))
  }

  app.get('/sign-in', { config: { action: 'pages:read' }, schema: { hide: true, querystring: signInQuery } }, async (request, reply) => {
    const { back: given, note } = request.query as SignInQuery
    const [visit, back] = [await visits(request), wayBack(given)]
    if (visit.member !== null) return reply.redirect(back, 303)
    return sendOwn(reply, h(SignIn, { visit, filled: unfilled, back, note }))
  })

  app.post('/sign-in', { config: { action: 'sessions:open' }, schema: { hide: true } }, async (request, reply) => {
    cookies.requireOurPages(request)
    const sent = sentBy(request)
    const [back, kept] = [wayBack(said(sent, 'back')), keptIn(sent, forms)]
    const { done, returned } = await tried('sign-in', sent, async () => sessions.signIn(checked(signInBody, { email: said(sent, 'email'), password: said(sent, 'password') }), cookies.visitor(request)))
    if (returned === null) return goOn(request, reply, done, back, kept)
    const visit = await visitAt(visits, request, `/sign-in?back=${encodeURIComponent(back)}`)
    return sendOwn(reply, h(SignIn, { visit, filled: refilled(returned), back, kept }), returned.problem)
  })

  app.get('/sign-in/code', { config: { action: 'pages:read' }, schema: { hide: true, querystring: signInQuery } }, async (request, reply) => {
    const [visit, back] = [await visits(request), wayBack((request.query as SignInQuery).back)]
    if (visit.member !== null) return reply.redirect(back, 303)
    if (request.sessionSecret === undefined) return reply.redirect(`/sign-in?back=${encodeURIComponent(back)}`, 303)
    return sendOwn(reply, h(SecondStep, { visit, filled: unfilled, back, token: maskedCsrfToken(request.sessionSecret) }))
  })

  app.post('/sign-in/code', { config: { action: 'sessions:open' }, schema: { hide: true } }, async (request, reply) => {
    const sent = sentBy(request)
    const [back, kept] = [wayBack(said(sent, 'back')), keptIn(sent, forms)]
    cookies.requireMeantForm(request, said(sent, csrfField))
    const { done, problem } = await attempt(async () => sessions.finish(secondFactorOf(checked(secondFactorBody, codeOrRecovery(sent))), cookies.visitor(request)))
    if (problem === null) return goOn(request, reply, done, back, kept)
    if (problem.code === 'missing-key' && kept !== null) return sendOwn(cookies.clearSession(reply), h(SignIn, { visit: await visitAt(visits, request, back), filled: unfilled, back, kept }), problem)
    if (problem.code === 'missing-key') return cookies.clearSession(reply).redirect(`/sign-in?note=over&back=${encodeURIComponent(back)}`, 303)
    const visit = await visitAt(visits, request, `/sign-in/code?back=${encodeURIComponent(back)}`)
    return sendOwn(reply, h(SecondStep, { visit, filled: refilled({ form: 'code', values: sent, problem }), back, token: maskedCsrfToken(request.sessionSecret ?? ''), kept }), problem)
  })

  app.post('/sign-out', { config: { action: 'sessions:end' }, schema: { hide: true } }, async (request, reply) => {
    await sessions.end(request.principal)
    return cookies.clearSession(reply).redirect('/', 303)
  })
}
