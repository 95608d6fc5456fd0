import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { z } from 'zod'
import type { JsonObject } from '../../../db/index.ts'
import { Problem } from '../../errors.ts'
import { matchQuery, type MatchFields } from '../../schemas/matches.ts'
import { id } from '../../schemas/primitives.ts'
import type { Content } from '../../schemas/resource.ts'
import type { Services } from '../../services/index.ts'
import { challengeTexts, solutionTexts } from '../../services/match-profiles.ts'
import type { Principal } from '../../services/principal.ts'
import { publicContent } from '../../services/visibility.ts'
import { MatchActions } from '../components/dialogue/match-actions.tsx'
import { readable } from '../components/text.tsx'
import { dealingsOf } from '../dialogue.ts'
import { type Half, SideBySide } from '../pages/match.tsx'
import { type Reader, readerOf } from '../reader.ts'
import { sendPage } from '../render.ts'
import type { Visits } from '../visit.ts'

type Resource = 'challenges' | 'solutions'
type Shown = JsonObject & { id: string }

/** A match is looked for as deep as a list goes. */
const depth = 50

const params = z.object({ id, matchId: id })

/** A profile and one of its matches beside each other. */
export const pairs = ({ catalogue, judgements, matches, profiles, searches }: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  const halfOf = async (principal: Principal, resource: Resource, profile: Shown, { deployments }: MatchFields, own: boolean, reader: Reader): Promise<Half> => {
    const common = { id: profile.id, own, href: `/${resource}/${profile.id}` }
    if (resource === 'challenges') {
      const content = profile as unknown as Content<'challenges'>
      const city = (await catalogue.many(principal, 'cities', [content.cityId])).get(content.cityId) as Content<'cities'> | undefined
      return {
        ...common,
        resource,
        title: content.title,
        cityId: content.cityId,
        of: city === undefined ? '' : `${readable(city.name, reader).text}${reader.comma}${reader.country(city.country)}`,
        said: challengeTexts(content).flatMap(([field, text, name]) => text === undefined ? [] : [{ field, name, text }]),
        party: { resource, content: publicContent(profile) as Content<'challenges'>, city }
      }
    }
    const content = profile as unknown as Content<'solutions'>
    const providers = await catalogue.many(principal, 'providers', content.providerId === undefined ? [] : [content.providerId])
    return {
      ...common,
      resource,
      title: content.title,
      cityId: undefined,
      of: String(providers.get(content.providerId ?? '')?.['legalName'] ?? ''),
      said: solutionTexts(content).flatMap(([field, text, name]) => text === undefined ? [] : [{ field, name, text }]),
      party: { resource, content: publicContent(profile) as Content<'solutions'>, usedIn: deployments.filter(({ solution }) => solution.id === profile.id).map(({ city }) => city.name) }
    }
  }

  /** The match of the two, and what kind of profile it is. */
  const matchOf = async (principal: Principal, resource: Resource, profileId: string, matchId: string, reader: Reader): Promise<{ match: MatchFields, of: Resource }> => {
    const options = { ...matchQuery.parse({}), limit: depth, explain: 'full', failing: 'show', reader: reader.language } as const
    if (resource === 'solutions') {
      const match = (await matches.ofSolution(principal, profileId, options)).challenges.find(({ challenge }) => challenge.id === matchId)
      if (match !== undefined) return { match, of: 'challenges' }
    } else {
      const { peers, solutions } = await matches.ofChallenge(principal, profileId, options, { fits: true })
      const [peer, solution] = [peers.find(({ challenge }) => challenge.id === matchId), solutions.find((found) => found.solution.id === matchId)]
      if (peer !== undefined) return { match: peer, of: 'challenges' }
      if (solution !== undefined) return { match: solution, of: 'solutions' }
    }
    throw new Problem('not-found')
  }

  const page = (resource: Resource) => async (request: FastifyRequest, reply: Parameters<typeof sendPage>[0]) => {
    const { principal } = request
    const reader = readerOf(request)
    const { id: profileId, matchId } = request.params as z.output<typeof params>
    const profile = await profiles.read(principal, resource, profileId)
    const { match, of } = await matchOf(principal, resource, profileId, matchId, reader)
    const other = (await catalogue.many(principal, of, [matchId])).get(matchId)
    if (other === undefined) throw new Problem('not-found')
    const visit = await visits(request)
    const dealings = await dealingsOf({ catalogue, judgements, searches }, request, visit, [resource, profileId], { challenges: [], solutions: [], [of]: [matchId] })
    const query = await halfOf(principal, resource, profile, match, dealings.own.has(profileId), reader)
    const found = await halfOf(principal, of, other, match, dealings.own.has(matchId), reader)
    const [challenge, against] = resource === 'challenges' ? [query, found] : [found, query]
    const answers = against.party.resource === 'challenges' || against.party.content.providerId !== undefined
    return sendPage(reply, h(SideBySide, { visit, query, found, match }, h(MatchActions, {
      visit, dealings, of: [resource, profileId], matchId, title: readable(found.title, reader).text, pair: { challengeId: challenge.id, with: { resource: against.resource, id: against.id }, answers }
    })))
  }

  for (const resource of ['challenges', 'solutions'] as const) app.get(`/${resource}/:id/matches/:matchId`, { config: { action: 'pages:read' }, schema: { hide: true, params } }, page(resource))
}
