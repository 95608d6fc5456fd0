import type { Person, Repositories, Store } from '../../db/index.ts'
import { Problem } from '../errors.ts'
import { invalidField } from '../faults.ts'
import { refuse } from '../refusals.ts'
import type { RecoveryCodes, TotpSetup } from '../schemas/second-factor.ts'
import { record } from './audit.ts'
import { requireAction } from './authority.ts'
import type { Links } from './links.ts'
import { provePassword, requirePerson, stillProven } from './password-proof.ts'
import type { Post } from './post.ts'
import type { Principal } from './principal.ts'
import { count, type Subject, uncount } from './throttle.ts'
import { isRecovery, newRecoveryCodes, newTotpSecret, recoveryHash, type SecondFactor, takeCode, totpUri } from './totp.ts'

/** A person's own second factor. All throw {@link Problem}: `invalid-input` at /password or /code; `second-factor` where it is on already, or is not on; `rate-limited`. */
export interface SecondFactors {
  /** Gives a secret, which is in force once a code of it was sent back. */
  begin (principal: Principal, password: string): Promise<TotpSetup>
  /** Turns it on, and ends every other session. */
  confirm (principal: Principal, code: string): Promise<RecoveryCodes>
  stop (principal: Principal, password: string, given: SecondFactor): Promise<void>
  /** New recovery codes in place of those there are. */
  renew (principal: Principal, password: string, given: SecondFactor): Promise<RecoveryCodes>
}

export const createSecondFactors = (store: Store, post: Post, links: Links): SecondFactors => {
  /** What is done with a good code, in one transaction with taking it; a wrong one is counted, which must be stored. */
  const withCode = async <T>(given: SecondFactor, current: (repositories: Repositories) => Promise<Person>, work: (repositories: Repositories, person: Person, now: Date) => Promise<T>): Promise<T> => {
    const done = await store.transact(async (repositories) => {
      const now = new Date()
      const person = await current(repositories)
      const counted: Subject[] = [{ kind: isRecovery(given) ? 'password' : 'code', of: person.id }]
      await count(repositories, counted, now)
      if (!await takeCode(repositories, person, given, now)) return undefined
      await uncount(repositories, counted)
      return { result: await work(repositories, person, now) }
    })
    if (done === undefined) throw invalidField([isRecovery(given) ? 'recoveryCode' : 'code'], 'code-wrong', {})
    return done.result
  }

  const requireOn = (person: Person): Person => {
    if (person.totpSince === null) throw refuse('factor-off', {})
    return person
  }

  const changed = async (repositories: Repositories, principal: Principal, person: Person, what: 'on' | 'off' | 'recovery-codes'): Promise<void> => {
    await post.notify(repositories, person, { kind: 'second-factor-changed', link: links.to('/account'), objectId: person.id })
    await record(repositories, principal, 'people:second-factor', { id: person.id, ownerId: null }, { after: { secondFactor: what } })
  }

  return {
    async begin (principal, password) {
      requireAction(principal, 'people:second-factor')
      const proven = await provePassword(store, principal, password)
      const secret = newTotpSecret()
      await store.transact(async (repositories) => {
        const person = await stillProven(repositories, principal, proven)
        if (person.totpSince !== null) throw refuse('factor-on', {})
        await repositories.people.update(person.id, { totpSecret: secret, totpStep: null })
      })
      return { secret, uri: totpUri(secret, proven.email ?? '') }
    },

    async confirm (principal, code) {
      requireAction(principal, 'people:second-factor')
      const recoveryCodes = newRecoveryCodes()
      const current = async (repositories: Repositories): Promise<Person> => {
        const person = await requirePerson(repositories, principal)
        if (person.totpSince !== null) throw new Problem('second-factor', 'The second factor is on already')
        if (person.totpSecret === null) throw refuse('factor-not-begun', {})
        return person
      }
      await withCode({ code }, current, async (repositories, person, now) => {
        await repositories.people.update(person.id, { totpSince: now, recoveryHashes: recoveryCodes.map(recoveryHash) })
        await repositories.sessions.removeOf(person.id, principal.sessionId ?? undefined)
        await changed(repositories, principal, person, 'on')
      })
      return { recoveryCodes }
    },

    async stop (principal, password, given) {
      requireAction(principal, 'people:second-factor')
      const proven = await provePassword(store, principal, password)
      await withCode(given, async (repositories) => requireOn(await stillProven(repositories, principal, proven)), async (repositories, person) => {
        await repositories.people.update(person.id, { totpSecret: null, totpSince: null, totpStep: null, recoveryHashes: null })
        await changed(repositories, principal, person, 'off')
      })
    },

    async renew (principal, password, given) {
      requireAction(principal, 'people:second-factor')
      const proven = await provePassword(store, principal, password)
      const recoveryCodes = newRecoveryCodes()
      await withCode(given, async (repositories) => requireOn(await stillProven(repositories, principal, proven)), async (repositories, person) => {
        await repositories.people.update(person.id, { recoveryHashes: recoveryCodes.map(recoveryHash) })
        await changed(repositories, principal, person, 'recovery-codes')
      })
      return { recoveryCodes }
    }
  }
}
