import { currencyOptions } from '../../../../server/web/editing/names.ts'
import { join } from './joining.ts'
import { busline, dhaka, khulna } from './plot.ts'
import type { Person, World } from './world.ts'

export const foundsCompany = (world: World, person: Person): Promise<void> =>
  join(world, person, busline.organisation, 'provider', busline.domain)

const describes = async ({ hand }: Person, title: string, summary: string): Promise<void> => {
  const { codes, editing } = hand.reader.words
  const { solutions: fields } = editing.fields
  await hand.write(fields.title.label, title)
  await hand.write(fields.summary.label, summary)
  await hand.tick(codes.areas.transport)
  await hand.choose(fields.kind.label, codes.solutionKinds.service)
  await hand.press(editing.buttons.publish)
  await hand.sees(editing.saved.published)
}

/** Says who the company is and what it offers. */
export const registers = async (person: Person): Promise<void> => {
  const { hand } = person
  const { nav, editing } = hand.reader.words
  const { providers: fields } = editing.fields
  await hand.open('/')
  await hand.follow(nav.mine, hand.header)
  await hand.follow(editing.mine.add.solutions)
  await hand.sees(editing.providerFirst)
  await hand.write(fields.legalName.label, busline.organisation)
  await hand.write(fields.description.label, busline.description)
  await hand.write(fields.countries.label, 'TH, BD')
  await hand.unfold(editing.sections.contact)
  await hand.write(editing.shared.contact_email.label, busline.seller.email)
  await hand.press(editing.buttons.publish)
  await describes(person, busline.title, busline.summary)
}

/** A second solution, which those who watch for one are told of. */
export const registersAnother = async (person: Person): Promise<void> => {
  const { hand } = person
  const { nav, editing } = hand.reader.words
  await hand.follow(nav.mine, hand.header)
  await hand.follow(editing.mine.add.solutions)
  await describes(person, busline.second, busline.secondSummary)
}

/** Tells where it worked, at what cost, and what it changed. */
export const tellsOfEvidence = async (person: Person): Promise<void> => {
  const { hand } = person
  const { reader } = hand
  const { nav, codes, editing } = reader.words
  const { deployments: fields } = editing.fields
  await hand.follow(nav.mine, hand.header)
  await hand.follow(editing.mine.add.deployments)
  await hand.choose(fields.solutionId.label, busline.title)
  await hand.choose(fields.cityId.label, `${dhaka.city}, ${reader.country('BD')}`)
  await hand.choose(fields.stage.label, codes.deploymentStages.pilot)
  await hand.write(fields.period_start.label, '2025-03-01')
  await hand.write(fields.cost_amount.label, '1200000')
  await hand.choose(fields.cost_currency.label, currencyOptions(reader).find(([code]) => code === 'BDT')?.[1] ?? '')
  const row = hand.group(reader.fill(editing.rows.row, { what: fields.indicators.label, number: reader.number(1) }))
  await hand.write(fields.indicators_name.label, 'Crowded trips', row)
  await hand.write(fields.indicators_unit.label, '%', row)
  await hand.write(fields.indicators_before.label, '40', row)
  await hand.write(fields.indicators_after.label, '15', row)
  await hand.press(editing.buttons.publish)
  await hand.sees(editing.saved.published)
}

/** Looks for challenges that fit: by facets, and by a text. */
export const looksForWork = async (person: Person): Promise<void> => {
  const { hand } = person
  const { nav, browse, codes, home, site } = hand.reader.words
  await hand.follow(nav.challenges, hand.header)
  await hand.unfoldSmall(browse.filter)
  await hand.tick(codes.areas.transport)
  await hand.choose(browse.sort, browse.byTitle)
  await hand.press(browse.show)
  await hand.sees(dhaka.title)
  await hand.follow(site.name, hand.header)
  await hand.write(home.describe, busline.summary)
  await hand.press(home.find)
  await hand.sees(khulna.crowded)
}

/** Was asked by two cities: declines one and says why, agrees to the other, and asks it something. */
export const answersCities = async (person: Person): Promise<void> => {
  const { hand } = person
  const { nav, dialogue } = hand.reader.words
  const { introduction, decision, codes, done } = dialogue
  await hand.follow(nav.inbox, hand.header)
  await hand.follow(dialogue.inbox.introductions)
  await hand.follow(khulna.crowded)
  await hand.sees(khulna.message)
  await hand.follow(introduction.decline)
  await hand.choose(decision.reason, codes.declineReasons['no-capacity'])
  await hand.write(decision.words, 'Both of our planners are busy until the summer.')
  await hand.press(decision.decline.send)
  await hand.sees(done.declined)

  await hand.follow(nav.inbox, hand.header)
  await hand.follow(dialogue.inbox.introductions)
  await hand.follow(dhaka.title)
  await hand.tick(dialogue.disclose.fields.contact)
  await hand.press(introduction.accept)
  await hand.sees(done.accepted)
  await hand.sees(dhaka.officer.email)
  await hand.follow(dialogue.actions.questions)
  await hand.write(dialogue.questions.ask, busline.question)
  await hand.press(dialogue.questions.send)
  await hand.sees(done.question)
}

/** Asks a city of its own accord, and thinks better of it. */
export const withdraws = async (person: Person): Promise<void> => {
  const { hand } = person
  const { nav, editing, dialogue } = hand.reader.words
  const { ask, introduction, decision, codes, done } = dialogue
  await hand.follow(nav.mine, hand.header)
  await hand.follow(`${editing.buttons.view}: ${busline.title}`)
  await hand.follow(`${dialogue.actions.ask}: ${khulna.waiting}`)
  await hand.choose(ask.purpose, codes.purposes['explore-solution'])
  await hand.write(ask.message, 'We plan timetables that follow the crowd. Shall we show you?')
  await hand.press(ask.send)
  await hand.sees(done.asked)
  await hand.follow(introduction.withdraw)
  await hand.press(decision.withdraw.send)
  await hand.sees(done.withdrawn)
}

/** Reads what the city wrote, and writes back. */
export const writesBack = async (person: Person): Promise<void> => {
  const { hand } = person
  const { nav, dialogue } = hand.reader.words
  await hand.follow(nav.inbox, hand.header)
  await hand.follow(dialogue.inbox.introductions)
  await hand.follow(dhaka.title)
  await hand.sees(dhaka.message)
  await hand.press(dialogue.messages.markRead)
  await hand.sees(dialogue.done.read)
  await hand.write(dialogue.messages.write, busline.reply)
  await hand.unfold(dialogue.messages.links)
  await hand.write(hand.reader.fill(dialogue.messages.url, { number: hand.reader.number(1) }), 'https://busline.example.com/plan')
  await hand.press(dialogue.messages.send)
  await hand.sees(dialogue.done.written)
  await hand.sees('https://busline.example.com/plan')
}

/** Brings a profile before the secretariat. */
export const reports = async ({ hand }: Person): Promise<void> => {
  const { nav, office: { flags, done } } = hand.reader.words
  await hand.follow(nav.challenges, hand.header)
  await hand.follow(khulna.crowded)
  await hand.follow(flags.report)
  await hand.choose(flags.reason, flags.reasons.duplicate)
  await hand.write(flags.words, 'There are two of this city that say the same.')
  await hand.press(flags.send)
  await hand.sees(done.reported)
}

/** Reads what was decided about a profile, and appeals. */
export const appeals = async (person: Person): Promise<void> => {
  const { hand } = person
  const { office: { organisation, flags, done } } = hand.reader.words
  await hand.follow(busline.organisation, hand.header)
  await hand.follow(organisation.decisions)
  await hand.follow(busline.second)
  await hand.write(flags.appealHint, 'It is a service that we have run since 2023.')
  await hand.press(flags.appeal)
  await hand.sees(done.appealed)
  await hand.sees(flags.appealWaits)
}
