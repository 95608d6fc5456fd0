import type { Membership, Organisation, Person, Repositories, Store } from '../../db/index.ts'
import type { Role } from '../../db/vocabulary.ts'
import { Problem } from '../errors.ts'
import { refuse } from '../refusals.ts'
import type { MemberAnswer } from '../schemas/members.ts'
import { record } from './audit.ts'
import { fieldsOf, heldOver, owns, permitted, requireAction, requireFor } from './authority.ts'
import type { Links } from './links.ts'
import { noSuchOrganisation } from './organisations.ts'
import type { Post } from './post.ts'
import { asItStands, type Principal } from './principal.ts'

/** Who belongs to an organisation, and as what. All throw {@link Problem}. */
export interface Members {
  list (principal: Principal, organisationId: string): Promise<{ items: MemberAnswer[] }>
  setRole (principal: Principal, organisationId: string, personId: string, role: Role): Promise<MemberAnswer>
  /** Removes somebody; a person may remove themself. */
  remove (principal: Principal, organisationId: string, personId: string): Promise<void>
}

const present = ({ personId, role, createdAt }: Membership, person: Person | undefined) =>
  ({ personId, name: person?.name ?? null, role, since: createdAt.toISOString(), email: person?.email ?? null })

const requireMember = async ({ memberships }: Repositories, organisationId: string, personId: string): Promise<Membership> => {
  const membership = await memberships.find(personId, organisationId)
  if (membership === undefined) throw new Problem('not-found', 'There is no such member')
  return membership
}

/** @throws {Problem} `last-owner` when an organisation would be left without one */
const requireOtherOwner = async ({ memberships }: Repositories, { organisationId, personId }: Membership): Promise<void> => {
  const others = (await memberships.listIn(organisationId)).filter((membership) => membership.role === 'owner' && membership.personId !== personId)
  if (others.length === 0) throw refuse('only-owner', {})
}

const requireOrganisation = async ({ organisations }: Repositories, id: string): Promise<Organisation> => {
  const organisation = await organisations.find(id)
  if (organisation === undefined) throw new Problem('not-found', noSuchOrganisation)
  return organisation
}

export const createMembers = (store: Store, post: Post, links: Links): Members => {
  /** An owner who is one no longer leaves no way in behind: what they had sent out is withdrawn. */
  const withdrawInvitations = async ({ invitations }: Repositories, { personId, organisationId, role }: Membership): Promise<void> => {
    if (role === 'owner') await invitations.withdrawOf(personId, organisationId, new Date())
  }

  return {
    async list (principal, organisationId) {
      requireAction(principal, 'members:list')
      if (!owns(principal, { ownerId: organisationId }) || await store.read.organisations.find(organisationId) === undefined) throw new Problem('not-found', noSuchOrganisation)
      const memberships = await store.read.memberships.listIn(organisationId)
      const people = new Map((await store.read.people.findMany(memberships.map(({ personId }) => personId))).map((person) => [person.id, person]))
      const fields = fieldsOf(principal, 'members:list', heldOver(principal, organisationId))
      return {
        items: memberships.map((membership) => {
          const { email, ...shown } = present(membership, people.get(membership.personId))
          return { ...shown, ...permitted(fields, { email }) }
        })
      }
    },

    setRole: (asking, organisationId, personId, role) => store.transact(async (repositories) => {
      const principal = await requireFor(repositories, asking, 'members:change', organisationId, noSuchOrganisation)
      const organisation = await requireOrganisation(repositories, organisationId)
      const before = await requireMember(repositories, organisationId, personId)
      const person = await repositories.people.find(personId)
      if (before.role === role) return present(before, person)
      if (before.role === 'owner') await requireOtherOwner(repositories, before)
      await repositories.memberships.setRole(personId, organisationId, role)
      await withdrawInvitations(repositories, before)
      await record(repositories, principal, 'members:change', { id: personId, ownerId: organisationId }, { before: { role: before.role }, after: { role } })
      if (person !== undefined && personId !== principal.personId) {
        await post.notify(repositories, person, { kind: 'role-changed', objectId: organisationId, values: { organisation: organisation.name, role: { list: 'role', code: role } }, link: links.to(`/organisations/${organisationId}`) })
      }
      return present({ ...before, role }, person)
    }),

    remove: (asking, organisationId, personId) => store.transact(async (repositories) => {
      const leaves = asking.personId === personId
      const principal = leaves ? await asItStands(repositories, asking) : await requireFor(repositories, asking, 'members:remove', organisationId, noSuchOrganisation)
      const membership = await requireMember(repositories, organisationId, personId)
      const organisation = await requireOrganisation(repositories, organisationId)
      if (membership.role === 'owner') await requireOtherOwner(repositories, membership)
      await repositories.memberships.remove(personId, organisationId)
      await withdrawInvitations(repositories, membership)
      await record(repositories, principal, 'members:remove', { id: personId, ownerId: organisationId }, { before: { role: membership.role } })
      const person = await repositories.people.find(personId)
      if (leaves || person === undefined) return
      await post.notify(repositories, person, { kind: 'member-removed', objectId: organisationId, values: { organisation: organisation.name }, link: links.to('/account') })
    })
  }
}
