import type { Flag, ProfileRecord, Repositories, Store } from '../../db/index.ts'
import { flagStatuses } from '../../db/vocabulary.ts'
import { Problem } from '../errors.ts'
import { refuse } from '../refusals.ts'
import type { AppealDecision, FlagAnswer, FlagBody, FlagDecision, FlagsQuery } from '../schemas/flags.ts'
import type { Page } from '../schemas/pages.ts'
import { singular } from '../schemas/resource.ts'
import { record } from './audit.ts'
import { fieldsOf, heldOver, owns, parents, permitted, requireAction, requireFor, requireVisible } from './authority.ts'
import type { Links } from './links.ts'
import { openFlag } from './moderation-review.ts'
import { pageOf } from './pages.ts'
import type { Action } from './policy.ts'
import type { Post } from './post.ts'
import { asItStands, isAdmin, type Principal } from './principal.ts'
import { labelOf } from './profile-labels.ts'
import { requireFree, store as storeProfile } from './profile-writing.ts'

/** Cases about profiles: raised, decided once, appealed against once. All throw {@link Problem}. */
export interface Flags {
  raise (principal: Principal, body: FlagBody): Promise<FlagAnswer>
  /** The secretariat's queue; for an owner what was decided about the own profiles. */
  list (principal: Principal, query: FlagsQuery): Promise<Page<FlagAnswer>>
  read (principal: Principal, id: string): Promise<FlagAnswer>
  /** Hiding and returning decide every open case about the profile. */
  decide (principal: Principal, id: string, decision: FlagDecision): Promise<FlagAnswer>
  appeal (principal: Principal, id: string, words: string): Promise<FlagAnswer>
  decideAppeal (principal: Principal, id: string, decision: AppealDecision): Promise<FlagAnswer>
}

/** Open cases that one person may have raised. */
const openCap = 20
/** Entries of the audit log among which that of a profile's last change is: each change of a profile has one. */
const entriesOfOne = 10
const missing = 'There is no such case'
const decided = flagStatuses.filter((status) => status !== 'open')
const outcomes = { hide: 'hidden', return: 'returned', clear: 'cleared' } as const

const present = (principal: Principal, action: Action, flag: Flag): FlagAnswer => {
  const { raisedBy, raisedByOrganisation, words, decidedBy, appealDecidedBy, raisedAt, decidedAt, appealedAt, appealDecidedAt, ...shown } = flag
  return {
    ...shown,
    byRule: raisedBy === null,
    raisedAt: raisedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    appealedAt: appealedAt?.toISOString() ?? null,
    appealDecidedAt: appealDecidedAt?.toISOString() ?? null,
    ...permitted(fieldsOf(principal, action, heldOver(principal, flag.ownerId)), { raisedBy, raisedByOrganisation, words, decidedBy, appealDecidedBy })
  }
}

const labelIn = (flag: Flag, profile: ProfileRecord | undefined): string => profile === undefined ? singular[flag.resource] : labelOf(flag.resource, profile.content)

/** An appeal is decided by somebody else, where the secretariat has somebody else. */
const requireOtherDecider = async ({ organisations, memberships, people }: Repositories, { personId }: Principal, decidedBy: string | null): Promise<void> => {
  const secretariats = await organisations.page({ kind: 'secretariat', limit: 100 })
  const ids = new Set<string>()
  for (const { id } of secretariats) for (const membership of await memberships.listIn(id)) if (membership.role !== 'viewer') ids.add(membership.personId)
  const deciders = (await people.findMany([...ids])).filter(({ suspendedAt, erasedAt }) => suspendedAt === null && erasedAt === null)
  if (deciders.length < 2) return
  if (personId === null) throw refuse('appeal-by-person', {})
  if (personId === decidedBy) throw new Problem('same-decider')
}

/**
 * Puts a profile back where it was: published, if it was, nobody has changed it since and what it hangs on is; else a draft,
 * which its owner publishes. A later decision about it stands.
 */
const restore = async (repositories: Repositories, principal: Principal, { resource, decidedAt }: Flag, profile: ProfileRecord): Promise<void> => {
  const later = (await repositories.flags.listOf(profile.id)).some((other) =>
    (other.status === 'hidden' || other.status === 'returned') && other.appealOutcome !== 'overturned' && other.decidedAt !== null && decidedAt !== null && other.decidedAt > decidedAt)
  if (later) return
  const untouched = profile.updatedAt.getTime() === decidedAt?.getTime()
  if (profile.status !== 'hidden' && !(profile.status === 'draft' && untouched)) return
  let hangs = true
  for (const { field, resource: parent } of parents[resource]) {
    const reference = profile.content[field]
    if (typeof reference === 'string' && (await repositories[parent].find(reference))?.status !== 'published') hangs = false
  }
  const wasPublished = (await repositories.audit.read({ objectId: profile.id, limit: entriesOfOne }))
    .some(({ before, after }) => after?.['version'] === profile.version && before?.['status'] === 'published')
  const status = untouched && hangs && wasPublished ? 'published' : 'draft'
  if (status === profile.status) return
  const now = new Date()
  await storeProfile({ repositories, principal }, resource, profile, {
    ...profile, status, version: profile.version + 1, updatedAt: now, publishedAt: profile.publishedAt ?? (status === 'published' ? now : null)
  })
}

export const createFlags = (store: Store, post: Post, links: Links): Flags => {
  const linkTo = ({ id }: Flag): string => links.to(`/flags/${id}`)

  /** Takes the profile out of sight or back to draft. */
  const withdraw = async (repositories: Repositories, principal: Principal, { resource }: Flag, profile: ProfileRecord, status: 'hidden' | 'draft', now: Date): Promise<void> => {
    if (profile.status === 'closed') throw refuse('closed-meanwhile', { kind: singular[resource] })
    if (profile.status === status) return
    // What is hidden is out of sight with all that hangs on it; a draft must have nothing hanging on it.
    if (status === 'draft' && profile.status === 'published') await requireFree(repositories, resource, profile.id)
    await storeProfile({ repositories, principal }, resource, profile, { ...profile, status, version: profile.version + 1, updatedAt: now })
  }

  return {
    raise: (asking, { resource, id: profileId, reason, words = null }) => store.transact(async (repositories) => {
      const { flags } = repositories
      const principal = await asItStands(repositories, asking)
      requireAction(principal, 'flags:raise')
      const { personId, organisationId } = principal
      if (personId === null) throw new Problem('person-needed')
      if (principal.suspended) throw new Problem('suspended')
      const profile = requireVisible(principal, resource, await repositories[resource].find(profileId))
      if (profile.status !== 'published') throw new Problem('not-found', `There is no such published ${singular[resource]}`)
      const open = (await flags.listOf(profileId)).filter(({ status }) => status === 'open')
      if (open.some(({ raisedBy }) => raisedBy === personId)) throw refuse('reported-already', { kind: singular[resource] })
      if (await flags.countOpenBy(personId) >= openCap) throw refuse('reports-full', { count: openCap })
      const flag = openFlag(resource, profile, { reason, words, raisedBy: personId, raisedByOrganisation: organisationId })
      await flags.insert(flag)
      // No owner: who owns the profile reads what was done to what is theirs, and must not read this.
      await record(repositories, principal, 'flags:raise', { id: flag.id, ownerId: null }, { after: { status: 'open', reason } })
      if (open.length === 0) {
        await post.notifySecretariat(repositories, { kind: 'flag-raised', objectId: flag.id, values: { profile: labelIn(flag, profile), reason: { list: 'flag', code: reason }, words: words ?? '' }, link: linkTo(flag) })
      }
      // What they have said themselves, and nothing that is decided later.
      return { ...present(principal, 'flags:read', flag), raisedBy: personId, raisedByOrganisation: organisationId, words }
    }),

    async list (principal, query) {
      requireAction(principal, 'flags:list')
      const { status, appealed, profile: profileId, cursor: after } = query
      const filters = isAdmin(principal)
        ? { statuses: status }
        : { ownerId: principal.organisationId ?? '', statuses: (status ?? decided).filter((wanted) => wanted !== 'open') }
      if (filters.statuses?.length === 0) return { items: [], next: null }
      const page = await pageOf(query, (limit) => store.read.flags.page({ ...filters, profileId, appealed, after, limit }))
      return { items: page.items.map((flag) => present(principal, 'flags:list', flag)), next: page.next }
    },

    async read (principal, id) {
      requireAction(principal, 'flags:read')
      const flag = await store.read.flags.find(id)
      if (flag === undefined || !owns(principal, flag) || (flag.status === 'open' && !isAdmin(principal))) throw new Problem('not-found', missing)
      return present(principal, 'flags:read', flag)
    },

    decide: (asking, id, { decision, reason }) => store.transact(async (repositories) => {
      const { flags } = repositories
      const principal = await asItStands(repositories, asking)
      requireAction(principal, 'flags:decide')
      const flag = await flags.find(id)
      if (flag === undefined) throw new Problem('not-found', missing)
      if (flag.status !== 'open') throw refuse('case-decided', { status: flag.status })
      const now = new Date()
      const profile = await repositories[flag.resource].find(flag.profileId)
      if (decision !== 'clear') {
        if (profile === undefined) throw new Problem('not-found', `There is no such ${singular[flag.resource]}`)
        await withdraw(repositories, principal, flag, profile, decision === 'hide' ? 'hidden' : 'draft', now)
      }
      const status = outcomes[decision]
      const cases = decision === 'clear' ? [flag] : (await flags.listOf(flag.profileId)).filter((other) => other.status === 'open')
      for (const other of cases) {
        await flags.update(other.id, { status, decidedBy: principal.personId, decidedAt: now, decisionReason: reason })
        await record(repositories, principal, 'flags:decide', { id: other.id, ownerId: other.ownerId }, { before: { status: 'open' }, after: { status, reason: other.reason } })
      }
      if (decision !== 'clear') {
        await post.notifyOrganisation(repositories, flag.ownerId, { kind: decision === 'hide' ? 'profile-hidden' : 'profile-returned', objectId: id, values: { profile: labelIn(flag, profile), reason }, link: linkTo(flag) })
      }
      return present(principal, 'flags:read', { ...flag, status, decidedBy: principal.personId, decidedAt: now, decisionReason: reason })
    }),

    appeal: (asking, id, words) => store.transact(async (repositories) => {
      const { flags } = repositories
      const flag = await flags.find(id)
      const principal = await requireFor(repositories, asking, 'flags:appeal', flag?.ownerId ?? '', missing)
      if (flag === undefined || flag.status === 'open') throw new Problem('not-found', missing)
      if (principal.personId === null) throw new Problem('person-needed')
      if (flag.status === 'cleared') throw refuse('case-cleared', {})
      // Cases that were decided together are appealed against together.
      const together = (await flags.listOf(flag.profileId)).filter(({ decidedAt }) => decidedAt?.getTime() === flag.decidedAt?.getTime())
      if (together.some(({ appealedAt }) => appealedAt !== null)) throw refuse('appealed-before', {})
      const appeal = { appealedBy: principal.personId, appealedAt: new Date(), appealWords: words }
      await flags.update(id, appeal)
      await record(repositories, principal, 'flags:appeal', { id, ownerId: flag.ownerId }, { after: { status: flag.status, appealed: true } })
      const [organisation, profile] = [await repositories.organisations.find(flag.ownerId), await repositories[flag.resource].find(flag.profileId)]
      await post.notifySecretariat(repositories, { kind: 'appeal-made', objectId: id, values: { organisation: organisation?.name ?? '', profile: labelIn(flag, profile), words }, link: linkTo(flag) })
      return present(principal, 'flags:appeal', { ...flag, ...appeal })
    }),

    decideAppeal: (asking, id, { outcome, reason }) => store.transact(async (repositories) => {
      const principal = await asItStands(repositories, asking)
      requireAction(principal, 'flags:decide-appeal')
      const flag = await repositories.flags.find(id)
      if (flag?.appealedAt == null) throw new Problem('not-found', 'There is no such appeal')
      if (flag.appealOutcome !== null) throw refuse('appeal-decided', { outcome: flag.appealOutcome })
      await requireOtherDecider(repositories, principal, flag.decidedBy)
      const profile = await repositories[flag.resource].find(flag.profileId)
      if (outcome === 'overturned' && profile !== undefined) await restore(repositories, principal, flag, profile)
      const decision = { appealOutcome: outcome, appealDecidedBy: principal.personId, appealDecidedAt: new Date(), appealReason: reason }
      await repositories.flags.update(id, decision)
      await record(repositories, principal, 'flags:decide-appeal', { id, ownerId: flag.ownerId }, { before: { status: flag.status, outcome: null }, after: { status: flag.status, outcome } })
      await post.notifyOrganisation(repositories, flag.ownerId, {
        kind: 'appeal-decided', objectId: id, values: { profile: labelIn(flag, profile), outcome: { list: 'appeal', code: outcome }, reason }, link: linkTo(flag)
      })
      return present(principal, 'flags:read', { ...flag, ...decision })
    })
  }
}
