import { Secret, TOTP } from 'otpauth'
import { v7 as uuid } from 'uuid'
import type { TokenRepository } from '../../../../db/index.ts'
import { hashOf, randomSecret } from '../../../../server/services/principal.ts'
import { newTotpSecret } from '../../../../server/services/totp.ts'
import { type Credentials, nothing, oneself, password, type Recipe, type World } from '../world.ts'

/** Nobody is kept waiting for what was tried before. */
const forgetAttempts = ({ service: { store } }: World) => store.transact(({ attempts }) => attempts.removeBefore(new Date(Date.now() + 60_000)))

const token = async ({ service }: World, purpose: Parameters<TokenRepository['insert']>[0]['purpose']): Promise<string> => {
  const { personId } = await service.person(null)
  const secret = randomSecret()
  const now = new Date()
  await service.store.transact(({ tokens }) => tokens.insert({ hash: hashOf(secret), purpose, personId, createdAt: now, expiresAt: new Date(now.getTime() + 60_000) }))
  return secret
}

/** Gives whoever will ask a second factor, in force or begun, and a code of it. */
const codeOf = async ({ service: { store } }: World, { as }: Credentials, inForce: boolean): Promise<string> => {
  const totpSecret = newTotpSecret()
  if (as !== undefined) await store.transact(({ people }) => people.update(as.personId, { totpSecret, totpSince: inForce ? new Date() : null, totpStep: null }))
  return new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate()
}

const ofOneself = (body: (world: World, by: Credentials) => Promise<object> | object): Recipe => oneself(async (world, by) => {
  await forgetAttempts(world)
  return { body: await body(world, by) }
})

export const ofPeople: Readonly<Record<string, Recipe>> = {
  signUp: async (world) => {
    await forgetAttempts(world)
    return { body: { email: `${uuid()}@example.org`, password, name: 'New' } }
  },
  confirmAddress: async (world) => ({ body: { token: await token(world, 'confirm-address') } }),
  resendConfirmation: async (world) => {
    await forgetAttempts(world)
    return { body: { email: 'nobody@example.org' } }
  },
  askForReset: async (world) => {
    await forgetAttempts(world)
    return { body: { email: 'nobody@example.org' } }
  },
  resetPassword: async (world) => ({ body: { token: await token(world, 'reset-password'), password } }),
  changeYourself: ofOneself(() => ({ name: 'Other Name' })),
  changePassword: ofOneself(() => ({ password, newPassword: 'twelve lanterns over the river' })),
  exportYourself: nothing,
  eraseYourself: ofOneself(() => ({ password })),
  beginSecondFactor: ofOneself(() => ({ password })),
  confirmSecondFactor: ofOneself(async (world, by) => ({ code: await codeOf(world, by, false) })),
  renewRecoveryCodes: ofOneself(async (world, by) => ({ password, code: await codeOf(world, by, true) })),
  stopSecondFactor: ofOneself(async (world, by) => ({ password, code: await codeOf(world, by, true) })),

  signIn: ofOneself(async (world) => ({ email: (await world.anew('person')).as?.email, password })),
  // A sign-in that is half done is nobody's of these.
  finishSignIn: ofOneself(() => ({ code: '123456' })),
  readSession: nothing,
  chooseOrganisation: ofOneself((_, { as }) => ({ organisationId: as?.organisationId ?? null })),
  listSessions: nothing,
  endOtherSessions: oneself(nothing),
  endSession: async (world) => {
    const owner = world.credentials['own owner'].as
    const id = uuid()
    const now = new Date()
    await world.service.store.transact(({ sessions }) => sessions.insert({ id, personId: owner?.personId ?? '', hash: hashOf(randomSecret()), state: 'open', organisationId: null, createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + 60_000), address: null, agent: null }))
    return { params: { id } }
  },
  signOut: oneself(nothing)
}
