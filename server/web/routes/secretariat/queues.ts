import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import type { JsonObject } from '../../../../db/index.ts'
import { mailStatuses, verificationStatuses } from '../../../../db/vocabulary.ts'
import { Problem } from '../../../errors.ts'
import { appealDecision, type FlagAnswer, flagDecision } from '../../../schemas/flags.ts'
import { id } from '../../../schemas/primitives.ts'
import { verificationDecision } from '../../../schemas/verifications.ts'
import type { Services } from '../../../services/index.ts'
import { FlagCase, FlagQueue, type View, views } from '../../pages/secretariat/flags.tsx'
import { Mails } from '../../pages/secretariat/mails.tsx'
import { VerificationCase, VerificationQueue } from '../../pages/secretariat/verifications.tsx'
import { type Returned, tried } from '../../forms.ts'
import { said, sentBy } from '../../sent.ts'
import { titleOf } from '../../titles.ts'
import type { Visits } from '../../visit.ts'
import { doneAt } from '../organisation/acting.ts'
import { createShowOffice } from './showing.ts'
import { checked } from '../../../schemas/checked.ts'

const ofOne = { hide: true, params: z.object({ id }) }
const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id
const reading = { action: 'pages:read' } as const
const cursor = id.optional().catch(undefined)

/** Organisations that ask to be verified. */
export const verificationRoutes = ({ verifications, members }: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const show = createShowOffice(visits)
  const at = '/secretariat/verifications'
  const query = z.object({ status: z.enum(verificationStatuses).catch('asked'), cursor })

  app.get(at, { config: reading, schema: { hide: true } }, (request, reply) => show(request, reply, at, null, async (visit) => {
    const { status, cursor } = query.parse(request.query)
    const { items, next } = await verifications.list(request.principal, { status, cursor, limit: 20 })
    return h(VerificationQueue, { visit, returned: null, items, next, status })
  }))

  const one = (request: FastifyRequest, reply: FastifyReply, returned: Returned | null) => show(request, reply, `${at}/${idOf(request)}`, returned, async (visit) => {
    const verification = await verifications.read(request.principal, idOf(request))
    const people = (await members.list(request.principal, verification.organisationId)).items
    return h(VerificationCase, { visit, returned, verification, asker: people.find(({ personId }) => personId === verification.askedBy) })
  })

  app.get(`${at}/:id`, { config: reading, schema: ofOne }, (request, reply) => one(request, reply, null))
  // Letters lead here.
  app.get('/verifications/:id', { config: reading, schema: ofOne }, async (request, reply) => reply.redirect(`${at}/${idOf(request)}`, 303))

  app.post(`${at}/:id/decide`, { config: { action: 'verifications:decide' }, schema: ofOne }, async (request, reply) => {
    const sent = sentBy(request)
    const { returned } = await tried('decide', sent, async () =>
      verifications.decide(request.principal, idOf(request), checked(verificationDecision, { decision: said(sent, 'decision'), reason: said(sent, 'reason') ?? '' })))
    return returned === null ? doneAt(reply, at, 'decided') : one(request, reply, returned)
  })
}

/** Cases about profiles, and appeals. */
export const caseRoutes = ({ flags, profiles }: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const show = createShowOffice(visits)
  const at = '/secretariat/flags'
  const query = z.object({ show: z.enum(views).catch('open'), cursor })
  const wanted = { open: { status: ['open'] }, appealed: { appealed: true }, decided: { status: ['hidden', 'returned', 'cleared'] } } satisfies Record<View, object>

  const profileOf = async ({ principal }: FastifyRequest, { resource, profileId }: FlagAnswer): Promise<JsonObject | undefined> => {
    try {
      return await profiles.read(principal, resource, profileId)
    } catch (error) {
      if (error instanceof Problem) return undefined
      throw error
    }
  }

  app.get(at, { config: reading, schema: { hide: true } }, (request, reply) => show(request, reply, at, null, async (visit) => {
    const { show: view, cursor } = query.parse(request.query)
    const { items, next } = await flags.list(request.principal, { ...wanted[view], cursor, limit: 20 } as Parameters<typeof flags.list>[1])
    const cases = await Promise.all(items.map(async (flag) => ({ flag, title: titleOf(flag.resource, await profileOf(request, flag), visit.reader) })))
    return h(FlagQueue, { visit, returned: null, cases, next, view })
  }))

  const one = (request: FastifyRequest, reply: FastifyReply, returned: Returned | null) => show(request, reply, `${at}/${idOf(request)}`, returned, async (visit) => {
    const flag = await flags.read(request.principal, idOf(request))
    const profile = await profileOf(request, flag)
    return h(FlagCase, { visit, returned, flag, profile, title: titleOf(flag.resource, profile, visit.reader) })
  })

  app.get(`${at}/:id`, { config: reading, schema: ofOne }, (request, reply) => one(request, reply, null))

  app.post(`${at}/:id/decide`, { config: { action: 'flags:decide' }, schema: ofOne }, async (request, reply) => {
    const sent = sentBy(request)
    const { returned } = await tried('decide', sent, async () =>
      flags.decide(request.principal, idOf(request), checked(flagDecision, { decision: said(sent, 'decision'), reason: said(sent, 'reason') ?? '' })))
    return returned === null ? doneAt(reply, at, 'decided') : one(request, reply, returned)
  })

  app.post(`${at}/:id/appeal`, { config: { action: 'flags:decide-appeal' }, schema: ofOne }, async (request, reply) => {
    const sent = sentBy(request)
    const { returned } = await tried('appeal', sent, async () =>
      flags.decideAppeal(request.principal, idOf(request), checked(appealDecision, { outcome: said(sent, 'outcome'), reason: said(sent, 'reason') ?? '' })))
    return returned === null ? doneAt(reply, at, 'decided') : one(request, reply, returned)
  })
}

/** Mails that were given up. */
export const mailRoutes = ({ mails }: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const show = createShowOffice(visits)
  const at = '/secretariat/mails'
  const query = z.object({ status: z.enum(mailStatuses).catch('dead'), cursor: z.string().max(2000).optional().catch(undefined) })

  const list = (request: FastifyRequest, reply: FastifyReply, returned: Returned | null) => show(request, reply, at, returned, async (visit) => {
    const { status, cursor } = query.parse(request.query)
    const { items, next } = await mails.list(request.principal, { status, cursor, limit: 25 })
    return h(Mails, { visit, returned, items, next, status })
  })

  app.get(at, { config: reading, schema: { hide: true } }, (request, reply) => list(request, reply, null))
  for (const [verb, action, done] of [['resend', 'mails:resend', 'resent'], ['drop', 'mails:drop', 'dropped']] as const) {
    app.post(`${at}/:id/${verb}`, { config: { action }, schema: ofOne }, async (request, reply) => {
      const { returned } = await tried(verb, {}, async () => { await mails[verb](request.principal, idOf(request)) })
      return returned === null ? doneAt(reply, at, done) : list(request, reply, returned)
    })
  }
}
