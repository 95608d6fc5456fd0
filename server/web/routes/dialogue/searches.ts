import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { id } from '../../../schemas/primitives.ts'
import { type SearchAnswer, searchBody, searchPatch } from '../../../schemas/searches.ts'
import type { Text } from '../../../schemas/text.ts'
import type { Services } from '../../../services/index.ts'
import { attempt, type Filled, tried, unfilled } from '../../forms.ts'
import { NewSearch, SearchesPage, SearchPage } from '../../pages/dialogue/searches.tsx'
import { readable } from '../../components/text.tsx'
import { sendPage } from '../../render.ts'
import { toSignIn, type Visit, type Visits } from '../../visit.ts'
import { filtersOf, typedFilters } from '../../search-filters.ts'
import { askedBy, said, type Sent, sentBy } from '../../sent.ts'
import { checked } from '../../../schemas/checked.ts'

const params = z.object({ id })
const doneQuery = z.object({ done: z.string().max(20).optional() })

const watchOf = (sent: Sent): { resource: 'challenges' | 'solutions', id: string } | undefined => {
  const [, resource, watchedId] = /^(challenges|solutions):(.+)$/.exec(said(sent, 'watch') ?? '') ?? []
  return resource === undefined || watchedId === undefined || !id.safeParse(watchedId).success ? undefined : { resource: resource === 'solutions' ? 'solutions' : 'challenges', id: watchedId }
}

/** Saved searches: a person's own. */
export const searchPages = ({ searches, catalogue, profiles }: Pick<Services, 'searches' | 'catalogue' | 'profiles'>, visits: Visits): FastifyPluginAsync => async (app) => {
  const open = { action: 'pages:read' } as const

  const watchedBy = async ({ principal }: FastifyRequest, items: ReadonlyArray<Pick<SearchAnswer, 'watch'>>): Promise<Map<string, Text>> => {
    const of = (resource: 'challenges' | 'solutions') => items.flatMap(({ watch }) => watch?.resource === resource ? [watch.id] : [])
    const found = [...await catalogue.many(principal, 'challenges', of('challenges')), ...await catalogue.many(principal, 'solutions', of('solutions'))]
    return new Map(found.map(([watchedId, profile]) => [watchedId, profile['title'] as unknown as Text]))
  }

  const showNew = async (request: FastifyRequest, reply: FastifyReply, visit: Visit, sent: Sent, filled: Filled, status = 200) => {
    const watch = watchOf(sent)
    // One's own draft can be watched too; what is not to be seen is not found.
    const title = watch === undefined ? null : (await profiles.read(request.principal, watch.resource, watch.id))['title'] as unknown as Text
    const watched = watch === undefined || title === null ? null : { value: `${watch.resource}:${watch.id}`, title, resource: watch.resource }
    const name = title === null ? said(sent, 'text') ?? '' : readable(title, visit.reader).text
    const values = { name: name.slice(0, 80), target: 'solutions', band: 'good', frequency: 'daily', ...filled.values }
    return sendPage(reply, h(NewSearch, { visit, watched, filled: { ...filled, values } }), status)
  }

  app.get('/searches', { config: open, schema: { hide: true, querystring: doneQuery } }, async (request, reply) => {
    const visit = await visits(request)
    if (visit.member === null) return toSignIn(reply, visit)
    const { items } = await searches.list(request.principal)
    return sendPage(reply, h(SearchesPage, { visit, items, watched: await watchedBy(request, items), done: (request.query as z.output<typeof doneQuery>).done }))
  })

  app.get('/searches/new', { config: open, schema: { hide: true } }, async (request, reply) => {
    const visit = await visits(request)
    if (visit.member === null) return toSignIn(reply, visit)
    const query = askedBy(request)
    const { text, target, ...filters } = query
    return showNew(request, reply, visit, query, { ...unfilled, values: { text, target, ...typedFilters(filters, visit.reader) } })
  })

  app.post('/searches', { config: { action: 'searches:create' }, schema: { hide: true } }, async (request, reply) => {
    const sent = sentBy(request)
    const watch = watchOf(sent)
    const { done, returned } = await tried('new', sent, () => searches.create(request.principal, checked(searchBody, {
      name: said(sent, 'name') ?? '', target: said(sent, 'target'), ...(watch === undefined ? { text: said(sent, 'text') ?? '' } : { watch }), filters: filtersOf(sent), band: said(sent, 'band'), frequency: said(sent, 'frequency')
    })))
    if (returned !== null) {
      const visit = await visits(request)
      return showNew(request, reply, visit, sent, returned, returned.problem.status)
    }
    return reply.redirect(`/searches/${done.id}?done=saved`, 303)
  })

  const showOne = async (request: FastifyRequest, reply: FastifyReply, visit: Visit, filled: Filled | null, status = 200) => {
    const search = await searches.read(request.principal, (request.params as { id: string }).id)
    const { name, band, frequency, filters } = search
    return sendPage(reply, h(SearchPage, { visit, search, watched: await watchedBy(request, [search]), filled: filled ?? { values: { name, band, frequency, ...typedFilters(filters, visit.reader) }, problem: null }, done: status === 200 ? (request.query as z.output<typeof doneQuery>).done : undefined }), status)
  }

  app.get('/searches/:id', { config: open, schema: { hide: true, params, querystring: doneQuery } }, async (request, reply) => {
    const visit = await visits(request)
    return visit.member === null ? toSignIn(reply, visit) : showOne(request, reply, visit, null)
  })

  app.post('/searches/:id', { config: { action: 'searches:change' }, schema: { hide: true, params } }, async (request, reply) => {
    const [sent, { id: searchId }] = [sentBy(request), request.params as { id: string }]
    const { returned } = await tried('change', sent, async () => {
      const before = await searches.read(request.principal, searchId)
      // Choosing the frequency that it has would start mails again that were stopped by a link.
      const frequency = said(sent, 'name') !== undefined && said(sent, 'frequency') === before.frequency ? undefined : said(sent, 'frequency')
      return searches.change(request.principal, searchId, checked(searchPatch, { ...(sent['name'] === undefined ? {} : { name: said(sent, 'name') ?? '', filters: filtersOf(sent) }), band: said(sent, 'band'), frequency }))
    })
    if (returned !== null) {
      const visit = await visits(request)
      return showOne(request, reply, visit, returned, returned.problem.status)
    }
    return reply.redirect(`/searches/${searchId}?done=changed`, 303)
  })

  app.post('/searches/:id/remove', { config: { action: 'searches:remove' }, schema: { hide: true, params } }, async (request, reply) => {
    const { problem } = await attempt(() => searches.remove(request.principal, (request.params as { id: string }).id))
    if (problem !== null && problem.code !== 'not-found') throw problem
    return reply.redirect('/searches?done=removed', 303)
  })
}
