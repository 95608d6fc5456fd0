import type { Person, Repositories, Search } from '../../db/index.ts'
import { record } from './audit.ts'
import { anonymous } from './principal.ts'

/** Whose a search is, and the organisations that they belong to, whose profiles are no news to them. */
export interface SearchOwner {
  person: Person
  organisationIds: readonly string[]
}

/**
 * The owner of a search. One that has outlived its person, or their part in the organisation it was saved for, is removed:
 * then there is none.
 */
export const ownerOf = async (repositories: Repositories, search: Search): Promise<SearchOwner | undefined> => {
  const person = await repositories.people.find(search.personId)
  const isErased = person === undefined || person.erasedAt !== null
  if (!isErased) {
    const organisationIds = (await repositories.memberships.listOf(person.id)).map(({ organisationId }) => organisationId)
    if (search.organisationId === null || organisationIds.includes(search.organisationId)) return { person, organisationIds }
  }
  await repositories.searches.remove(search.id)
  await record(repositories, anonymous, 'searches:remove', { id: search.id, ownerId: null }, { after: { reason: isErased ? 'erased' : 'left' } })
  return undefined
}
