import { v7 as uuid } from 'uuid'
import type { Organisation, Repositories, Store } from '../../db/index.ts'
import { resources, type Role } from '../../db/vocabulary.ts'
import { Problem } from '../errors.ts'
import { fieldError, invalidField } from '../faults.ts'
import { refuse } from '../refusals.ts'
import type { OrganisationAnswer, OrganisationBody, OrganisationPatch, OrganisationsQuery } from '../schemas/organisations.ts'
import type { Page } from '../schemas/pages.ts'
import { record } from './audit.ts'
import { fieldsOf, heldOver, mayWrite, owns, permitted, requireAction, requireFor } from './authority.ts'
import type { LetterKind } from '../locales/letters/index.ts'
import type { Links } from './links.ts'
import { leadsAway } from './moderation-rules.ts'
import { pageOf } from './pages.ts'
import type { Post } from './post.ts'
import { asItStands, isAdmin, type Principal } from './principal.ts'
import { fold } from './texts.ts'
import { transactTwice } from './transact-twice.ts'
import { endVerification } from './verifications.ts'

/** Organisations: made by people, run by their owners, bounded by the secretariat. All throw {@link Problem}. */
export interface Organisations {
  /** Makes it unverified, with the asking person its owner, whose session acts for it from now on. */
  create (principal: Principal, body: OrganisationBody): Promise<OrganisationAnswer>
  list (principal: Principal, query: OrganisationsQuery): Promise<Page<OrganisationAnswer>>
  read (principal: Principal, id: string): Promise<OrganisationAnswer>
  change (principal: Principal, id: string, patch: OrganisationPatch): Promise<OrganisationAnswer>
}

/** Organisations not verified yet that one person may own. */
const unverifiedCap = 10

/** Names that would be taken for the service's own, folded. */
const reserved = new Set(['secretariat', 'wicc', 'wicc secretariat', 'the secretariat', 'wicc matchmaking', 'world initiative for city challenge', 'sample data', 'trial partner'])

export const noSuchOrganisation = 'There is no such organisation'

/** @throws {Problem} `invalid-input` for a name that another has, that would be taken for ours, or that is used to reach people */
const requireName = async ({ organisations }: Repositories, name: string): Promise<void> => {
  if (reserved.has(fold(name).replace(/\s+/gu, ' '))) throw invalidField(['name'], 'name-reserved', {})
  if (leadsAway(name)) throw invalidField(['name'], 'contact-details', {})
  if (await organisations.findByName(name) !== undefined) throw invalidField(['name'], 'name-taken', {})
}

export const presentOrganisation = (organisation: Organisation, role: Role | null): OrganisationAnswer => ({
  id: organisation.id,
  name: organisation.name,
  kind: organisation.kind,
  verified: organisation.verifiedAt !== null,
  role,
  createdAt: organisation.createdAt.toISOString(),
  verifiedAt: organisation.verifiedAt?.toISOString() ?? null,
  verifiedBy: organisation.verifiedBy,
  suspended: organisation.suspendedAt !== null,
  introductionCap: organisation.introductionCap
})

/** Has the session that asks act for an organisation from now on. */
export const actFor = async ({ sessions }: Repositories, { sessionId }: Principal, organisationId: string): Promise<void> => {
  if (sessionId !== null && await sessions.find(sessionId) !== undefined) await sessions.update(sessionId, { organisationId })
}

const roleIn = async ({ memberships }: Repositories, { personId }: Principal, organisationId: string): Promise<Role | null> =>
  personId === null ? null : (await memberships.find(personId, organisationId))?.role ?? null

/** Whether everybody may know of an organisation, by what it has published. */
const hasPublished = async (repositories: Repositories, ownerId: string): Promise<boolean> => {
  for (const resource of resources) {
    const { records } = await repositories[resource].list({ filters: { ownerId, statuses: ['published'] }, sort: 'created', descending: true, limit: 1 })
    if (records.length > 0) return true
  }
  return false
}

const mayKnow = async (repositories: Repositories, principal: Principal, id: string): Promise<boolean> => {
  if (owns(principal, { ownerId: id }) || await hasPublished(repositories, id)) return true
  return principal.organisationId !== null && (await repositories.parties.disclosedTo(principal.organisationId)).some((party) => party.organisationId === id)
}

const requireRoom = async ({ memberships, organisations }: Repositories, personId: string): Promise<void> => {
  const owned = (await memberships.listOf(personId)).filter(({ role }) => role === 'owner').map(({ organisationId }) => organisationId)
  const unverified = (await organisations.findMany(owned)).filter(({ verifiedAt }) => verifiedAt === null)
  if (unverified.length >= unverifiedCap) throw refuse('many-unverified', { count: unverifiedCap })
}

const wanted = (organisation: Organisation, { kind, verified, suspended }: OrganisationsQuery): boolean =>
  (kind === undefined || organisation.kind === kind) &&
  (verified === undefined || (organisation.verifiedAt !== null) === verified) &&
  (suspended === undefined || (organisation.suspendedAt !== null) === suspended)

/** What the audit log keeps of an organisation: how it stands, not its name. */
const standingOf = ({ verifiedAt, suspendedAt, introductionCap }: Organisation) => ({ verified: verifiedAt !== null, suspended: suspendedAt !== null, introductionCap })

/** What its owners are told of a change by the secretariat. */
const lettersOf = (before: Organisation, after: Organisation): LetterKind[] => [
  ...((before.suspendedAt === null) === (after.suspendedAt === null) ? [] : [after.suspendedAt === null ? 'organisation-reinstated' as const : 'organisation-suspended' as const]),
  ...(before.introductionCap === after.introductionCap ? [] : ['introduction-cap-changed' as const])
]

export const createOrganisations = (store: Store, post: Post, links: Links): Organisations => {
  /** Those that somebody belongs to, or that their key is of. */
  const ownOf = async ({ personId, organisationId }: Principal, query: OrganisationsQuery): Promise<Page<OrganisationAnswer>> => {
    const memberships = personId === null ? [] : await store.read.memberships.listOf(personId)
    const roles = new Map<string, Role | null>(memberships.map((membership) => [membership.organisationId, membership.role]))
    if (personId === null && organisationId !== null) roles.set(organisationId, null)
    const found = (await store.read.organisations.findMany([...roles.keys()])).filter((organisation) => wanted(organisation, query)).sort((a, b) => a.id < b.id ? -1 : 1)
    const after = found.filter(({ id }) => query.cursor === undefined || id > query.cursor)
    const page = await pageOf(query, async (limit) => after.slice(0, limit))
    return { items: page.items.map((organisation) => presentOrganisation(organisation, roles.get(organisation.id) ?? null)), next: page.next }
  }

  return {
    create: (asking, { name, kind }) => transactTwice(store, async (repositories) => {
      const principal = await asItStands(repositories, asking)
      requireAction(principal, 'organisations:create')
      const { personId } = principal
      if (personId === null) throw new Problem('person-needed')
      await requireName(repositories, name)
      await requireRoom(repositories, personId)
      const createdAt = new Date()
      const organisation: Organisation = { id: uuid(), name, kind, createdAt, verifiedAt: null, verifiedBy: null, suspendedAt: null, introductionCap: null }
      await repositories.organisations.insert(organisation)
      await repositories.memberships.insert({ personId, organisationId: organisation.id, role: 'owner', createdAt })
      await actFor(repositories, principal, organisation.id)
      await record(repositories, principal, 'organisations:create', { id: organisation.id, ownerId: organisation.id }, { after: { kind, ...standingOf(organisation) } })
      return presentOrganisation(organisation, 'owner')
    }),

    async list (principal, query) {
      requireAction(principal, 'organisations:list')
      if (!isAdmin(principal) || query.mine === true) return ownOf(principal, query)
      const { cursor: after, ...filters } = query
      const page = await pageOf(query, (limit) => store.read.organisations.page({ ...filters, after, limit }))
      const roles = new Map((principal.personId === null ? [] : await store.read.memberships.listOf(principal.personId)).map(({ organisationId, role }) => [organisationId, role]))
      return { items: page.items.map((organisation) => presentOrganisation(organisation, roles.get(organisation.id) ?? null)), next: page.next }
    },

    async read (principal, id) {
      const organisation = await store.read.organisations.find(id)
      if (organisation === undefined || !await mayKnow(store.read, principal, id)) throw new Problem('not-found', noSuchOrganisation)
      const { name, kind, verified, ...rest } = presentOrganisation(organisation, await roleIn(store.read, principal, id))
      return { id, name, kind, verified, ...permitted(fieldsOf(principal, 'organisations:read', heldOver(principal, id)), rest) }
    },

    change: (asking, id, patch) => transactTwice(store, async (repositories) => {
      const principal = await requireFor(repositories, asking, 'organisations:change', id, noSuchOrganisation)
      const before = await repositories.organisations.find(id)
      if (before === undefined) throw new Problem('not-found', noSuchOrganisation)
      const { reason = '', ...fields } = patch
      const may = fieldsOf(principal, 'organisations:change', heldOver(principal, id))
      const withheld = Object.keys(fields).filter((name) => !mayWrite(may, name))
      if (withheld.length > 0) throw new Problem('missing-scope', 'Only the secretariat changes this', withheld.map((name) => fieldError('body', [name], 'changed-by-secretariat', {})))
      if (fields.suspended === true && before.kind === 'secretariat') throw invalidField(['suspended'], 'secretariat-stays', {})

      const now = new Date()
      const after: Organisation = {
        ...before,
        name: fields.name ?? before.name,
        suspendedAt: fields.suspended === undefined ? before.suspendedAt : fields.suspended ? before.suspendedAt ?? now : null,
        introductionCap: fields.introductionCap === undefined ? before.introductionCap : fields.introductionCap
      }
      const renamed = after.name !== before.name
      if (renamed) await requireName(repositories, after.name)
      // The secretariat vouches for who bears the name that it read.
      if (renamed && !isAdmin(principal)) {
        const asked = await repositories.verifications.findAsked(id)
        if (asked !== undefined) await repositories.verifications.update(asked.id, { status: 'withdrawn', decidedAt: now })
        if (before.verifiedAt !== null) await endVerification(repositories, principal, id, 'withdrawn', 'The organisation took another name')
        Object.assign(after, { verifiedAt: null, verifiedBy: null })
      }
      const letters = lettersOf(before, after)
      const role = await roleIn(repositories, principal, id)
      if (!renamed && letters.length === 0) return presentOrganisation(before, role)
      await repositories.organisations.update(id, after)
      await record(repositories, principal, 'organisations:change', { id, ownerId: id }, { before: standingOf(before), after: { ...standingOf(after), ...(renamed ? { renamed } : {}) } })
      for (const kind of letters) {
        const letter = { kind, objectId: id, values: { organisation: after.name, reason }, link: links.to(`/organisations/${id}`) }
        await post.notifyOrganisation(repositories, id, letter, ['owner'])
        // That the secretariat's own people know why, whoever of them did it.
        await post.notifySecretariat(repositories, letter)
      }
      return presentOrganisation(after, role)
    })
  }
}
