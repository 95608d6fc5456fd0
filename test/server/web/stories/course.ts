import type { LocaleName } from '../../../../server/locales/index.ts'
import { makePerson } from '../../../../server/services/operator-people.ts'
import * as account from './account.ts'
import * as city from './city.ts'
import * as company from './company.ts'
import { busline, dhaka, khulna, secretariat as office } from './plot.ts'
import * as secretariat from './secretariat.ts'
import * as vendor from './vendor.ts'
import * as visitor from './visitor.ts'
import type { World } from './world.ts'

export type Role = 'visitor' | 'city' | 'vendor' | 'secretariat'

/** What a city that does nothing on pages asks of the other two. */
const khulnaAsks = async ({ service, khulna: { owner, crowded } }: World): Promise<void> => {
  const found = (await service.call('GET', `/v1/challenges/${crowded}/matches`)).body as { peers: Array<{ challenge: { id: string, title: { text: string } } }>, solutions: Array<{ solution: { id: string, title: { text: string } } }> }
  const peer = found.peers.find(({ challenge }) => challenge.title.text === dhaka.title)?.challenge.id
  const solution = found.solutions.find(({ solution }) => solution.title.text === busline.title)?.solution.id
  for (const [resource, id, purpose] of [['challenges', peer, 'exchange'], ['solutions', solution, 'explore-solution']] as const) {
    const answer = await service.call('POST', '/v1/introductions', { as: owner, body: { challengeId: crowded, with: { resource, id }, purpose, message: khulna.message } })
    if (answer.status !== 201) throw new Error(answer.text)
  }
}

export type Chapter = readonly [title: string, tell: () => Promise<void>]

/**
 * The whole of it: what each role can do on pages, in the order in which one needs the other.
 * @param languages in which each reads the pages
 */
export const course = async (world: World, languages: Readonly<Record<Role, LocaleName>>): Promise<readonly Chapter[]> => {
  const { store } = world.service
  const officer = await world.person(dhaka.officer, languages.city)
  const seller = await world.person(busline.seller, languages.vendor)
  const colleague = await world.person(busline.colleague, languages.vendor)
  const made = await makePerson(store, { ...office.officer, organisation: 'WICC Secretariat', kind: 'secretariat', role: 'owner' })
  const clerk = { ...await world.person(office.officer, languages.secretariat), password: made?.password ?? '' }

  return [
    ['a visitor looks round', async () => visitor.looksRound(await world.hand(languages.visitor))],
    ['a city joins', () => city.foundsOffice(world, officer)],
    ['a company joins', () => vendor.foundsCompany(world, seller)],
    ['the secretariat verifies both', () => secretariat.verifies(clerk, [dhaka.organisation, busline.organisation])],
    ['the company registers a solution', () => vendor.registers(seller)],
    ['the city registers a challenge', () => city.registers(officer)],
    ['the city looks at its matches', () => city.looksAtMatches(officer)],
    ['the city asks the company', () => city.asksProvider(officer)],
    ['another city asks both', () => khulnaAsks(world)],
    ['the company looks for work', () => vendor.looksForWork(seller)],
    ['the company answers two cities', () => vendor.answersCities(seller)],
    ['the company asks a city, and withdraws', () => vendor.withdraws(seller)],
    ['the company tells where it worked', () => vendor.tellsOfEvidence(seller)],
    ['the city confirms it, and agrees to the other city', () => city.answersOthers(officer)],
    ['the city talks with the company', () => city.talks(officer)],
    ['the company writes back', () => vendor.writesBack(seller)],
    ['the company makes a key', () => company.makesKey(world, seller)],
    ['the company makes a webhook', () => company.makesWebhook(world, seller)],
    ['the company invites a colleague', () => company.invites(world, seller)],
    ['the colleague comes', () => company.joinsByInvitation(world, colleague)],
    ['the company reports a profile', () => vendor.reports(seller)],
    ['the city is told of more', () => city.isToldOfMore(world, officer)],
    ['the city says what came of it', () => city.closes(officer)],
    ['the city saves a search', () => city.savesSearch(officer)],
    ['the city has a second owner, and reads its record', () => city.runsOffice(world, officer)],
    ['the secretariat decides what was reported', () => secretariat.decides(clerk)],
    ['the company appeals', () => vendor.appeals(seller)],
    ['the secretariat hears the appeal', () => secretariat.hearsAppeal(clerk)],
    ['the secretariat clears the mails', () => secretariat.clearsMails(world, clerk)],
    ['the secretariat overlooks the whole', () => secretariat.overlooks(clerk)],
    ['the officer forgets a password, and loses a telephone', () => account.keepsSafe(world, officer)],
    ['the officer sets up a second factor', () => account.setsUpSecondFactor(officer)],
    ['the officer reads in another language', () => account.changesLanguage(officer)],
    ['the officer leaves', () => account.leaves(officer)]
  ]
}
