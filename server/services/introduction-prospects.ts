import type { Store } from '../../db/index.ts'
import type { Resource } from '../../db/vocabulary.ts'
import { Problem } from '../errors.ts'
import type { IntroductionBody } from '../schemas/introductions.ts'
import type { Content } from '../schemas/resource.ts'
import type { Text } from '../schemas/text.ts'
import { requireAction } from './authority.ts'
import { disclosable, type Taking, takingsOf } from './introduction-asking.ts'
import { requireAskable } from './introduction-limits.ts'
import { requireIntroduction } from './introduction-parties.ts'
import type { Principal } from './principal.ts'
import { sightOf } from './visibility.ts'

/** A field of one's own profile that could be disclosed, as it now stands; undefined where nothing is there. */
export interface Disclosable {
  field: string
  value: unknown
  /** The profile that says it: a contact that the profile itself does not name is its city's or its provider's. */
  of: { resource: Resource, id: string }
}

/** A profile that would take part, and whose it is. */
export interface Side {
  resource: Taking['resource']
  id: string
  title: Text
  of: Text | string
}

export interface Prospect {
  asker: Side
  asked: Side
  disclosable: Disclosable[]
  /** What stands in the way at present: an open one, a cooling time, a cap. */
  inTheWay: Problem | null
}

export type Pair = Pick<IntroductionBody, 'challengeId' | 'with'>

/** What an introduction would mean, told before anything is asked or agreed. Nothing is written. */
export interface Prospects {
  /** @throws {Problem} as asking does for the two profiles and whoever asks */
  ofAsking (principal: Principal, pair: Pair): Promise<Prospect>
  /** Fields that whoever was asked could disclose by agreeing. @throws {Problem} as agreeing does for whoever may not */
  ofAgreeing (principal: Principal, introductionId: string): Promise<Disclosable[]>
}

const valuesOf = (taking: Pick<Taking, 'resource' | 'record' | 'parent'>): Disclosable[] => {
  const { resource, record, parent } = taking
  const itself = { resource, id: record.id }
  const above = { resource: resource === 'challenges' ? 'cities' as const : 'providers' as const, id: parent.id }
  return disclosable(taking).map((field) => field === 'contact'
    ? { field, value: record.contact ?? parent.contact ?? undefined, of: record.contact === null && parent !== record ? above : itself }
    : { field, value: record.content[field], of: itself })
}

const sideOf = ({ resource, record, parent }: Taking): Side => ({
  resource,
  id: record.id,
  title: (record.content as Content<'challenges' | 'solutions'>).title,
  of: resource === 'challenges' ? (parent.content as Content<'cities'>).name : (parent.content as Content<'providers'>).legalName
})

export const createProspects = ({ read }: Store): Prospects => ({
  async ofAsking (principal, pair) {
    requireAction(principal, 'introductions:create')
    const asking = await takingsOf(read, principal, pair)
    const prospect = { asker: sideOf(asking.asker), asked: sideOf(asking.asked), disclosable: valuesOf(asking.asker) }
    try {
      await requireAskable(read, principal, await sightOf(principal, read), asking, new Date())
      return { ...prospect, inTheWay: null }
    } catch (error) {
      if (error instanceof Problem) return { ...prospect, inTheWay: error }
      throw error
    }
  },

  async ofAgreeing (principal, introductionId) {
    const { own } = await requireIntroduction(read, principal, 'introductions:accept', introductionId)
    if (own === undefined) throw new Problem('not-yours')
    const resource = own.resource === 'solutions' ? 'solutions' : 'challenges'
    const record = await read[resource].find(own.profileId)
    if (record === undefined) throw new Error(`party ${own.organisationId} takes part with nothing`)
    const { cityId, providerId } = record.content as { cityId?: string, providerId?: string }
    const parent = resource === 'challenges' ? await read.cities.find(cityId ?? '') : await read.providers.find(providerId ?? '')
    return valuesOf({ resource, record, parent: parent ?? record })
  }
})
