import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { createCookies, unkept } from '../../../routes/cookies.ts'
import { passwordBody, passwordProof, personPatch } from '../../../schemas/people.ts'
import { id } from '../../../schemas/primitives.ts'
import { chooseBody } from '../../../schemas/sessions.ts'
import type { Services } from '../../../services/index.ts'
import { type Returned, tried, unfilled } from '../../forms.ts'
import { keepLanguage } from '../../language-cookie.ts'
import { Account, accountNotes } from '../../pages/account/account.tsx'
import { Erase, Erased } from '../../pages/account/erase.tsx'
import { ChangePassword } from '../../pages/account/password.tsx'
import { said, sentBy } from '../../sent.ts'
import { sendOwn } from '../../render.ts'
import { ownPath, toSignIn, type Visits } from '../../visit.ts'
import { refilled, visitAt } from './answering.ts'
import { checked } from '../../../schemas/checked.ts'

const noteQuery = z.object({ note: z.enum(accountNotes).optional().catch(undefined) })
const form = { hide: true }

/** One's own account: who one is, for whom one acts, where one is signed in, and what is done with one's data. */
export const mine = (services: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const { people, sessions, personalData, config } = services
  const cookies = createCookies(services)
  const open = { action: 'pages:read' } as const

  const showAccount = async (request: FastifyRequest, reply: FastifyReply, returned: Returned | null): Promise<FastifyReply> => {
    const visit = returned === null ? await visits(request) : await visitAt(visits, request, '/account')
    if (visit.member === null) return toSignIn(reply, visit)
    const { person } = await sessions.read(request.principal, request.sessionSecret ?? '')
    if (person === null) return toSignIn(reply, visit)
    const { items } = await sessions.list(request.principal)
    const filled = returned === null ? { ...unfilled, values: { name: person.name, language: person.language } } : refilled(returned)
    const note = returned === null ? (request.query as z.output<typeof noteQuery>).note : undefined
    return sendOwn(reply, h(Account, { visit, person, sessions: items, filled, note }), returned?.problem)
  }

  app.get('/account', { config: open, schema: { hide: true, querystring: noteQuery } }, (request, reply) => showAccount(request, reply, null))

  app.post('/account', { config: { action: 'people:change' }, schema: form }, async (request, reply) => {
    const sent = sentBy(request)
    const { done, returned } = await tried('account', sent, async () => people.change(request.principal, checked(personPatch, { name: said(sent, 'name') ?? '', language: said(sent, 'language') })))
    if (returned !== null) return showAccount(request, reply, returned)
    return keepLanguage(reply, done.language, config).redirect('/account?note=saved', 303)
  })

  app.post('/account/act-for', { config: { action: 'sessions:choose' }, schema: form }, async (request, reply) => {
    const sent = sentBy(request)
    const back = said(sent, 'back')
    await sessions.choose(request.principal, request.sessionSecret ?? '', checked(chooseBody, { organisationId: said(sent, 'organisationId') ?? null }).organisationId)
    return reply.redirect(back === undefined ? '/account?note=acting' : ownPath(back), 303)
  })

  app.post('/account/sessions/end', { config: { action: 'sessions:end' }, schema: form }, async (request, reply) => {
    const ended = checked(z.object({ id }), { id: said(sentBy(request), 'id') }).id
    await sessions.end(request.principal, ended)
    if (ended === request.principal.sessionId) return cookies.clearSession(reply).redirect('/', 303)
    return reply.redirect('/account?note=ended', 303)
  })

  app.post('/account/sessions/end-others', { config: { action: 'sessions:end' }, schema: form }, async (request, reply) => {
    await sessions.endOthers(request.principal)
    return reply.redirect('/account?note=endedOthers', 303)
  })

  app.get('/account/password', { config: open, schema: { hide: true } }, async (request, reply) => {
    const visit = await visits(request)
    return visit.member === null ? toSignIn(reply, visit) : sendOwn(reply, h(ChangePassword, { visit, filled: unfilled }))
  })

  app.post('/account/password', { config: { action: 'people:change-password' }, schema: form }, async (request, reply) => {
    const sent = sentBy(request)
    const { done, returned } = await tried('password', sent, async () => {
      const { password, newPassword } = checked(passwordBody, { password: said(sent, 'password'), newPassword: said(sent, 'newPassword') })
      return people.changePassword(request.principal, password, newPassword)
    })
    if (returned !== null) {
      const visit = await visitAt(visits, request, '/account/password')
      return sendOwn(reply, h(ChangePassword, { visit, filled: refilled(returned) }), returned.problem)
    }
    cookies.setDevice(reply, done)
    return reply.redirect('/account?note=passwordChanged', 303)
  })

  app.get('/account/data', { config: open, schema: { hide: true } }, async (request, reply) => {
    const visit = await visits(request)
    if (visit.member === null) return toSignIn(reply, visit)
    const data = await personalData.export(request.principal)
    return reply.headers({ ...unkept, 'content-disposition': 'attachment; filename="wicc-matchmaking.json"' }).type('application/json; charset=utf-8')
      .serializer((text: string) => text).send(JSON.stringify(data, null, 2))
  })

  const showErase = async (request: FastifyRequest, reply: FastifyReply, returned: Returned | null): Promise<FastifyReply> => {
    const visit = await visitAt(visits, request, '/account/erase')
    if (visit.member === null) return toSignIn(reply, visit)
    const inTheWay = await personalData.inTheWay(request.principal)
    return sendOwn(reply, h(Erase, { visit, inTheWay, filled: returned === null ? unfilled : refilled(returned) }), returned?.problem)
  }

  app.get('/account/erase', { config: open, schema: { hide: true } }, (request, reply) => showErase(request, reply, null))

  app.post('/account/erase', { config: { action: 'people:erase' }, schema: form }, async (request, reply) => {
    const sent = sentBy(request)
    const { returned } = await tried('erase', sent, async () => personalData.erase(request.principal, checked(passwordProof, { password: said(sent, 'password') }).password))
    if (returned !== null) return showErase(request, reply, returned)
    cookies.clearSession(reply)
    return cookies.clearDevice(reply).redirect('/account/erased', 303)
  })

  app.get('/account/erased', { config: open, schema: { hide: true } }, async (request, reply) => sendOwn(reply, h(Erased, { visit: await visits(request) })))
}
