import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import type { Problem } from '../../../errors.ts'
import { secondFactorOf } from '../../../routes/second-factor.ts'
import { passwordProof, type PersonAnswer } from '../../../schemas/people.ts'
import { codeBody, secondFactorProof } from '../../../schemas/second-factor.ts'
import type { Services } from '../../../services/index.ts'
import { totpUri } from '../../../services/totp.ts'
import { fieldsOf, formFields } from '../../fields.ts'
import { attempt, unfilled } from '../../forms.ts'
import { Codes, SecondFactorPage, SetUp, WithProof } from '../../pages/account/second-factor.tsx'
import { toSignIn, type Visit, type Visits } from '../../visit.ts'
import { type Fields, refilled, sendOwn, visitAt } from './answering.ts'
import { codeOrRecovery } from './sign-in.ts'
import { checked } from '../../../schemas/checked.ts'

const url = '/account/second-factor'
const secretOf = z.string().regex(/^[A-Z2-7]{32}$/)

/** One's own second factor: set up, turned on and off, its recovery codes. */
export const secondFactorPages = (services: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const { sessions, secondFactors } = services
  const open = { config: { action: 'pages:read' }, schema: { hide: true } } as const
  const write = { config: { action: 'people:second-factor' }, schema: { hide: true, body: formFields } } as const

  /** Who looks, signed in. */
  const look = async (request: FastifyRequest): Promise<{ visit: Visit, person: PersonAnswer | null }> => {
    const visit = await visitAt(visits, request, url)
    return { visit, person: visit.member === null ? null : (await sessions.read(request.principal, request.sessionSecret ?? '')).person }
  }

  const showState = async (request: FastifyRequest, reply: FastifyReply, again?: { fields: Fields, problem: Problem }): Promise<FastifyReply> => {
    const { visit, person } = await look(request)
    if (person === null) return toSignIn(reply, visit)
    return sendOwn(reply, h(SecondFactorPage, { visit, person, filled: again === undefined ? unfilled : refilled(again.fields, again.problem) }), again?.problem)
  }

  app.get(url, open, (request, reply) => showState(request, reply))

  app.post(url, write, async (request, reply) => {
    const fields = fieldsOf(request)
    const { done, problem } = await attempt(async () => secondFactors.begin(request.principal, checked(passwordProof, { password: fields['password'] }).password))
    if (problem !== null) return showState(request, reply, { fields, problem })
    const { visit, person } = await look(request)
    return sendOwn(reply, h(SetUp, { visit, setup: done, email: person?.email ?? '', filled: unfilled }))
  })

  // Whoever goes back to it begins again: the key is shown to who has just given the password.
  app.get(`${url}/confirm`, open, async (_request, reply) => reply.redirect(url, 303))

  app.post(`${url}/confirm`, write, async (request, reply) => {
    const fields = fieldsOf(request)
    const { done, problem } = await attempt(async () => secondFactors.confirm(request.principal, checked(codeBody, { code: fields['code'] }).code))
    const { visit, person } = await look(request)
    if (problem === null) return sendOwn(reply, h(Codes, { visit, codes: done.recoveryCodes, renewed: false }))
    const secret = secretOf.safeParse(fields['secret'])
    if (problem.code === 'second-factor' || !secret.success) return showState(request, reply, { fields, problem })
    const email = person?.email ?? ''
    return sendOwn(reply, h(SetUp, { visit, setup: { secret: secret.data, uri: totpUri(secret.data, email) }, email, filled: refilled(fields, problem) }), problem)
  })

  for (const [what, path] of [['renew', `${url}/codes`], ['stop', `${url}/stop`]] as const) {
    app.get(path, open, async (request, reply) => {
      const { visit, person } = await look(request)
      if (person === null) return toSignIn(reply, visit)
      return person.secondFactor ? sendOwn(reply, h(WithProof, { visit: { ...visit, path }, what, filled: unfilled })) : reply.redirect(url, 303)
    })

    app.post(path, write, async (request, reply) => {
      const fields = fieldsOf(request)
      const { done, problem } = await attempt(async () => {
        const proof = checked(secondFactorProof, { password: fields['password'], ...codeOrRecovery(fields) })
        if (what === 'renew') return secondFactors.renew(request.principal, proof.password, secondFactorOf(proof))
        await secondFactors.stop(request.principal, proof.password, secondFactorOf(proof))
        return undefined
      })
      const { visit } = await look(request)
      if (problem !== null) return sendOwn(reply, h(WithProof, { visit: { ...visit, path }, what, filled: refilled(fields, problem) }), problem)
      return done === undefined ? reply.redirect('/account?note=factorOff', 303) : sendOwn(reply, h(Codes, { visit, codes: done.recoveryCodes, renewed: true }))
    })
  }
}
