import { randomBytes } from 'node:crypto'
import type { Person, Repositories, Store } from '../../db/index.ts'
import type { OrganisationKind, Role } from '../../db/vocabulary.ts'
import { hashPassword } from './passwords.ts'
import { newPerson } from './people.ts'
import { ensureOrganisation } from './principal.ts'
import { sampleOrganisations } from './sample-data.ts'

/** A person whom the operator makes: confirmed by that, with a password to be shown once. */
export interface MadePerson {
  email: string
  name: string
  organisation: string
  kind: OrganisationKind
  role: Role
}

/** 96 random bits as 16 characters: nobody is to type it often. */
const newPassword = (): string => randomBytes(12).toString('base64url')

const insert = async (repositories: Repositories, { email, name, organisation, kind, role }: MadePerson, passwordHash: string): Promise<Person> => {
  const now = new Date()
  const { id } = await ensureOrganisation(repositories, organisation, kind)
  const person = newPerson({ email, name, passwordHash, language: 'en', confirmedAt: now }, now)
  await repositories.people.insert(person)
  await repositories.memberships.insert({ personId: person.id, organisationId: id, role, createdAt: now })
  return person
}

/**
 * Makes a person, and the organisation if it is new.
 * @returns the password, which is kept as its hash only; undefined where there is a person with that address
 */
export const makePerson = async (store: Store, made: MadePerson): Promise<{ person: Person, password: string } | undefined> => {
  const password = newPassword()
  const passwordHash = await hashPassword(password)
  const person = await store.transact(async (repositories) =>
    await repositories.people.findByEmail(made.email) === undefined ? insert(repositories, made, passwordHash) : undefined)
  return person && { person, password }
}

/** People who were invented, at addresses that nobody has (RFC 2606). */
const samplePeople: ReadonlyArray<Pick<MadePerson, 'email' | 'name'> & { of: keyof typeof sampleOrganisations }> = [
  { of: 'city', email: 'city@sample.example', name: 'Adwoa Sample' },
  { of: 'provider', email: 'provider@sample.example', name: 'Kamau Sample' },
  { of: 'secretariat', email: 'secretariat@sample.example', name: 'Li Sample' }
]

/** Makes the sample accounts, with passwords to be shown once; those that there are already are left alone. */
export const makeSamplePeople = async (store: Store): Promise<Array<{ email: string, password: string, organisation: string }>> => {
  const made: Array<{ email: string, password: string, organisation: string }> = []
  for (const { of, email, name } of samplePeople) {
    const { name: organisation, kind } = sampleOrganisations[of]
    const done = await makePerson(store, { email, name, organisation, kind, role: 'owner' })
    if (done !== undefined) made.push({ email, password: done.password, organisation })
  }
  return made
}
