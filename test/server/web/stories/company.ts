import { signUpHere } from './joining.ts'
import { busline } from './plot.ts'
import { registersAnother } from './vendor.ts'
import type { Person, World } from './world.ts'

/** Makes a key for a program, and revokes it. */
export const makesKey = async (world: World, person: Person): Promise<void> => {
  const { hand } = person
  const { office: { organisation, keys, secret } } = hand.reader.words
  const { fill } = hand.reader
  await hand.follow(busline.organisation, hand.header)
  await hand.follow(organisation.keys)
  await hand.write(keys.name, 'Our planner')
  await hand.tick(keys.scopeNames['write:solutions'])
  await hand.press(keys.make)
  const key = await hand.page.getByLabel(secret.key).inputValue()
  const works = async (): Promise<boolean> => (await world.service.call('GET', '/v1/solutions?owner=me', { key })).status === 200
  if (!await works()) throw new Error('the key opens nothing')
  await hand.follow(secret.back)
  await hand.unfold(fill(keys.revokeOf, { name: 'Our planner' }))
  await hand.press(keys.revoke)
  await hand.sees(keys.revoked)
  if (await works()) throw new Error('the key opens something after it was revoked')
}

/** Has an address of its own told of what happens, and sees that it is. */
export const makesWebhook = async (world: World, person: Person): Promise<void> => {
  const { hand } = person
  const { office: { organisation, webhooks, secret, resources, common } } = hand.reader.words
  const url = world.receiver.at('/told')
  await hand.follow(busline.organisation, hand.header)
  await hand.follow(organisation.webhooks)
  await hand.write(webhooks.url, url)
  await hand.tick(webhooks.actions.published, hand.group(resources.solutions))
  await hand.press(webhooks.make)
  await hand.follow(secret.back)
  await hand.press(webhooks.test)
  await hand.sees(webhooks.tested)
  await registersAnother(person)
  await world.service.run('webhooks')
  await hand.follow(busline.organisation, hand.header)
  await hand.follow(organisation.webhooks)
  await hand.follow(url)
  await hand.choose(common.status, webhooks.statuses.delivered)
  await hand.press(common.show)
  await hand.sees(`${resources.solutions}: ${webhooks.actions.published}`)
}

/** Invites a colleague, at a mistyped address first. */
export const invites = async (world: World, person: Person): Promise<void> => {
  const { hand } = person
  const { office: { organisation, people, roles, done } } = hand.reader.words
  const { fill } = hand.reader
  world.mail.answer = (address) => address === busline.mistyped ? { code: 550, words: 'No such mailbox' } : undefined
  await hand.follow(busline.organisation, hand.header)
  await hand.follow(organisation.people)
  for (const email of [busline.mistyped, busline.colleague.email]) {
    await hand.write(people.email, email)
    await hand.choose(people.role, roles.editor)
    await hand.press(people.invite)
    await hand.sees(done.invited)
  }
  await hand.press(fill(people.withdrawOf, { name: busline.mistyped }))
  await hand.sees(done.withdrawn)
}

/** A colleague without an account comes by the link of the letter. */
export const joinsByInvitation = async (world: World, colleague: Person): Promise<void> => {
  const { hand } = colleague
  const { account } = hand.reader.words
  const link = await world.letter(colleague.email, '/invitations')
  await hand.open(link)
  await hand.follow(account.signUp.title)
  await signUpHere(world, colleague)
  await hand.open(link)
  await hand.press(account.invitation.accept)
  await hand.sees(hand.reader.fill(account.account.acting, { organisation: busline.organisation }))
}
