import type { Flag, Membership, Repositories, Store } from '../../db/index.ts'
import { refuse } from '../refusals.ts'
import type { PersonExport } from '../schemas/person-export.ts'
import { record } from './audit.ts'
import { requireAction } from './authority.ts'
import { provePassword, requirePerson, stillProven } from './password-proof.ts'
import { presentPerson } from './people.ts'
import { isOpening } from './letters.ts'
import { hashOf, type Principal } from './principal.ts'
import { forget } from './throttle.ts'

/** What people may do with what the service holds about them. All throw {@link Problem}. */
export interface PersonalData {
  export (principal: Principal): Promise<PersonExport>
  /** Names of the organisations that would be left without an owner. */
  inTheWay (principal: Principal): Promise<string[]>
  /** @throws {Problem} `last-owner` naming the organisations that would be left without one */
  erase (principal: Principal, password: string): Promise<void>
}

type Plain<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] }

/** What would help who has it into an account: it is never read out. */
const secrets: ReadonlySet<string> = new Set(['hash', 'html', 'headers'])

/** Rows as JSON has them. The cast says what fromEntries forgets: the names are the same, and times are texts. */
const plain = <T extends object>(rows: readonly T[]): Array<Omit<Plain<T>, 'hash' | 'html' | 'headers'>> => rows.map((row) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !secrets.has(name)).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value as unknown])) as Plain<T>)

/** Rows that others have a part in, without the ids of those: who flagged a profile, or decided, is told to nobody here. */
const withoutOthers = <T extends object>(personId: string, rows: readonly T[], names: ReadonlyArray<keyof T>): T[] =>
  rows.map((row) => ({ ...row, ...Object.fromEntries(names.filter((name) => row[name] !== personId).map((name) => [name, null])) }))

/** A flag as one of those who took part in it may know it: whoever raised it does not read what came of it, and whoever appealed not what was said against them. */
const flagFor = (personId: string) => (flag: Flag): Flag => {
  const decides = flag.decidedBy === personId || flag.appealDecidedBy === personId
  const concerned = decides || flag.appealedBy === personId
  return {
    ...flag,
    words: decides || flag.raisedBy === personId ? flag.words : null,
    ...(concerned ? {} : { decisionReason: null, appealedAt: null, appealWords: null, appealDecidedAt: null, appealReason: null })
  }
}

/** Organisations that no owner but this person has. */
const ownedAlone = async ({ memberships, organisations }: Repositories, personId: string, own: readonly Membership[]): Promise<string[]> => {
  const names: string[] = []
  for (const { organisationId } of own.filter(({ role }) => role === 'owner')) {
    const others = (await memberships.listIn(organisationId)).filter((member) => member.role === 'owner' && member.personId !== personId)
    if (others.length === 0) names.push((await organisations.find(organisationId))?.name ?? organisationId)
  }
  return names
}

export const createPersonalData = (store: Store): PersonalData => ({
  async export (principal) {
    requireAction(principal, 'people:export')
    const person = await requirePerson(store.read, principal)
    const { sessions, memberships, invitationsMade, invitationsReceived, verifications, flags, searches, alerts, notices, mails, messages, reads, questions, judgements, audit } =
      await store.read.personal.read(person.id, person.email ?? '')
    return {
      exportedAt: new Date().toISOString(),
      account: { ...presentPerson(person), confirmedAt: person.confirmedAt?.toISOString() ?? null, suspendedAt: person.suspendedAt?.toISOString() ?? null, secondFactorSince: person.totpSince?.toISOString() ?? null },
      sessions: plain(sessions),
      memberships: plain(memberships),
      invitationsMade: plain(invitationsMade),
      invitationsReceived: plain(invitationsReceived),
      verifications: plain(withoutOthers(person.id, verifications, ['askedBy', 'decidedBy'])),
      flags: plain(withoutOthers(person.id, flags.map(flagFor(person.id)), ['raisedBy', 'decidedBy', 'appealedBy', 'appealDecidedBy'])),
      searches: plain(searches),
      alerts: plain(alerts),
      notices: plain(notices),
      mails: plain(mails).map((mail) => isOpening(mail.kind) ? { ...mail, text: null } : mail),
      messages: plain(messages),
      reads: plain(reads),
      questions: plain(withoutOthers(person.id, questions, ['askedByPerson', 'answeredByPerson'])),
      judgements: plain(judgements),
      audit: plain(audit)
    }
  },

  async inTheWay (principal) {
    requireAction(principal, 'people:erase')
    const { id } = await requirePerson(store.read, principal)
    return ownedAlone(store.read, id, await store.read.memberships.listOf(id))
  },

  async erase (principal, password) {
    requireAction(principal, 'people:erase')
    const proven = await provePassword(store, principal, password)
    await store.transact(async (repositories) => {
      const person = await stillProven(repositories, principal, proven)
      const alone = await ownedAlone(repositories, person.id, await repositories.memberships.listOf(person.id))
      if (alone.length > 0) throw refuse('last-owner-of', { organisations: alone })
      const [now, email] = [new Date(), person.email ?? '']
      await record(repositories, { ...principal, address: null }, 'people:erase', { id: person.id, ownerId: null })
      await repositories.personal.erase(person.id, email, now)
      await forget(repositories, [{ kind: 'account', of: hashOf(email) }, { kind: 'password', of: person.id }, { kind: 'code', of: person.id }])
      await repositories.people.update(person.id, { email: null, name: null, passwordHash: null, totpSecret: null, totpSince: null, totpStep: null, recoveryHashes: null, erasedAt: now })
    })
  }
})
