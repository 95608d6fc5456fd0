import type { ProfileFilters, ProfileRecord, Store } from '../../db/index.ts'
import type { Briefs } from '../schemas/matches.ts'
import type { Content } from '../schemas/resource.ts'
import { seenContent, type Sight } from './visibility.ts'

export type DeploymentBrief = Briefs['deployment']

/** So many deployments at most go with one match; the rest are in /v1/deployments. */
const mostDeployments = 10

const byId = (records: readonly ProfileRecord[]): Map<string, ProfileRecord> => new Map(records.map((record) => [record.id, record]))

/** Everything that an answer says of the profiles it names, read in a handful of queries however many there are. */
export const createBriefs = async (store: Store, sight: Sight, matched: { challenges: readonly string[], solutions: readonly string[] }) => {
  const challengeRecords = await store.read.challenges.findMany(matched.challenges)
  const challenges = byId(challengeRecords)
  const peerCities = [...new Set(challengeRecords.map((record) => (record.content as Content<'challenges'>).cityId))]

  const published = async (filters: ProfileFilters, ids: readonly string[]): Promise<ProfileRecord[]> => ids.length === 0
    ? []
    : (await store.read.deployments.list({ filters: { ...filters, statuses: ['published'] }, sort: 'updated', descending: true, limit: 500 })).records
  const deployments = byId([
    ...await published({ challengeIds: matched.challenges }, matched.challenges),
    ...await published({ solutionIds: matched.solutions }, matched.solutions),
    ...(peerCities.length === 0 ? [] : await published({ cityIds: peerCities, solutionIds: matched.solutions }, matched.solutions))
  ])
  const told = [...deployments.values()].map((record) => record.content as Content<'deployments'>)
  const solutions = byId((await store.read.solutions.findMany([...new Set([...matched.solutions, ...told.map((deployment) => deployment.solutionId)])])).filter((record) => record.status === 'published'))
  const providerIds = [...solutions.values()].flatMap((record) => (record.content as Content<'solutions'>).providerId ?? [])
  const providers = byId((await store.read.providers.findMany([...new Set(providerIds)])).filter((record) => record.status === 'published'))
  const cities = byId((await store.read.cities.findMany([...new Set([...peerCities, ...told.map((deployment) => deployment.cityId)])])).filter((record) => record.status === 'published'))

  const city = (id: string): Briefs['city'] | undefined => {
    const record = cities.get(id)
    if (record === undefined) return undefined
    const { name, country } = record.content as Content<'cities'>
    return { id, name, country, sample: record.sample }
  }
  const provider = (id: string | undefined): Briefs['provider'] | null => {
    const record = id === undefined ? undefined : providers.get(id)
    return record === undefined ? null : { id: record.id, legalName: (record.content as Content<'providers'>).legalName, sample: record.sample }
  }
  const deployment = (record: ProfileRecord): DeploymentBrief[] => {
    const content = seenContent(sight, 'deployments', record) as Content<'deployments'>
    const used = solutions.get(content.solutionId)
    const where = city(content.cityId)
    if (used === undefined || where === undefined) return []
    const { title, providerId } = used.content as Content<'solutions'>
    const { stage, period, cost, indicators, challengeId, confirmed } = content
    return [{
      id: record.id,
      solution: { id: used.id, title },
      provider: provider(providerId),
      city: where,
      challengeId: challengeId ?? null,
      stage,
      ...(period === undefined ? {} : { period }),
      ...(cost === undefined ? {} : { cost }),
      indicators: (indicators ?? []).map(({ name, unit, before, after }) => ({ name, unit, before, after })),
      confirmed: confirmed === true,
      sample: record.sample
    }]
  }
  const briefed = [...deployments.values()].flatMap(deployment)
    .sort((a, b) => Number(b.confirmed) - Number(a.confirmed) || (a.id < b.id ? -1 : 1))

  return {
    challengeRecords,
    challenge (id: string): Briefs['challenge'] | undefined {
      const record = challenges.get(id)
      if (record === undefined) return undefined
      const { title, cityId, areas, stage } = record.content as Content<'challenges'>
      const where = city(cityId)
      return where === undefined ? undefined : { id, title, city: where, areas, ...(stage === undefined ? {} : { stage }), sample: record.sample }
    },
    solution (id: string): Briefs['solution'] | undefined {
      const record = solutions.get(id)
      if (record === undefined) return undefined
      const { title, providerId, areas, kind, readiness } = record.content as Content<'solutions'>
      return { id, title, provider: provider(providerId), areas, kind, ...(readiness === undefined ? {} : { readiness }), sample: record.sample }
    },
    /** What answered this challenge, and which of the solutions at hand its city uses. */
    deploymentsOfPeer: (challenge: Briefs['challenge'], solutionIds: ReadonlySet<string>): DeploymentBrief[] => briefed
      .filter((brief) => brief.challengeId === challenge.id || (brief.city.id === challenge.city.id && solutionIds.has(brief.solution.id)))
      .slice(0, mostDeployments),
    deploymentsOfSolution: (solutionId: string): DeploymentBrief[] => briefed.filter((brief) => brief.solution.id === solutionId).slice(0, mostDeployments)
  }
}
