import { v7 as uuid } from 'uuid'
import type { Person, Repositories, Store } from '../../db/index.ts'
import { Problem } from '../errors.ts'
import { invalidAt, invalidField } from '../faults.ts'
import type { LocaleName } from '../locales/index.ts'
import type { PersonAnswer, PersonPatch, SignUpBody } from '../schemas/people.ts'
import { record } from './audit.ts'
import { requireAction } from './authority.ts'
import type { Devices } from './device.ts'
import type { Links } from './links.ts'
import { provePassword, requirePerson, stillProven } from './password-proof.ts'
import { leadsAway } from './moderation-rules.ts'
import { hashPassword, isPassword, passwordFault } from './passwords.ts'
import type { Post } from './post.ts'
import { hashOf, type Principal } from './principal.ts'
import { count, type Subject } from './throttle.ts'
import { issueToken, requireToken, tokenHours } from './tokens.ts'
import { transactTwice } from './transact-twice.ts'
import { actingAs, networkSubject, type Visitor } from './visitor.ts'

/**
 * Accounts of people: made, confirmed, given new passwords. All throw {@link Problem}. What anybody may ask about an address
 * (`signUp`, `resend`, `askReset`) answers the same and takes the same time whether there is an account; who has the mailbox
 * learns the rest by letter.
 */
export interface People {
  /** @param language of the letters, one of the service's */
  signUp (body: SignUpBody, language: LocaleName, visitor: Visitor): Promise<void>
  resend (email: string, visitor: Visitor): Promise<void>
  /** @returns the device cookie's value: who has the mailbox is no stranger here */
  confirm (token: string, visitor: Visitor): Promise<string>
  askReset (email: string, visitor: Visitor): Promise<void>
  /** @returns the device cookie's value */
  reset (token: string, password: string, visitor: Visitor): Promise<string>
  change (principal: Principal, patch: PersonPatch): Promise<PersonAnswer>
  /** @returns the device cookie's value */
  changePassword (principal: Principal, password: string, newPassword: string): Promise<string>
}

export const presentPerson = ({ id, email, name, language, createdAt, totpSince, recoveryHashes }: Person): PersonAnswer => ({
  id,
  email: email ?? '',
  name: name ?? '',
  language,
  createdAt: createdAt.toISOString(),
  secondFactor: totpSince !== null,
  recoveryCodesLeft: totpSince === null ? null : recoveryHashes?.length ?? 0
})

/** A person as one begins. */
export const newPerson = (fields: Pick<Person, 'email' | 'name' | 'passwordHash' | 'language' | 'confirmedAt'>, now: Date): Person => ({
  id: uuid(), ...fields, createdAt: now, suspendedAt: null, erasedAt: null, totpSecret: null, totpSince: null, totpStep: null, recoveryHashes: null
})

/** @throws {Problem} `invalid-input` at the field */
const requireGoodPassword = (password: string, email: string, field: string): void => {
  const fault = passwordFault(password, email)
  if (fault !== undefined) throw invalidAt([field], fault)
}

/** Invitations name who sends them. @throws {Problem} `invalid-input` at /name */
const requireGoodName = (name: string): void => {
  if (leadsAway(name)) throw invalidField(['name'], 'contact-details', {})
}

/** A letter to an address is counted by what it is for: one sort must not use up another. */
const letterSubjects = (purpose: string, email: string, visitor: Visitor): Subject[] =>
  [networkSubject('asking', visitor), { kind: 'letter', of: `${purpose}:${hashOf(email)}` }]

export const createPeople = (store: Store, post: Post, links: Links, devices: Devices): People => {
  const sendLink = async (repositories: Repositories, person: Person, purpose: 'confirm-address' | 'reset-password', now: Date): Promise<void> => {
    const token = await issueToken(repositories, person.id, purpose, now)
    const path = purpose === 'confirm-address' ? '/confirm' : '/reset'
    // Whoever signed up chose the name: until the address is theirs, it is no greeting for who reads the letter.
    const name = person.confirmedAt === null ? null : person.name
    await post.mail(repositories, { personId: person.id, email: person.email ?? '', language: person.language, name },
      { kind: purpose, values: { hours: { count: tokenHours[purpose] } }, link: links.to(`${path}?token=${token}`) })
  }

  /** Ends every session but one, tells the person, and leaves a record. */
  const setPassword = async (repositories: Repositories, person: Person, passwordHash: string, principal: Principal, action: 'people:reset' | 'people:change-password', now: Date): Promise<void> => {
    await repositories.people.update(person.id, { passwordHash, confirmedAt: person.confirmedAt ?? now })
    await repositories.sessions.removeOf(person.id, principal.sessionId ?? undefined)
    await repositories.tokens.removeOf(person.id)
    await post.notify(repositories, person, { kind: 'password-changed', link: links.to('/account'), objectId: person.id })
    await record(repositories, principal, action, { id: person.id, ownerId: null })
  }

  return {
    async signUp ({ email, password, name }, language, visitor) {
      requireGoodPassword(password, email, 'password')
      requireGoodName(name)
      await store.transact((repositories) => count(repositories, letterSubjects('sign-up', email, visitor), new Date()))
      const passwordHash = await hashPassword(password)
      await transactTwice(store, async (repositories) => {
        const now = new Date()
        const known = await repositories.people.findByEmail(email)
        if (known !== undefined) {
          // The first to sign up stays, so that nobody puts a password of their own under an account before it is confirmed.
          const addressee = { personId: known.id, email, language: known.language, name: known.confirmedAt === null ? null : known.name }
          await post.mail(repositories, addressee, { kind: 'already-registered', link: links.to('/sign-in') })
          return
        }
        const person = newPerson({ email, name, passwordHash, language, confirmedAt: null }, now)
        await repositories.people.insert(person)
        await sendLink(repositories, person, 'confirm-address', now)
        await record(repositories, actingAs(person.id, visitor), 'people:sign-up', { id: person.id, ownerId: null })
      })
    },

    async resend (email, visitor) {
      // As slow as it is where there is an account and everything else is done.
      await isPassword(undefined, email)
      await store.transact(async (repositories) => {
        const now = new Date()
        await count(repositories, letterSubjects('confirm', email, visitor), now)
        const person = await repositories.people.findByEmail(email)
        if (person !== undefined && person.confirmedAt === null) await sendLink(repositories, person, 'confirm-address', now)
      })
    },

    async confirm (token, visitor) {
      const person = await store.transact(async (repositories) => {
        const now = new Date()
        const { personId } = await requireToken(repositories, token, 'confirm-address', now)
        await repositories.tokens.removeOf(personId, 'confirm-address')
        await repositories.people.update(personId, { confirmedAt: now })
        await record(repositories, actingAs(personId, visitor), 'people:confirm', { id: personId, ownerId: null })
        return repositories.people.find(personId)
      })
      if (person === undefined) throw new Problem('link-over')
      return devices.cookieFor(person)
    },

    async askReset (email, visitor) {
      await isPassword(undefined, email)
      await store.transact(async (repositories) => {
        const now = new Date()
        await count(repositories, letterSubjects('reset', email, visitor), now)
        const person = await repositories.people.findByEmail(email)
        if (person !== undefined) await sendLink(repositories, person, 'reset-password', now)
      })
    },

    async reset (token, password, visitor) {
      const { personId } = await requireToken(store.read, token, 'reset-password', new Date())
      requireGoodPassword(password, (await store.read.people.find(personId))?.email ?? '', 'password')
      const passwordHash = await hashPassword(password)
      await store.transact(async (repositories) => {
        const now = new Date()
        await requireToken(repositories, token, 'reset-password', now)
        const person = await requirePerson(repositories, { personId })
        await setPassword(repositories, person, passwordHash, actingAs(personId, visitor), 'people:reset', now)
      })
      return devices.cookieFor({ id: personId, passwordHash })
    },

    async change (principal, patch) {
      requireAction(principal, 'people:change')
      if (patch.name !== undefined) requireGoodName(patch.name)
      return store.transact(async (repositories) => {
        const person = await requirePerson(repositories, principal)
        const changes = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
        if (Object.keys(changes).length > 0) {
          await repositories.people.update(person.id, changes)
          await record(repositories, principal, 'people:change', { id: person.id, ownerId: null }, { after: { fields: Object.keys(changes) } })
        }
        return presentPerson({ ...person, ...changes })
      })
    },

    async changePassword (principal, password, newPassword) {
      requireAction(principal, 'people:change-password')
      const proven = await provePassword(store, principal, password)
      requireGoodPassword(newPassword, proven.email ?? '', 'newPassword')
      const passwordHash = await hashPassword(newPassword)
      await store.transact(async (repositories) => {
        const person = await stillProven(repositories, principal, proven)
        await setPassword(repositories, person, passwordHash, principal, 'people:change-password', new Date())
      })
      return devices.cookieFor({ id: proven.id, passwordHash })
    }
  }
}
