import { randomUUID } from 'node:crypto'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import type { JsonObject } from '../../../db/index.ts'
import { type ProfileStatus, resources, type Resource } from '../../../db/vocabulary.ts'
import { Problem } from '../../errors.ts'
import { id as uuid } from '../../schemas/primitives.ts'
import type { Services } from '../../services/index.ts'
import { owns } from '../../services/authority.ts'
import type { Principal } from '../../services/principal.ts'
import { checkedBody, type Presented } from '../../services/profiles.ts'
import { bodyOf } from '../editing/body.ts'
import { choicesFor, ownOf } from '../editing/choices.ts'
import { differencesOf } from '../editing/differences.ts'
import { atFields } from '../editing/faults.ts'
import { descriptions } from '../editing/forms/index.ts'
import { filledWith, type Typed, typedFrom, typedOf, versionInput } from '../editing/typed.ts'
import { attempt, type Filled, valueOf } from '../forms.ts'
import { Barred } from '../pages/barred.tsx'
import { EditPage, type EditProps, keepName } from '../pages/edit.tsx'
import { sendPage } from '../render.ts'
import { onceOf, said, type Sent, sentBy } from '../sent.ts'
import { createLikeness } from '../editing/likeness.ts'
import { mayWrite, toSignIn, type Visit, type Visits } from '../visit.ts'

const params = z.object({ id: uuid })

const startQuery = z.object({
  city: uuid.optional(),
  solution: uuid.optional(),
  challenge: uuid.optional(),
  provider: z.union([uuid, z.literal('none')]).optional(),
  then: z.enum(['challenges', 'solutions']).optional(),
  saved: z.literal('yes').optional()
})
type StartQuery = z.output<typeof startQuery>

const editQuery = startQuery.pick({ saved: true })

const startingContent = ({ city, solution, challenge, provider }: StartQuery): JsonObject => ({
  ...(city === undefined ? {} : { cityId: city }),
  ...(solution === undefined ? {} : { solutionId: solution }),
  ...(challenge === undefined ? {} : { challengeId: challenge }),
  ...(provider === undefined || provider === 'none' ? {} : { providerId: provider })
})

/** What a profile hangs on, that is registered first. */
const firstOf: Readonly<Partial<Record<Resource, { resource: Resource, field: 'cityId' | 'providerId', query: 'city' | 'provider' }>>> = {
  challenges: { resource: 'cities', field: 'cityId', query: 'city' },
  solutions: { resource: 'providers', field: 'providerId', query: 'provider' }
}

/** Whether a form's script posted this: it is answered with what the script goes on with. */
const isQuiet = (request: FastifyRequest): boolean => request.headers.accept === 'application/json'

/** The forms of profiles: what is new, and what is changed. */
export const editing = (services: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const { profiles } = services
  const likeness = createLikeness(services)
  const config = { action: 'pages:read' } as const

  const show = async (request: FastifyRequest, reply: FastifyReply, visit: Visit, resource: Resource, stored: Presented | null, filled: Filled, more: Partial<EditProps> & { httpStatus?: number } = {}) => {
    const { principal } = request
    const { reader } = visit
    const { httpStatus = 200, ...over } = more
    const description = descriptions[resource]
    const matched = stored !== null && stored['status'] !== 'closed' && visit.member !== null && filled.problem === null && over.similar === undefined
    return sendPage(reply, h(EditPage, {
      visit,
      description,
      id: stored?.id ?? null,
      status: stored === null ? null : stored['status'] as ProfileStatus,
      filled,
      choices: visit.member === null ? {} : await choicesFor({ profiles, principal, reader }, resource, (field) => valueOf(filled, field)),
      saved: false,
      similar: undefined,
      improvements: matched ? await likeness.improvements(principal, resource, stored.id, reader) : [],
      differences: null,
      then: undefined,
      once: randomUUID(),
      ...over
    }), httpStatus)
  }

  /** A profile of one's own, as its form starts from it. */
  const own = async (principal: Principal, resource: Resource, id: string): Promise<Presented> => {
    const profile = await profiles.read(principal, resource, id)
    if (!owns(principal, { ownerId: String(profile['ownerId']) })) throw new Problem('not-yours')
    if (profile['status'] === 'closed') throw new Problem('gone')
    return profile
  }

  const store = async (request: FastifyRequest, resource: Resource, stored: Presented | null, typed: Typed, sent: Sent): Promise<Presented> => {
    const { principal } = request
    const wanted = said(sent, 'status')
    const written = checkedBody(resource, bodyOf(descriptions[resource], stored ?? {}, typed, wanted))
    if (stored !== null) return await profiles.replace({ principal, resource, id: stored.id, versions: [Number(typed[versionInput])] }, written)
    const made = await attempt(() => profiles.create(principal, resource, written, onceOf(sent, written)))
    // Somebody went back to a form that was sent, and changed it: that is another profile.
    if (made.problem?.code === 'idempotency-mismatch') return (await profiles.create(principal, resource, written)).body as Presented
    if (made.problem !== null) throw made.problem
    return made.done.body as Presented
  }

  /** Shows a form again that was not taken: with what was typed, and why. */
  const again = async (request: FastifyRequest, reply: FastifyReply, visit: Visit, resource: Resource, stored: Presented | null, typed: Typed, sent: Sent, problem: Problem) => {
    const { reader } = visit
    const kept = { then: startQuery.shape.then.safeParse(said(sent, 'then')).data, once: said(sent, 'once') ?? randomUUID() }
    if (problem.code === 'version-conflict' && stored !== null) {
      const theirs = typedOf(descriptions[resource], stored, reader)
      return show(request, reply, visit, resource, stored, filledWith({ ...typed, [versionInput]: String(stored.version) }, problem), { ...kept, differences: differencesOf(descriptions[resource], theirs, typed, reader), httpStatus: 412 })
    }
    return show(request, reply, visit, resource, stored, filledWith(typed, atFields(problem, descriptions[resource], reader)), { ...kept, httpStatus: problem.status })
  }

  const save = async (request: FastifyRequest, reply: FastifyReply, resource: Resource, id: string | null) => {
    const sent = sentBy(request)
    const visit = await visits(request)
    const description = descriptions[resource]
    const typed = typedFrom(description, sent)
    if (visit.member === null) throw new Problem('missing-key')
    const stored = id === null ? null : await own(request.principal, resource, id)
    if (said(sent, 'do') === 'similar') {
      const similar = resource === 'challenges' || resource === 'solutions' ? await likeness.similar(request.principal, resource, typed, id, visit.reader) : undefined
      return show(request, reply, visit, resource, stored, filledWith(typed), { similar, then: startQuery.shape.then.safeParse(said(sent, 'then')).data, once: said(sent, 'once') ?? randomUUID() })
    }
    const { done, problem } = await attempt(() => store(request, resource, stored, typed, sent))
    if (isQuiet(request)) {
      if (problem !== null) throw problem
      return reply.header('cache-control', 'no-store').send({ version: done.version, path: `/${resource}/${done.id}/edit`, keep: keepName(resource, done.id) })
    }
    if (problem !== null) return again(request, reply, visit, resource, stored, typed, sent, problem)
    const { data: then } = startQuery.shape.then.safeParse(said(sent, 'then'))
    const first = then === undefined ? undefined : firstOf[then]
    if (first?.resource === resource) return reply.redirect(`/${then}/new?${first.query}=${done.id}&saved=yes`, 303)
    return reply.redirect(`/${resource}/${done.id}/edit?saved=yes`, 303)
  }

  for (const resource of resources) {
    app.get(`/${resource}/new`, { config, schema: { hide: true, querystring: startQuery } }, async (request, reply) => {
      const query = request.query as StartQuery
      const visit = await visits(request)
      if (visit.member === null) return toSignIn(reply, visit)
      if (!mayWrite(visit, resource)) return sendPage(reply, h(Barred, { visit, resource }), 403)
      const content = startingContent(query)
      const first = firstOf[resource]
      if (first !== undefined && query[first.query] === undefined) {
        const [only, other] = await ownOf({ profiles, principal: request.principal, reader: visit.reader }, first.resource)
        if (only === undefined) return reply.redirect(`/${first.resource}/new?then=${resource}`, 303)
        if (other === undefined) content[first.field] = only.id
      }
      return show(request, reply, visit, resource, null, filledWith(typedOf(descriptions[resource], content, visit.reader)), { then: query.then, saved: query.saved === 'yes' })
    })

    app.post(`/${resource}/new`, { config: { action: `${resource}:create` }, schema: { hide: true } }, async (request, reply) => save(request, reply, resource, null))

    app.get(`/${resource}/:id/edit`, { config, schema: { hide: true, params, querystring: editQuery } }, async (request, reply) => {
      const visit = await visits(request)
      if (visit.member === null) return toSignIn(reply, visit)
      if (!mayWrite(visit, resource)) return sendPage(reply, h(Barred, { visit, resource }), 403)
      const stored = await own(request.principal, resource, (request.params as { id: string }).id)
      const typed = { ...typedOf(descriptions[resource], stored, visit.reader), [versionInput]: String(stored.version) }
      return show(request, reply, visit, resource, stored, filledWith(typed), { saved: (request.query as z.output<typeof editQuery>).saved === 'yes' })
    })

    app.post(`/${resource}/:id/edit`, { config: { action: `${resource}:change` }, schema: { hide: true, params } }, async (request, reply) => save(request, reply, resource, (request.params as { id: string }).id))
  }
}
