import type { JsonObject, Party, ProfileRecord, Repositories } from '../../db/index.ts'
import { type Resource, visibilities, type Visibility } from '../../db/vocabulary.ts'
import { defaultVisibility } from '../schemas/visibility.ts'
import { fieldsOf } from './authority.ts'
import { profileAction, type Relation } from './policy.ts'
import { isAdmin, type Principal } from './principal.ts'

/** Whoever looks, and what was disclosed to them: what decides which fields they see, of every profile. */
export interface Sight {
  readonly principal: Principal
  readonly disclosed: ReadonlyArray<Pick<Party, 'organisationId' | 'profileId' | 'disclosed'>>
}

export const sightOf = async (principal: Principal, { parties }: Pick<Repositories, 'parties'>): Promise<Sight> => ({
  principal,
  disclosed: principal.organisationId === null || isAdmin(principal) ? [] : await parties.disclosedTo(principal.organisationId)
})

const rank = (visibility: Visibility): number => visibilities.indexOf(visibility)

/** How far this sight reaches into a profile: the widest visibility that its relations allow. */
const reach = ({ principal, disclosed }: Sight, resource: Resource, { id, ownerId }: Pick<ProfileRecord, 'id' | 'ownerId'>): { upTo: number, disclosed: readonly string[] } => {
  const own = principal.organisationId !== null && principal.organisationId === ownerId
  const shown = disclosed.filter((party) => party.organisationId === ownerId && party.profileId === id).flatMap((party) => party.disclosed)
  const held: Relation[] = [
    ...(principal.organisationId === null ? [] : ['member' as const]),
    ...(shown.length === 0 ? [] : ['introduced' as const]),
    ...(own ? ['own' as const] : [])
  ]
  const fields = fieldsOf(principal, profileAction(resource, 'read'), held)
  const upTo = Math.max(...fields.map((some) => some === 'every' ? visibilities.length : 'upTo' in some ? rank(some.upTo) : -1))
  return { upTo, disclosed: shown }
}

/** Who its owner lets see a field. */
export const visibilityIn = (record: Pick<ProfileRecord, 'content'>, field: string): Visibility => {
  const chosen = record.content['visibility'] as Record<string, Visibility> | undefined
  return chosen?.[field] ?? defaultVisibility[field] ?? 'public'
}

/**
 * Whether a field of a profile is seen. What is kept for those introduced is seen by them if the owner disclosed it in that
 * introduction.
 */
export const sees = (sight: Sight, resource: Resource, record: Pick<ProfileRecord, 'id' | 'ownerId' | 'content'>): (field: string) => boolean => {
  const { upTo, disclosed } = reach(sight, resource, record)
  return (field) => {
    const visibility = rank(visibilityIn(record, field))
    return visibility <= upTo && (visibility !== rank('introduced') || upTo > visibility || disclosed.includes(field))
  }
}

/** A profile's content without what this sight does not see. */
export const seenContent = (sight: Sight, resource: Resource, record: Pick<ProfileRecord, 'id' | 'ownerId' | 'content'>): JsonObject => {
  const seen = sees(sight, resource, record)
  return Object.fromEntries(Object.entries(record.content).filter(([field]) => seen(field)))
}

/** A profile's content as everybody sees it: what matching and the text filter may know. */
export const publicContent = (content: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(content).filter(([field]) => visibilityIn({ content }, field) === 'public'))
