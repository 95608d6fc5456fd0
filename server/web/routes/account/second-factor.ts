import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { secondFactorOf } from '../../../routes/second-factor.ts'
import { passwordProof, type PersonAnswer } from '../../../schemas/people.ts'
import { codeBody, secondFactorProof } from '../../../schemas/second-factor.ts'
import type { Services } from '../../../services/index.ts'
import { totpUri } from '../../../services/totp.ts'
import { type Returned, tried, unfilled } from '../../forms.ts'
import { Codes, SecondFactorPage, SetUp, WithProof } from '../../pages/account/second-factor.tsx'
import { said, sentBy } from '../../sent.ts'
import { sendOwn } from '../../render.ts'
import { toSignIn, type Visit, type Visits } from '../../visit.ts'
import { refilled, visitAt } from './answering.ts'
import { codeOrRecovery } from './sign-in.ts'
import { checked } from '../../../schemas/checked.ts'

const url = '/account/second-factor'
const secretOf = z.string().regex(/^[A-Z2-7]{32}$/)

/** One's own second factor: set up, turned on and off, its recovery codes. */
export const secondFactorPages = (services: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const { sessions, secondFactors } = services
  const open = { config: { action: 'pages:read' }, schema: { hide: true } } as const
  const write = { config: { action: 'people:second-factor' }, schema: { hide: true } } as const

  /** Who looks, signed in. */
  const look = async (request: FastifyRequest): Promise<{ visit: Visit, person: PersonAnswer | null }> => {
    const visit = await visitAt(visits, request, url)
    return { visit, person: visit.member === null ? null : (await sessions.read(request.principal, request.sessionSecret ?? '')).person }
  }

  const showState = async (request: FastifyRequest, reply: FastifyReply, returned: Returned | null): Promise<FastifyReply> => {
    const { visit, person } = await look(request)
    if (person === null) return toSignIn(reply, visit)
    return sendOwn(reply, h(SecondFactorPage, { visit, person, filled: returned === null ? unfilled : refilled(returned) }), returned?.problem)
  }

  app.get(url, open, (request, reply) => showState(request, reply, null))

  app.post(url, write, async (request, reply) => {
    const sent = sentBy(request)
    const { done, returned } = await tried('begin', sent, async () => secondFactors.begin(request.principal, checked(passwordProof, { password: said(sent, 'password') }).password))
    if (returned !== null) return showState(request, reply, returned)
    const { visit, person } = await look(request)
    return sendOwn(reply, h(SetUp, { visit, setup: done, email: person?.email ?? '', filled: unfilled }))
  })

  // Whoever goes back to it begins again: the key is shown to who has just given the password.
  app.get(`${url}/confirm`, open, async (_request, reply) => reply.redirect(url, 303))

  app.post(`${url}/confirm`, write, async (request, reply) => {
    const sent = sentBy(request)
    const { done, returned } = await tried('confirm', sent, async () => secondFactors.confirm(request.principal, checked(codeBody, { code: said(sent, 'code') }).code))
    const { visit, person } = await look(request)
    if (returned === null) return sendOwn(reply, h(Codes, { visit, codes: done.recoveryCodes, renewed: false }))
    const secret = secretOf.safeParse(said(sent, 'secret'))
    if (returned.problem.code === 'second-factor' || !secret.success) return showState(request, reply, returned)
    const email = person?.email ?? ''
    return sendOwn(reply, h(SetUp, { visit, setup: { secret: secret.data, uri: totpUri(secret.data, email) }, email, filled: refilled(returned) }), returned.problem)
  })

  for (const [what, path] of [['renew', `${url}/codes`], ['stop', `${url}/stop`]] as const) {
    app.get(path, open, async (request, reply) => {
      const { visit, person } = await look(request)
      if (person === null) return toSignIn(reply, visit)
      return person.secondFactor ? sendOwn(reply, h(WithProof, { visit: { ...visit, path }, what, filled: unfilled })) : reply.redirect(url, 303)
    })

    app.post(path, write, async (request, reply) => {
      const sent = sentBy(request)
      const { done, returned } = await tried(what, sent, async () => {
        const proof = checked(secondFactorProof, { password: said(sent, 'password'), ...codeOrRecovery(sent) })
        if (what === 'renew') return secondFactors.renew(request.principal, proof.password, secondFactorOf(proof))
        await secondFactors.stop(request.principal, proof.password, secondFactorOf(proof))
        return undefined
      })
      const { visit } = await look(request)
      if (returned !== null) return sendOwn(reply, h(WithProof, { visit: { ...visit, path }, what, filled: refilled(returned) }), returned.problem)
      return done === undefined ? reply.redirect('/account?note=factorOff', 303) : sendOwn(reply, h(Codes, { visit, codes: done.recoveryCodes, renewed: true }))
    })
  }
}
