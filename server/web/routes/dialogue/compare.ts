import { stringify } from 'csv-stringify/sync'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import { matchQuery } from '../../../schemas/matches.ts'
import { id } from '../../../schemas/primitives.ts'
import type { Text } from '../../../schemas/text.ts'
import { csvCell } from '../../../services/csv.ts'
import type { Services } from '../../../services/index.ts'
import { type Compared, rowsOf, titleOfCompared } from '../../components/dialogue/comparison.ts'
import { readable } from '../../components/text.tsx'
import { dealingsOf } from '../../dialogue.ts'
import { Compare } from '../../pages/dialogue/compare.tsx'
import { readerOf } from '../../reader.ts'
import { sendPage } from '../../render.ts'
import type { Visits } from '../../visit.ts'

const most = 4
/** Matches are looked for as deep as a list goes. */
const depth = 50
const query = z.object({ challenge: id, solution: z.array(id).max(50).default([]) })

/** Solutions for a challenge beside each other, as a page and as a file. */
export const comparePages = (services: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const { catalogue, matches, profiles } = services

  const compare = async (request: FastifyRequest) => {
    const { principal } = request
    const reader = readerOf(request)
    const { challenge: challengeId, solution } = request.query as z.output<typeof query>
    const wanted = [...new Set(solution)].slice(0, most)
    const challenge = await profiles.read(principal, 'challenges', challengeId)
    const found = await matches.ofChallenge(principal, challengeId, { ...matchQuery.parse({}), limit: depth, failing: 'show', reader: reader.language }, { fits: true })
    const solutions = await catalogue.many(principal, 'solutions', wanted)
    const providers = await catalogue.many(principal, 'providers', [...solutions.values()].flatMap((one) => typeof one['providerId'] === 'string' ? [one['providerId']] : []))
    const compared: Compared[] = []
    for (const solutionId of wanted) {
      const one = solutions.get(solutionId)
      if (one === undefined) continue
      const deployments = (await profiles.list(principal, 'deployments', { solutionId, sort: '-updated', limit: 20 })).items
      const cities = await catalogue.many(principal, 'cities', deployments.map((deployment) => String(deployment['cityId'])))
      compared.push({
        id: solutionId,
        solution: one,
        provider: providers.get(String(one['providerId'])),
        match: found.solutions.find((match) => match.solution.id === solutionId),
        deployments: deployments.map((deployment) => ({ deployment, city: cities.get(String(deployment['cityId'])) }))
      })
    }
    compared.sort((a, b) => (a.match?.rank ?? Infinity) - (b.match?.rank ?? Infinity) || 0)
    return { reader, challenge: { id: challengeId, title: challenge['title'] as unknown as Text }, compared, rows: rowsOf(compared, reader), gone: wanted.length - compared.length, more: new Set(solution).size > most }
  }

  const schema = { hide: true, querystring: query }

  app.get('/compare', { config: { action: 'pages:read' }, schema }, async (request, reply) => {
    const visit = await visits(request)
    const { challenge, compared, rows, gone, more } = await compare(request)
    const dealings = await dealingsOf(services, request, visit, ['challenges', challenge.id], { challenges: [], solutions: compared.map(({ id: solutionId }) => solutionId) })
    return sendPage(reply, h(Compare, { visit, challenge, compared, rows, dealings, gone, more, now: new Date().toISOString(), csv: `/compare.csv?${request.url.split('?')[1] ?? ''}` }))
  })

  app.get('/compare.csv', { config: { action: 'pages:read' }, schema }, async (request, reply) => {
    const { reader, compared, rows } = await compare(request)
    const { compare: words } = reader.words.dialogue
    const csv = stringify([
      [words.fact, ...compared.map((one) => readable(titleOfCompared(one), reader).text)],
      [words.address, ...compared.map(({ id: solutionId }) => services.links.to(`/solutions/${solutionId}`))],
      ...rows.map(({ name, cells }) => [name, ...cells.map((parts) => parts.join('; '))])
    ].map((cells) => cells.map(csvCell)))
    return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="comparison.csv"').serializer((text: string) => text).send(csv)
  })
}
