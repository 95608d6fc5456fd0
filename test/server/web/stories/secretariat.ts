import { chooseLanguage, signIn } from './joining.ts'
import { boarding, busline, khulna, secretariat } from './plot.ts'
import type { Person, World } from './world.ts'

/** Makes sure that organisations are who they say they are. */
export const verifies = async (person: Person, organisations: readonly string[]): Promise<void> => {
  const { hand } = person
  const { nav, office } = hand.reader.words
  const { secretariat: words } = office
  // Who was made by the operator has letters and pages in English, unless they choose otherwise.
  await hand.open('/')
  await chooseLanguage(hand, hand.reader, hand.reader)
  await signIn(person)
  await hand.follow(nav.secretariat, hand.header)
  await hand.follow(hand.reader.count(words.waiting.verifications, organisations.length))
  for (const organisation of organisations) {
    await hand.follow(organisation)
    await hand.choose(words.decision, words.grant)
    await hand.write(office.common.reason, secretariat.reason)
    await hand.press(words.decide)
    await hand.sees(office.done.decided)
  }
}

/** Looks at what was reported: one profile stays as it is, another goes back to its owner. */
export const decides = async (person: Person): Promise<void> => {
  const { hand } = person
  const { nav, office } = hand.reader.words
  const { secretariat: words } = office
  await hand.follow(nav.secretariat, hand.header)
  for (const [title, decision] of [[khulna.crowded, words.clear], [busline.second, words.hide]] as const) {
    await hand.follow(words.flags)
    await hand.follow(title)
    await hand.choose(words.decision, decision)
    await hand.write(office.common.reason, secretariat.reason)
    await hand.press(words.decide)
    await hand.sees(office.done.decided)
  }
}

/** Takes a decision back that was appealed against. */
export const hearsAppeal = async (person: Person): Promise<void> => {
  const { hand } = person
  const { nav, browse, office } = hand.reader.words
  const { secretariat: words } = office
  await hand.follow(nav.secretariat, hand.header)
  await hand.follow(hand.reader.count(words.waiting.appeals, 1))
  await hand.follow(busline.second)
  await hand.choose(words.decision, words.overturn)
  await hand.write(office.common.reason, secretariat.reason)
  await hand.press(words.decide)
  await hand.follow(words.flags)
  await hand.choose(office.common.status, words.decided, hand.page.getByRole('search', { name: browse.filter }))
  await hand.press(office.common.show)
  await hand.sees(busline.second)
}

/** Letters that nobody took: one is tried again, then dropped. */
export const clearsMails = async (world: World, person: Person): Promise<void> => {
  const { hand } = person
  const { nav, office } = hand.reader.words
  const { secretariat: words } = office
  const { fill } = hand.reader
  await hand.follow(nav.secretariat, hand.header)
  await hand.follow(hand.reader.count(words.waiting.mails, 1))
  await hand.sees(busline.mistyped)
  await hand.press(fill(words.resendTo, { name: busline.mistyped }))
  await hand.sees(office.done.resent)
  await world.service.run('mail')
  await hand.follow(words.mails)
  await hand.press(fill(words.dropTo, { name: busline.mistyped }))
  await hand.sees(office.done.dropped)
}

/** Sees the whole: who is here, what is asked for where, who did what; lets an organisation rest, and go on. */
export const overlooks = async (person: Person): Promise<void> => {
  const { hand } = person
  const { nav, office } = hand.reader.words
  const { secretariat: words, coverage, common } = office
  await hand.follow(nav.secretariat, hand.header)
  await hand.follow(words.coverage)
  await hand.choose(coverage.what, coverage.measures.introductions)
  await hand.press(common.show)
  await hand.sees(coverage.hints.introductions)
  const figures = await hand.take(coverage.csv)
  if (!figures.includes('transport')) throw new Error(`the figures say nothing of transport: ${figures}`)

  await hand.follow(words.organisations)
  await hand.choose(common.kind, office.kinds.provider)
  await hand.press(common.show)
  await hand.sees(busline.organisation)
  await hand.follow(boarding.organisation)
  for (const [title, sign] of [[words.suspend, words.lift], [words.lift, words.suspend]] as const) {
    await hand.unfold(title)
    await hand.write(common.reason, secretariat.reason, hand.group(title))
    await hand.press(title)
    await hand.sees(sign)
  }
  await hand.follow(words.toRecord)
  await hand.sees(`${office.record.things.organisations}: ${office.record.verbs.change}`)
  await hand.follow(words.record)
  await hand.sees(`${office.record.things.introductions}: ${office.record.verbs.close}`)
}
