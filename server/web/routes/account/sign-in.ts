import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { createCookies } from '../../../routes/cookies.ts'
import { secondFactorOf } from '../../../routes/second-factor.ts'
import { secondFactorBody } from '../../../schemas/second-factor.ts'
import { signInBody } from '../../../schemas/sessions.ts'
import type { Services } from '../../../services/index.ts'
import { csrfToken } from '../../../services/principal.ts'
import type { SignedIn } from '../../../services/sessions.ts'
import { fieldsOf, formFields } from '../../fields.ts'
import { attempt, unfilled } from '../../forms.ts'
import { keepLanguage } from '../../language-cookie.ts'
import { SecondStep, SignIn, signInNotes } from '../../pages/account/sign-in.tsx'
import { languageCookie } from '../../reader.ts'
import type { Visits } from '../../visit.ts'
import { type Fields, refilled, sendOwn, visitAt, wayBack } from './answering.ts'
import { checked } from '../../../schemas/checked.ts'

const signInQuery = z.object({ back: z.string().max(2000).optional(), note: z.enum(signInNotes).optional().catch(undefined) })
type SignInQuery = z.output<typeof signInQuery>

/** A code is six digits; whatever else is typed is a recovery code. */
export const codeOrRecovery = ({ code = '' }: Fields): { code: string } | { recoveryCode: string } =>
  /^[\d\s]*$/.test(code) ? { code } : { recoveryCode: code }

/** Signing in, with a second step where the account has one, and out. */
export const signingIn = (services: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const { sessions, config } = services
  const cookies = createCookies(services)

  const goOn = (request: FastifyRequest, reply: FastifyReply, { secret, lifetime, device, answer }: SignedIn, back: string): FastifyReply => {
    cookies.setSession(reply, secret, lifetime)
    if (device !== undefined) cookies.setDevice(reply, device)
    if (answer.state !== 'open') return reply.redirect(`/sign-in/code?back=${encodeURIComponent(back)}`, 303)
    if (answer.person !== null && request.cookies[languageCookie] === undefined) keepLanguage(reply, answer.person.language, config)
    return reply.redirect(back, 303)
  }

  app.get('/sign-in', { config: { action: 'pages:read' }, schema: { hide: true, querystring: signInQuery } }, async (request, reply) => {
    const { back: given, note } = request.query as SignInQuery
    const [visit, back] = [await visits(request), wayBack(given)]
    if (visit.member !== null) return reply.redirect(back, 303)
    return sendOwn(reply, h(SignIn, { visit, filled: unfilled, back, note }))
  })

  app.post('/sign-in', { config: { action: 'sessions:open' }, schema: { hide: true, body: formFields } }, async (request, reply) => {
    cookies.requireOurPages(request)
    const fields = fieldsOf(request)
    const { email, password } = fields
    const back = wayBack(fields['back'])
    const { done, problem } = await attempt(async () => sessions.signIn(checked(signInBody, { email, password }), cookies.visitor(request)))
    if (problem === null) return goOn(request, reply, done, back)
    const visit = await visitAt(visits, request, `/sign-in?back=${encodeURIComponent(back)}`)
    return sendOwn(reply, h(SignIn, { visit, filled: refilled(fields, problem), back }), problem)
  })

  app.get('/sign-in/code', { config: { action: 'pages:read' }, schema: { hide: true, querystring: signInQuery } }, async (request, reply) => {
    const [visit, back] = [await visits(request), wayBack((request.query as SignInQuery).back)]
    if (visit.member !== null) return reply.redirect(back, 303)
    if (request.sessionSecret === undefined) return reply.redirect(`/sign-in?back=${encodeURIComponent(back)}`, 303)
    return sendOwn(reply, h(SecondStep, { visit, filled: unfilled, back, token: csrfToken(request.sessionSecret) }))
  })

  app.post('/sign-in/code', { config: { action: 'sessions:open' }, schema: { hide: true, body: formFields } }, async (request, reply) => {
    const fields = fieldsOf(request)
    const back = wayBack(fields['back'])
    cookies.requireMeantForm(request, fields)
    const { done, problem } = await attempt(async () => sessions.finish(secondFactorOf(checked(secondFactorBody, codeOrRecovery(fields))), cookies.visitor(request)))
    if (problem === null) return goOn(request, reply, done, back)
    if (problem.code === 'missing-key') return cookies.clearSession(reply).redirect(`/sign-in?note=over&back=${encodeURIComponent(back)}`, 303)
    const visit = await visitAt(visits, request, `/sign-in/code?back=${encodeURIComponent(back)}`)
    return sendOwn(reply, h(SecondStep, { visit, filled: refilled(fields, problem), back, token: csrfToken(request.sessionSecret ?? '') }), problem)
  })

  app.post('/sign-out', { config: { action: 'sessions:end' }, schema: { hide: true, body: formFields } }, async (request, reply) => {
    await sessions.end(request.principal)
    return cookies.clearSession(reply).redirect('/', 303)
  })
}
