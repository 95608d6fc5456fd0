import type { JsonObject } from '../../../db/index.ts'
import type { Resource } from '../../../db/vocabulary.ts'
import { Problem } from '../../errors.ts'
import type { Content } from '../../schemas/resource.ts'
import type { Text } from '../../schemas/text.ts'
import type { Principal } from '../../services/principal.ts'
import type { Presented, Profiles } from '../../services/profiles.ts'
import type { Choices } from '../components/profile-field.tsx'
import { readable } from '../components/text.tsx'
import type { Reader } from '../reader.ts'

/** At most so many are offered; what somebody comes from is among them anyhow. */
const offered = 500

/** What a profile is called, in one line. */
export const nameOf = (resource: Resource, profile: JsonObject, reader: Reader): string => {
  const text = (value: unknown): string => readable(value as Text, reader).text
  switch (resource) {
    case 'cities': return `${text(profile['name'])}${reader.comma}${reader.country((profile as unknown as Content<'cities'>).country)}`
    case 'providers': return String(profile['legalName'])
    default: return text(profile['title'])
  }
}

type Asking = { profiles: Profiles, principal: Principal, reader: Reader }

const listed = async ({ profiles, principal }: Asking, resource: Resource, own: boolean, filters: { cityId?: string } = {}): Promise<Presented[]> =>
  (await profiles.list(principal, resource, { ...filters, sort: 'title', limit: offered, ...(own ? { owner: 'me' as const, status: ['draft', 'published'] } : {}) })).items

export const ownOf = (asking: Asking, resource: Resource): Promise<Presented[]> => listed(asking, resource, true)

/** A profile that somebody names, if they may see it. */
export const visible = async ({ profiles, principal }: Pick<Asking, 'profiles' | 'principal'>, resource: Resource, id: string): Promise<Presented | undefined> => {
  try {
    return await profiles.read(principal, resource, id)
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

const optionsFrom = async (asking: Asking, resource: Resource, found: readonly Presented[], chosen: string): Promise<Choices[string]> => {
  const missing = chosen === '' || found.some(({ id }) => id === chosen) ? undefined : await visible(asking, resource, chosen)
  const all = new Map([...found, ...missing === undefined ? [] : [missing]].map((profile) => [profile.id, nameOf(resource, profile, asking.reader)]))
  return [...all]
}

/** What the references of a form may name: of one's own, and for evidence also what is published, since its other half is somebody else's. */
export const choicesFor = async (asking: Asking, resource: Resource, chosen: (field: string) => string): Promise<Choices> => {
  const { capabilities } = asking.principal
  switch (resource) {
    case 'challenges': return { cityId: await optionsFrom(asking, 'cities', await ownOf(asking, 'cities'), chosen('cityId')) }
    case 'solutions': return { providerId: await optionsFrom(asking, 'providers', await ownOf(asking, 'providers'), chosen('providerId')) }
    case 'deployments': {
      const either = async (of: 'cities' | 'solutions', every: boolean) => [...await ownOf(asking, of), ...every ? await listed(asking, of, false) : []]
      const cityId = chosen('cityId')
      const cities = await either('cities', capabilities.has('write:solutions'))
      const solutions = await either('solutions', capabilities.has('write:cities'))
      const challenges = cityId === '' ? await ownOf(asking, 'challenges') : await listed(asking, 'challenges', false, { cityId })
      return {
        solutionId: await optionsFrom(asking, 'solutions', solutions, chosen('solutionId')),
        cityId: await optionsFrom(asking, 'cities', cities, cityId),
        challengeId: await optionsFrom(asking, 'challenges', challenges, chosen('challengeId'))
      }
    }
    default: return {}
  }
}
