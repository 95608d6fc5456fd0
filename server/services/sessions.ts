import { v7 as uuid } from 'uuid'
import type { Person, Repositories, Session, Store } from '../../db/index.ts'
import type { Capability } from '../../db/vocabulary.ts'
import { Problem } from '../errors.ts'
import { refuse } from '../refusals.ts'
import type { SessionAnswer, SessionItem, SignInBody } from '../schemas/sessions.ts'
import { record } from './audit.ts'
import { requireAction } from './authority.ts'
import type { Devices } from './device.ts'
import { isPassword } from './passwords.ts'
import { presentPerson } from './people.ts'
import { capabilitiesOf } from './policy.ts'
import { csrfToken, hashOf, type Principal, randomSecret, sessionIdle, sessionLifetime } from './principal.ts'
import { count, type Subject, uncount } from './throttle.ts'
import { isRecovery, type SecondFactor, takeCode } from './totp.ts'
import { actingAs, networkSubject, type Visitor } from './visitor.ts'

/** How long a session waits for its second factor. */
export const secondFactorPatience = 10 * 60_000

/** A session that was just opened, and what the browser is to keep. */
export interface SignedIn {
  /** The session cookie's value. */
  secret: string
  /** Milliseconds for which the browser keeps it. */
  lifetime: number
  /** The device cookie's value; undefined while the second factor is awaited. */
  device: string | undefined
  answer: SessionAnswer
}

/** Sign-in and what follows it. All throw {@link Problem}; `missing-key` where nobody is signed in. */
export interface Sessions {
  /** @throws {Problem} `sign-in-failed`, the same whether the account exists; `rate-limited` */
  signIn (body: SignInBody, visitor: Visitor): Promise<SignedIn>
  /** @throws {Problem} `missing-key` without a session that waits for it; `sign-in-failed`; `rate-limited` */
  finish (given: SecondFactor, visitor: Visitor): Promise<SignedIn>
  /** @param secret the session cookie's value */
  read (principal: Principal, secret: string): Promise<SessionAnswer>
  /** @param organisationId null for none */
  choose (principal: Principal, secret: string, organisationId: string | null): Promise<SessionAnswer>
  list (principal: Principal): Promise<{ items: SessionItem[] }>
  /** @param id the session that asks, if absent */
  end (principal: Principal, id?: string): Promise<void>
  endOthers (principal: Principal): Promise<void>
}

const isOpen = (person: Person | undefined): person is Person =>
  person !== undefined && person.confirmedAt !== null && person.suspendedAt === null && person.erasedAt === null

/** As it came, but no longer than is useful, and without what a terminal would act on. */
const agentOf = ({ agent }: Visitor): string | null => agent?.replace(/[^\x20-\x7e]/g, '').slice(0, 300) ?? null

const describe = async ({ people, memberships, organisations }: Repositories, session: Session, secret: string): Promise<SessionAnswer> => {
  if (session.state !== 'open') return { state: session.state, person: null, organisations: [], organisationId: null, csrfToken: csrfToken(secret) }
  const person = await people.find(session.personId)
  const listed: SessionAnswer['organisations'] = []
  for (const { organisationId, role } of await memberships.listOf(session.personId)) {
    const organisation = await organisations.find(organisationId)
    if (organisation === undefined) continue
    const { id, name, kind, verifiedAt, suspendedAt } = organisation
    const capabilities: Capability[] = capabilitiesOf(kind, role).filter((capability) => suspendedAt === null || capability === 'read')
    listed.push({ id, name, kind, role, capabilities, verified: verifiedAt !== null, suspended: suspendedAt !== null })
  }
  return {
    state: session.state,
    person: person === undefined ? null : presentPerson(person),
    organisations: listed,
    organisationId: listed.some(({ id }) => id === session.organisationId) ? session.organisationId : null,
    csrfToken: csrfToken(secret)
  }
}

export const createSessions = (store: Store, devices: Devices): Sessions => {
  /** Opens a session in place of the one that the browser had. */
  const open = async (repositories: Repositories, person: Person, state: Session['state'], visitor: Visitor, now: Date): Promise<Omit<SignedIn, 'device'>> => {
    const secret = randomSecret()
    const organisations = await repositories.memberships.listOf(person.id)
    const lifetime = state === 'open' ? sessionLifetime : secondFactorPatience
    const session: Session = {
      id: uuid(),
      personId: person.id,
      hash: hashOf(secret),
      state,
      organisationId: state === 'open' && organisations.length === 1 ? organisations[0]?.organisationId ?? null : null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + (state === 'open' ? sessionIdle : secondFactorPatience)),
      address: visitor.address,
      agent: agentOf(visitor)
    }
    const old = visitor.session === undefined ? undefined : await repositories.sessions.findByHash(hashOf(visitor.session))
    if (old !== undefined) await repositories.sessions.remove(old.session.id)
    await repositories.sessions.insert(session)
    await record(repositories, actingAs(person.id, visitor), 'sessions:open', { id: session.id, ownerId: null }, { after: { state } })
    return { secret, lifetime, answer: await describe(repositories, session, secret) }
  }

  /**
   * Takes a second factor and opens the session, or counts a failure: what is counted must be stored, so a wrong code is
   * told by undefined and thrown after the transaction.
   */
  const openWith = async (repositories: Repositories, person: Person, given: SecondFactor, device: string | undefined, visitor: Visitor, now: Date): Promise<Omit<SignedIn, 'device'> | undefined> => {
    const counted: Subject[] = isRecovery(given)
      ? [networkSubject('address', visitor)]
      : [{ kind: 'code', of: device === undefined ? person.id : `device:${device}` }]
    await count(repositories, counted, now)
    if (!await takeCode(repositories, person, given, now)) return undefined
    await uncount(repositories, counted)
    return open(repositories, person, 'open', visitor, now)
  }

  /** Whoever gave a code has given the password before: that it was the code may be said. */
  const signedIn = async (person: Person, device: string | undefined, opened: Omit<SignedIn, 'device'> | undefined, coded: boolean): Promise<SignedIn> => {
    if (opened === undefined) throw coded ? refuse('code-used', {}) : new Problem('sign-in-failed')
    return { ...opened, device: opened.answer.state === 'open' ? await devices.cookieFor(person, device) : undefined }
  }

  const requireSession = async ({ sessions }: Repositories, { personId, sessionId }: Principal): Promise<Session> => {
    const session = sessionId === null ? undefined : await sessions.find(sessionId)
    if (session === undefined || session.personId !== personId) throw new Problem('missing-key')
    return session
  }

  return {
    async signIn ({ email, password, code, recoveryCode }, visitor) {
      const known = await store.read.people.findByEmail(email)
      const device = await devices.nameOf(known, visitor.device)
      const counted: Subject[] = device === undefined
        ? [networkSubject('address', visitor), { kind: 'account', of: hashOf(email) }]
        : [{ kind: 'device', of: device }]
      await store.transact((repositories) => count(repositories, counted, new Date()))
      if (!await isPassword(known?.passwordHash, password) || !isOpen(known)) throw new Problem('sign-in-failed')
      const opened = await store.transact(async (repositories) => {
        const now = new Date()
        const person = await repositories.people.find(known.id)
        // Erased, suspended or given another password while this one was looked at.
        if (!isOpen(person) || person.passwordHash !== known.passwordHash) return undefined
        await uncount(repositories, counted)
        if (person.totpSince === null) return open(repositories, person, 'open', visitor, now)
        const given = code !== undefined ? { code } : recoveryCode !== undefined ? { recoveryCode } : undefined
        return given === undefined ? open(repositories, person, 'second-factor', visitor, now) : openWith(repositories, person, given, device, visitor, now)
      })
      return signedIn(known, device, opened, code !== undefined || recoveryCode !== undefined)
    },

    async finish (given, visitor) {
      const waiting = visitor.session === undefined ? undefined : await store.read.sessions.findByHash(hashOf(visitor.session))
      const device = await devices.nameOf(waiting?.person, visitor.device)
      const { person, opened } = await store.transact(async (repositories) => {
        const now = new Date()
        const found = visitor.session === undefined ? undefined : await repositories.sessions.findByHash(hashOf(visitor.session))
        if (found === undefined || found.session.state !== 'second-factor' || found.session.expiresAt <= now || !isOpen(found.person)) {
          throw new Problem('missing-key', 'Sign in with address and password first')
        }
        return { person: found.person, opened: await openWith(repositories, found.person, given, device, visitor, now) }
      })
      return signedIn(person, device, opened, true)
    },

    async read (principal, secret) {
      requireAction(principal, 'sessions:read')
      return describe(store.read, await requireSession(store.read, principal), secret)
    },

    async choose (principal, secret, organisationId) {
      requireAction(principal, 'sessions:choose')
      return store.transact(async (repositories) => {
        const session = await requireSession(repositories, principal)
        if (organisationId !== null && await repositories.memberships.find(session.personId, organisationId) === undefined) {
          throw new Problem('not-found', 'You belong to no such organisation')
        }
        await repositories.sessions.update(session.id, { organisationId })
        await record(repositories, principal, 'sessions:choose', { id: session.id, ownerId: null }, { before: { organisationId: session.organisationId }, after: { organisationId } })
        return describe(repositories, { ...session, organisationId }, secret)
      })
    },

    async list (principal) {
      requireAction(principal, 'sessions:read')
      const now = new Date()
      const sessions = (await store.read.sessions.listOf(principal.personId ?? '')).filter(({ expiresAt }) => expiresAt > now)
      return {
        items: sessions.map(({ id, state, organisationId, createdAt, lastSeenAt, expiresAt, address, agent }) => ({
          id, state, organisationId, createdAt: createdAt.toISOString(), lastSeenAt: lastSeenAt.toISOString(), expiresAt: expiresAt.toISOString(), address, agent, current: id === principal.sessionId
        }))
      }
    },

    async end (principal, id = principal.sessionId ?? undefined) {
      requireAction(principal, 'sessions:end')
      await store.transact(async (repositories) => {
        const session = id === undefined ? undefined : await repositories.sessions.find(id)
        if (session === undefined || session.personId !== principal.personId) throw new Problem('not-found', 'You have no such session')
        await repositories.sessions.remove(session.id)
        await record(repositories, principal, 'sessions:end', { id: session.id, ownerId: null })
      })
    },

    async endOthers (principal) {
      requireAction(principal, 'sessions:end')
      await store.transact(async (repositories) => {
        const { id, personId } = await requireSession(repositories, principal)
        await repositories.sessions.removeOf(personId, id)
        await record(repositories, principal, 'sessions:end', { id: personId, ownerId: null }, { after: { others: true } })
      })
    }
  }
}
