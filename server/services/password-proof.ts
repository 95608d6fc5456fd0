import type { Person, Repositories, Store } from '../../db/index.ts'
import { Problem } from '../errors.ts'
import { invalidField } from '../faults.ts'
import { isPassword } from './passwords.ts'
import type { Principal } from './principal.ts'
import { count, uncount, type Subject } from './throttle.ts'

/** The person who asks, as they stand now. */
export const requirePerson = async ({ people }: Pick<Repositories, 'people'>, { personId }: Pick<Principal, 'personId'>): Promise<Person> => {
  const person = personId === null ? undefined : await people.find(personId)
  if (person === undefined || person.erasedAt !== null) throw new Problem('missing-key')
  return person
}

/**
 * Has a person who is signed in show that they know the password, for what a session that somebody left open must not do.
 * Not inside a transaction: what follows in one calls {@link stillProven}.
 * @throws {Problem} `invalid-input` at /password; `rate-limited`
 */
export const provePassword = async (store: Store, principal: Principal, password: string): Promise<Person> => {
  const person = await requirePerson(store.read, principal)
  const subjects: Subject[] = [{ kind: 'password', of: person.id }]
  await store.transact((repositories) => count(repositories, subjects, new Date()))
  if (!await isPassword(person.passwordHash, password)) throw invalidField(['password'], 'password-wrong', {})
  await store.transact((repositories) => uncount(repositories, subjects))
  return person
}

/**
 * The person whose password was proven, read again inside the transaction that rests on it.
 * @throws {Problem} where the password was changed, or the session ended, meanwhile
 */
export const stillProven = async (repositories: Pick<Repositories, 'people' | 'sessions'>, principal: Principal, proven: Person): Promise<Person> => {
  const person = await requirePerson(repositories, principal)
  if (person.passwordHash !== proven.passwordHash) throw invalidField(['password'], 'password-wrong', {})
  if (principal.sessionId === null || await repositories.sessions.find(principal.sessionId) === undefined) throw new Problem('missing-key')
  return person
}
