import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { resources, type Resource } from '../../../db/vocabulary.ts'
import type { Problem } from '../../errors.ts'
import { id as uuid } from '../../schemas/primitives.ts'
import type { Services } from '../../services/index.ts'
import type { Principal } from '../../services/principal.ts'
import type { Presented } from '../../services/profiles.ts'
import { SimilarList } from '../components/similar.tsx'
import { nameOf, visible } from '../editing/choices.ts'
import { descriptions } from '../editing/forms/index.ts'
import { createLikeness } from '../editing/likeness.ts'
import { missingIn, versionInput } from '../editing/typed.ts'
import { attempt } from '../forms.ts'
import { Barred } from '../pages/barred.tsx'
import { ClosePage } from '../pages/close.tsx'
import { ConfirmPage } from '../pages/confirm.tsx'
import { Mine, type OwnItem } from '../pages/mine.tsx'
import type { Reader } from '../reader.ts'
import { sendPage, sendPart } from '../render.ts'
import { said, sentBy } from '../sent.ts'
import { mayWrite, toSignIn, type Visit, type Visits } from '../visit.ts'

const params = z.object({ id: uuid })
const similarQuery = z.object({
  text: z.string().max(20000).optional(),
  title: z.string().max(20000).optional(),
  summary: z.string().max(20000).optional(),
  problem: z.string().max(20000).optional(),
  id: uuid.optional()
})

/** At most so many of each kind are shown. */
const shown = 200

/** What an organisation has registered, and what is done with it beside writing: closing, confirming, and what a text is like. */
export const ownProfiles = (services: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const { profiles, catalogue } = services
  const likeness = createLikeness(services)
  const open = { action: 'pages:read' } as const

  const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id
  const versionsOf = (request: FastifyRequest): number[] => [Number(said(sentBy(request), versionInput))]

  /** Evidence is called after its solution and its city. */
  const evidenceNames = async (principal: Principal, deployments: readonly Presented[], reader: Reader): Promise<Map<string, string>> => {
    const ids = (field: string): string[] => deployments.map((deployment) => String(deployment[field]))
    const [solutions, cities] = [await catalogue.many(principal, 'solutions', ids('solutionId')), await catalogue.many(principal, 'cities', ids('cityId'))]
    const called = async (resource: 'solutions' | 'cities', known: typeof solutions, id: string): Promise<string> => {
      const profile = known.get(id) ?? await visible({ profiles, principal }, resource, id)
      return profile === undefined ? '–' : nameOf(resource, profile, reader)
    }
    return new Map(await Promise.all(deployments.map(async (deployment) => [
      deployment.id,
      reader.fill(reader.words.editing.mine.inCity, { solution: await called('solutions', solutions, String(deployment['solutionId'])), city: await called('cities', cities, String(deployment['cityId'])) })
    ] as const)))
  }

  const nameIn = async (principal: Principal, resource: Resource, profile: Presented, reader: Reader): Promise<string> =>
    resource === 'deployments' ? (await evidenceNames(principal, [profile], reader)).get(profile.id) ?? '' : nameOf(resource, profile, reader)

  app.get('/mine', { config: open, schema: { hide: true, querystring: z.object({ done: z.enum(['closed', 'confirmed']).optional() }) } }, async (request, reply) => {
    const visit = await visits(request)
    if (visit.member === null) return toSignIn(reply, visit)
    const written = resources.filter((resource) => mayWrite(visit, resource))
    if (written.length === 0) return sendPage(reply, h(Barred, { visit, resource: 'challenges' }), 403)
    const { principal } = request
    const { reader } = visit
    const groups = []
    for (const resource of written) {
      const { items, next } = await profiles.list(principal, resource, { owner: 'me', status: ['draft', 'published', 'hidden', 'closed'], sort: '-updated', limit: shown })
      const names = resource === 'deployments' ? await evidenceNames(principal, items, reader) : undefined
      groups.push({
        resource,
        more: next !== null,
        items: items.map((item): OwnItem => ({ id: item.id, name: names?.get(item.id) ?? nameOf(resource, item, reader), status: item['status'] as OwnItem['status'], updatedAt: String(item['updatedAt']), missing: missingIn(descriptions[resource], item) }))
      })
    }
    const unconfirmed: Presented[] = []
    for (const city of groups.find(({ resource }) => resource === 'cities')?.items ?? []) {
      if (city.status !== 'published') continue
      const { items } = await profiles.list(principal, 'deployments', { cityId: city.id, sort: '-updated', limit: shown })
      unconfirmed.push(...items.filter((deployment) => deployment['confirmed'] !== true))
    }
    const names = await evidenceNames(principal, unconfirmed, reader)
    const { done } = request.query as { done?: 'closed' | 'confirmed' }
    return sendPage(reply, h(Mine, { visit, groups, toConfirm: unconfirmed.map(({ id }) => ({ id, name: names.get(id) ?? '' })), done }))
  })

  for (const resource of ['challenges', 'solutions'] as const) {
    app.get(`/${resource}/similar`, { config: open, schema: { hide: true, querystring: similarQuery } }, async (request, reply) => {
      const { reader } = await visits(request)
      const { id = null, ...typed } = request.query as z.output<typeof similarQuery>
      return sendPart(reply, h(SimilarList, { similar: await likeness.similar(request.principal, resource, typed, id, reader), reader }))
    })
  }

  for (const resource of resources) {
    const page = async (request: FastifyRequest, visit: Visit, problem: Problem | null) => {
      const profile = await profiles.read(request.principal, resource, idOf(request))
      return h(ClosePage, { visit, resource, id: profile.id, version: profile.version, name: await nameIn(request.principal, resource, profile, visit.reader), draft: profile['status'] === 'draft', problem })
    }

    app.get(`/${resource}/:id/close`, { config: open, schema: { hide: true, params } }, async (request, reply) => {
      const visit = await visits(request)
      if (visit.member === null) return toSignIn(reply, visit)
      return mayWrite(visit, resource) ? sendPage(reply, await page(request, visit, null)) : sendPage(reply, h(Barred, { visit, resource }), 403)
    })

    app.post(`/${resource}/:id/close`, { config: { action: `${resource}:close` }, schema: { hide: true, params } }, async (request, reply) => {
      const { problem } = await attempt(() => profiles.close({ principal: request.principal, resource, id: idOf(request), versions: versionsOf(request) }))
      return problem === null ? reply.redirect('/mine?done=closed', 303) : sendPage(reply, await page(request, await visits(request), problem), problem.status)
    })
  }

  const confirmPage = async (request: FastifyRequest, visit: Visit, problem: Problem | null) => {
    const deployment = await profiles.read(request.principal, 'deployments', idOf(request))
    return h(ConfirmPage, { visit, deployment, name: await nameIn(request.principal, 'deployments', deployment, visit.reader), problem })
  }

  app.get('/deployments/:id/confirm', { config: open, schema: { hide: true, params } }, async (request, reply) => {
    const visit = await visits(request)
    if (visit.member === null) return toSignIn(reply, visit)
    return mayWrite(visit, 'cities') ? sendPage(reply, await confirmPage(request, visit, null)) : sendPage(reply, h(Barred, { visit, resource: 'cities' }), 403)
  })

  app.post('/deployments/:id/confirm', { config: { action: 'deployments:change' }, schema: { hide: true, params } }, async (request, reply) => {
    const { problem } = await attempt(() => profiles.patch({ principal: request.principal, resource: 'deployments', id: idOf(request), versions: versionsOf(request) }, { confirmed: true }))
    return problem === null ? reply.redirect('/mine?done=confirmed', 303) : sendPage(reply, await confirmPage(request, await visits(request), problem), problem.status)
  })
}
