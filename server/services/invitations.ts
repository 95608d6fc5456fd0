import { v7 as uuid } from 'uuid'
import type { Invitation, Organisation, Person, Repositories, Store } from '../../db/index.ts'
import type { Role } from '../../db/vocabulary.ts'
import { Problem } from '../errors.ts'
import { invalidField } from '../faults.ts'
import { refuse } from '../refusals.ts'
import type { InvitationAnswer, InvitationBody } from '../schemas/invitations.ts'
import type { OrganisationAnswer } from '../schemas/organisations.ts'
import { record } from './audit.ts'
import { owns, requireAction, requireFor } from './authority.ts'
import type { Links } from './links.ts'
import { actFor, noSuchOrganisation, presentOrganisation } from './organisations.ts'
import type { Post } from './post.ts'
import { asItStands, hashOf, type Principal, randomSecret } from './principal.ts'

/** Into an organisation by a link in a mail. All throw {@link Problem}. */
export interface Invitations {
  /** Sends one; an open one to the same address is withdrawn for it. What is answered is the same whoever has an account. */
  create (principal: Principal, organisationId: string, body: InvitationBody): Promise<InvitationAnswer>
  list (principal: Principal, organisationId: string): Promise<{ items: InvitationAnswer[] }>
  withdraw (principal: Principal, organisationId: string, id: string): Promise<void>
  /** What a link invites to: for who may take it up. */
  read (principal: Principal, token: string): Promise<Invited>
  /** Takes one up, once; the session acts for the organisation from then on. */
  accept (principal: Principal, token: string): Promise<OrganisationAnswer>
}

/** What whoever is invited is told before accepting. */
export interface Invited {
  organisation: string
  role: Role
  /** Name of who invites; null where it is not known any more. */
  inviter: string | null
  expiresAt: string
}

const day = 24 * 3_600_000
const validDays = 7
/** People and open invitations of one organisation together. */
const peopleCap = 500
/** Open invitations at a time; twice as many may be sent in a day, which a mailbox full of repeats would need. */
const openCap = ({ verifiedAt }: Organisation): number => verifiedAt === null ? 10 : 50

const present = ({ id, email, role, invitedBy, createdAt, expiresAt }: Invitation): InvitationAnswer =>
  ({ id, email: email ?? '', role, invitedBy, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() })

const isOpen = ({ acceptedAt, withdrawnAt, expiresAt }: Invitation, now: Date): boolean => acceptedAt === null && withdrawnAt === null && expiresAt > now

/** Whose account an address is known to be. */
const confirmed = (person: Person | undefined): Person | undefined => person !== undefined && person.confirmedAt !== null && person.suspendedAt === null ? person : undefined

const requireRoom = async ({ invitations, memberships }: Repositories, organisation: Organisation, email: string, now: Date): Promise<Invitation | undefined> => {
  const open = await invitations.listOpen(organisation.id, now)
  const repeated = open.find((invitation) => invitation.email === email)
  const cap = openCap(organisation)
  if (repeated === undefined && open.length >= cap) throw refuse('invitations-open', { count: cap })
  if (await invitations.countSince(organisation.id, new Date(now.getTime() - day)) >= 2 * cap) throw refuse('invitations-today', { count: 2 * cap })
  if ((await memberships.listIn(organisation.id)).length + open.length >= peopleCap) throw refuse('people-full', { count: peopleCap })
  return repeated
}

/**
 * The open invitation of a link, for the person whose address it went to.
 * @throws {Problem} `person-needed`; `not-found`; `other-address`
 */
const openTo = async (repositories: Repositories, principal: Principal, token: string, now: Date) => {
  requireAction(principal, 'invitations:accept')
  const person = principal.personId === null ? undefined : await repositories.people.find(principal.personId)
  if (person === undefined) throw new Problem('person-needed')
  const invitation = await repositories.invitations.findByHash(hashOf(token))
  const organisation = invitation === undefined ? undefined : await repositories.organisations.find(invitation.organisationId)
  if (invitation === undefined || organisation === undefined || !isOpen(invitation, now)) throw refuse('invitation-over', {})
  if (confirmed(person)?.email !== invitation.email) throw new Problem('other-address', 'This invitation went to another address than that of your account; sign in with the account of that address')
  return { person, invitation, organisation }
}

export const createInvitations = (store: Store, post: Post, links: Links): Invitations => ({
  create: (asking, organisationId, { email, role }) => store.transact(async (repositories) => {
    const principal = await requireFor(repositories, asking, 'invitations:create', organisationId, noSuchOrganisation)
    if (principal.personId === null) throw new Problem('person-needed')
    const [organisation, inviter] = [await repositories.organisations.find(organisationId), await repositories.people.find(principal.personId)]
    if (organisation === undefined || inviter === undefined) throw new Problem('not-found', noSuchOrganisation)
    const invited = confirmed(await repositories.people.findByEmail(email))
    if (invited !== undefined && await repositories.memberships.find(invited.id, organisationId) !== undefined) throw invalidField(['email'], 'member-already', {})
    const now = new Date()
    const repeated = await requireRoom(repositories, organisation, email, now)
    if (repeated !== undefined) await repositories.invitations.update(repeated.id, { withdrawnAt: now, email: null })
    const token = randomSecret()
    const invitation: Invitation = {
      id: uuid(), organisationId, email, role, hash: hashOf(token), invitedBy: inviter.id, createdAt: now, expiresAt: new Date(now.getTime() + validDays * day), acceptedAt: null, withdrawnAt: null
    }
    await repositories.invitations.insert(invitation)
    await record(repositories, principal, 'invitations:create', { id: invitation.id, ownerId: organisationId }, { after: { role } })
    await post.mail(repositories, { personId: invited?.id ?? null, email, language: invited?.language ?? inviter.language, name: invited?.name ?? null }, {
      kind: 'invitation',
      values: { organisation: organisation.name, inviter: inviter.name ?? organisation.name, role: { list: 'role', code: role }, days: { count: validDays } },
      link: links.to(`/invitations?token=${token}`)
    })
    return present(invitation)
  }),

  async list (principal, organisationId) {
    requireAction(principal, 'invitations:list')
    if (!owns(principal, { ownerId: organisationId }) || await store.read.organisations.find(organisationId) === undefined) throw new Problem('not-found', noSuchOrganisation)
    return { items: (await store.read.invitations.listOpen(organisationId, new Date())).map(present) }
  },

  withdraw: (asking, organisationId, id) => store.transact(async (repositories) => {
    const principal = await requireFor(repositories, asking, 'invitations:withdraw', organisationId, noSuchOrganisation)
    const invitation = await repositories.invitations.find(id)
    const now = new Date()
    if (invitation?.organisationId !== organisationId || !isOpen(invitation, now)) throw new Problem('not-found', 'There is no such open invitation')
    await repositories.invitations.update(id, { withdrawnAt: now, email: null })
    await record(repositories, principal, 'invitations:withdraw', { id, ownerId: organisationId })
  }),

  async read (principal, token) {
    const { invitation, organisation } = await openTo(store.read, principal, token, new Date())
    const inviter = await store.read.people.find(invitation.invitedBy)
    return { organisation: organisation.name, role: invitation.role, inviter: inviter?.name ?? null, expiresAt: invitation.expiresAt.toISOString() }
  },

  accept: (asking, token) => store.transact(async (repositories) => {
    const principal = await asItStands(repositories, asking)
    const now = new Date()
    const { person, invitation, organisation } = await openTo(repositories, principal, token, now)
    const { id, organisationId } = invitation
    await repositories.invitations.update(id, { acceptedAt: now, email: null })
    const known = await repositories.memberships.find(person.id, organisationId)
    const role = known?.role ?? invitation.role
    if (known === undefined) await repositories.memberships.insert({ personId: person.id, organisationId, role, createdAt: now })
    await actFor(repositories, principal, organisationId)
    await record(repositories, principal, 'invitations:accept', { id, ownerId: organisationId }, { after: { role } })
    return presentOrganisation(organisation, role)
  })
})
