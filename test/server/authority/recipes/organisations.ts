import { v7 as uuid } from 'uuid'
import { hashOf, randomSecret } from '../../../../server/services/principal.ts'
import { fresh, nothing, oneself, type Recipe, type World } from '../world.ts'

const own = async (world: World) => ({ params: { id: world.own } })

const member = async (world: World): Promise<string> => (await world.service.person({ name: 'Own', kind: 'partner' }, 'viewer')).personId

/** A request to be verified, the only one that is open. */
const asked = async (world: World): Promise<string> => world.service.store.transact(async ({ verifications, organisations }) => {
  const open = await verifications.findAsked(world.own)
  if (open !== undefined) await verifications.update(open.id, { status: 'withdrawn' })
  const id = uuid()
  await organisations.update(world.own, { verifiedAt: null })
  await verifications.insert({ id, organisationId: world.own, method: 'document', evidence: 'https://example.org/a', words: null, status: 'asked', askedBy: world.credentials['own owner'].as?.personId ?? null, askedAt: new Date(), decidedBy: null, decidedAt: null, reason: null })
  return id
})

const unasked = async (world: World): Promise<void> => {
  const id = await asked(world)
  await world.service.store.transact(({ verifications }) => verifications.update(id, { status: 'withdrawn' }))
}

const flag = async (world: World): Promise<string> => {
  const { id } = await fresh.provider(world)
  return (await world.make('/v1/flags', { resource: 'providers', id, reason: 'false' }, { as: await world.service.person({ name: 'Other', kind: 'partner' }, 'viewer') })).id
}

const decided = async (world: World): Promise<string> => {
  const id = await flag(world)
  await world.make(`/v1/flags/${id}/decide`, { decision: 'hide', reason: 'It is not true.' }, world.credentials['key admin'])
  return id
}

const appealed = async (world: World): Promise<string> => {
  const id = await decided(world)
  await world.make(`/v1/flags/${id}/appeal`, { words: 'It is true.' })
  return id
}

export const ofOrganisations: Readonly<Record<string, Recipe>> = {
  createOrganisation: oneself(async (world) => ({ body: { name: `New ${world.count()}`, kind: 'city' } })),
  listOrganisations: nothing,
  // Of an organisation with something public everybody may know.
  readOrganisation: own,
  'readOrganisation.public': async (world) => {
    await fresh.provider(world)
    return own(world)
  },
  changeOrganisation: async (world) => ({ ...await own(world), body: { name: 'Own' } }),
  'changeOrganisation.suspended': async (world) => ({ ...await own(world), body: { suspended: true, reason: 'For a while.' } }),
  listMembers: own,
  changeMember: async (world) => ({ params: { id: world.own, personId: await member(world) }, body: { role: 'editor' } }),
  removeMember: async (world) => ({ params: { id: world.own, personId: await member(world) } }),
  invite: async (world) => ({ ...await own(world), body: { email: `${uuid()}@example.org`, role: 'viewer' } }),
  listInvitations: own,
  withdrawInvitation: async (world) => {
    const made = await world.make(`/v1/organisations/${world.own}/invitations`, { email: `${uuid()}@example.org`, role: 'viewer' })
    return { params: { id: world.own, invitationId: made.id } }
  },
  acceptInvitation: oneself(async (world, by) => {
    const secret = randomSecret()
    const now = new Date()
    await world.service.store.transact(({ invitations }) => invitations.insert({ id: uuid(), organisationId: world.party, email: by.as?.email ?? 'nobody@example.org', role: 'viewer', hash: hashOf(secret), invitedBy: world.credentials['party editor'].as?.personId ?? '', createdAt: now, expiresAt: new Date(now.getTime() + 60_000), acceptedAt: null, withdrawnAt: null }))
    return { body: { token: secret } }
  }),
  askForVerification: async (world) => {
    await unasked(world)
    return { ...await own(world), body: { method: 'document', evidence: 'https://example.org/b' } }
  },
  withdrawVerification: async (world) => {
    await asked(world)
    return own(world)
  },
  readVerifications: own,
  revokeVerification: async (world) => ({ ...await own(world), body: { reason: 'It has closed.' } }),
  listVerifications: nothing,
  decideVerification: async (world) => ({ params: { id: await asked(world) }, body: { decision: 'grant', reason: 'It is on the list.' } }),

  raiseFlag: async (world) => ({ body: { resource: 'providers', id: (await fresh.provider(world)).id, reason: 'spam' } }),
  listFlags: nothing,
  readFlag: async (world) => ({ params: { id: await flag(world) } }),
  'readFlag.decided': async (world) => ({ params: { id: await decided(world) } }),
  decideFlag: async (world) => ({ params: { id: await flag(world) }, body: { decision: 'clear', reason: 'It is true.' } }),
  appeal: async (world) => ({ params: { id: await decided(world) }, body: { words: 'It is true.' } }),
  decideAppeal: async (world) => ({ params: { id: await appealed(world) }, body: { outcome: 'overturned', reason: 'So it is.' } }),
  readAudit: nothing
}
