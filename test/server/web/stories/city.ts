import { join } from './joining.ts'
import { boarding, busline, dhaka, khulna } from './plot.ts'
import type { Person, World } from './world.ts'

export const foundsOffice = (world: World, person: Person): Promise<void> =>
  join(world, person, dhaka.organisation, 'city', dhaka.domain)

/** A city first, then a challenge of it: a draft while it is written, others like it beside, then published. */
export const registers = async (person: Person): Promise<void> => {
  const { hand } = person
  const { reader } = hand
  const { nav, codes, editing } = reader.words
  const { fields: { cities, challenges }, sections, buttons, saved } = editing
  await hand.open('/')
  await hand.follow(nav.register, hand.header)
  await hand.sees(editing.cityFirst)
  await hand.write(cities.name.label, dhaka.city)
  await hand.choose(cities.country.label, reader.country('BD'))
  await hand.write(cities.population.label, '10278882')
  await hand.write(cities.languages.label, 'bn, en')
  await hand.unfold(sections.place)
  await hand.write(cities.point_latitude.label, '23.7')
  await hand.write(cities.point_longitude.label, '90.4')
  await hand.choose(cities.incomeGroup.label, codes.incomeGroups['lower-middle'])
  await hand.unfold(sections.contact)
  await hand.write(editing.shared.contact_name.label, dhaka.officer.name)
  await hand.write(editing.shared.contact_email.label, dhaka.officer.email)
  await hand.press(buttons.publish)

  await hand.write(challenges.title.label, dhaka.title)
  await hand.write(challenges.problem.label, dhaka.problem)
  if (hand.scripted) await hand.sees(khulna.crowded)
  await hand.write(challenges.desiredOutcome.label, dhaka.outcome)
  await hand.tick(codes.areas.transport)
  await hand.press(buttons.draft)
  await hand.sees(saved.draft)
  await hand.press(buttons.similar)
  await hand.sees(khulna.crowded)
  await hand.choose(challenges.stage.label, codes.challengeStages.plan)
  await hand.tick(codes.seekings.peers)
  await hand.unfold(sections.money)
  await hand.write(challenges.timeline_neededBy.label, '2031-12-24')
  await hand.press(buttons.publish)
  await hand.sees(saved.published)
}

/** Looks at what was found: one beside one's own, two solutions beside each other. */
export const looksAtMatches = async ({ hand }: Person): Promise<void> => {
  const { editing, match, dialogue } = hand.reader.words
  const { actions, compare } = dialogue
  await hand.follow(editing.buttons.view)
  await hand.follow(`${match.compare}: ${khulna.crowded}`)
  await hand.sees(match.why)
  await hand.press(`${actions.useful}: ${khulna.crowded}`)
  if (!await hand.page.getByRole('button', { name: actions.useful, pressed: true }).isVisible()) throw new Error('what was said of the match does not show')
  await hand.follow(dhaka.title)
  await hand.tick(`${actions.pick}: ${boarding.title}`)
  await hand.tick(`${actions.pick}: ${busline.title}`)
  await hand.press(actions.compare)
  await hand.sees(compare.caption)
  const table = await hand.take(compare.csv)
  for (const title of [boarding.title, busline.title]) if (!table.includes(title)) throw new Error(`the comparison says nothing of ${title}: ${table}`)
  await hand.follow(dhaka.title)
}

/** Has the challenge watched, and asks a provider. */
export const asksProvider = async ({ hand }: Person): Promise<void> => {
  const { dialogue } = hand.reader.words
  const { actions, searches, ask, codes, done } = dialogue
  await hand.follow(actions.watchChallenge)
  await hand.write(searches.name, dhaka.title)
  await hand.choose(searches.target, searches.targets.solutions)
  await hand.choose(searches.band, codes.bands.possible)
  await hand.choose(searches.frequency, codes.frequencies.daily)
  await hand.press(searches.save)
  await hand.sees(done.saved)
  await hand.follow(dhaka.title)
  await hand.follow(`${actions.ask}: ${busline.title}`)
  await hand.choose(ask.purpose, codes.purposes['explore-solution'])
  await hand.write(ask.message, dhaka.message)
  await hand.tick(dialogue.disclose.fields.contact)
  await hand.press(ask.send)
  await hand.sees(done.asked)
}

/** What others said of one's own city, and what another city asks. */
export const answersOthers = async ({ hand }: Person): Promise<void> => {
  const { nav, editing, dialogue } = hand.reader.words
  await hand.follow(nav.mine, hand.header)
  await hand.follow(new RegExp(`^${editing.mine.look}.*${busline.title}`))
  await hand.press(editing.buttons.confirm)
  await hand.sees(editing.saved.confirmed)
  await hand.follow(nav.inbox, hand.header)
  await hand.follow(dialogue.inbox.introductions)
  await hand.follow(khulna.crowded, hand.group(dialogue.inbox.waiting))
  await hand.sees(khulna.message)
  await hand.press(dialogue.introduction.accept)
  await hand.sees(dialogue.done.accepted)
}

/** The provider agreed: its contact shows, it reads a message, and what it asked is answered to all. */
export const talks = async ({ hand }: Person): Promise<void> => {
  const { reader } = hand
  const { nav, dialogue: { inbox, messages, actions, questions, done } } = reader.words
  await hand.follow(nav.inbox, hand.header)
  await hand.follow(inbox.introductions)
  await hand.follow(dhaka.title)
  await hand.sees(busline.seller.email)
  await hand.write(messages.write, dhaka.message)
  await hand.press(messages.send)
  await hand.sees(done.written)
  await hand.follow(actions.questions)
  await hand.sees(busline.question)
  const first = reader.fill(questions.number, { number: reader.number(1) })
  await hand.follow(`${questions.toAnswer}: ${first}`)
  await hand.write(questions.answer, dhaka.answer)
  await hand.press(questions.publish)
  await hand.sees(done.answered)
  await hand.follow(`${questions.toCorrect}: ${first}`)
  await hand.write(questions.correction, dhaka.correction)
  await hand.press(questions.publish)
  await hand.sees(dhaka.correction)
  const log = await hand.take(questions.csv)
  if (!log.includes(dhaka.answer)) throw new Error(`the log lacks the answer: ${log}`)
}

/** What was found meanwhile came to the inbox; one of it does not belong here, and is reported. */
export const isToldOfMore = async (world: World, { hand }: Person): Promise<void> => {
  const { nav, dialogue: { inbox, searches, done }, office: { flags, done: reported } } = hand.reader.words
  await world.service.run('alerts')
  await hand.follow(nav.inbox, hand.header)
  await hand.press(inbox.markAll)
  await hand.sees(done.read)
  await hand.follow(inbox.searches)
  await hand.follow(dhaka.title, hand.page.getByRole('heading', { name: dhaka.title }))
  await hand.sees(searches.found)
  await hand.follow(busline.second)
  await hand.follow(flags.report)
  await hand.choose(flags.reason, flags.reasons['off-topic'])
  await hand.press(flags.send)
  await hand.sees(reported.reported)
}

/** Says what came of it. */
export const closes = async ({ hand }: Person): Promise<void> => {
  const { nav, dialogue: { inbox, introduction, decision, codes, done } } = hand.reader.words
  await hand.follow(nav.inbox, hand.header)
  await hand.follow(inbox.introductions)
  await hand.follow(dhaka.title)
  await hand.sees(busline.reply)
  await hand.follow(introduction.close)
  await hand.choose(decision.outcome, codes.outcomes.pilot)
  await hand.write(decision.wordsOptional, dhaka.outcome)
  await hand.press(decision.close.send)
  await hand.sees(done.closed)
}

/** Saves a search of what the list shows, and stops its mails. */
export const savesSearch = async ({ hand }: Person): Promise<void> => {
  const { nav, browse, codes, dialogue: { actions, searches, done } } = hand.reader.words
  await hand.follow(nav.solutions, hand.header)
  await hand.unfoldSmall(browse.filter)
  await hand.tick(codes.areas.transport)
  await hand.press(browse.show)
  await hand.follow(actions.saveSearch)
  await hand.write(searches.name, 'বাস')
  await hand.write(searches.text, dhaka.problem)
  await hand.press(searches.save)
  await hand.sees(done.saved)
  await hand.press(searches.stop)
  await hand.press(searches.remove)
  await hand.sees(done.removed)
}

/** Makes a colleague an owner too; reads who did what, and takes along what the office has registered. */
export const runsOffice = async (world: World, { hand }: Person): Promise<void> => {
  await world.service.person({ name: dhaka.organisation, kind: 'city' }, 'editor', { name: dhaka.deputy })
  const { office: { organisation, people, roles, record, common, done } } = hand.reader.words
  await hand.follow(dhaka.organisation, hand.header)
  await hand.follow(organisation.people)
  await hand.choose(hand.reader.fill(people.roleOf, { name: dhaka.deputy }), roles.owner)
  await hand.press(`${common.change}: ${dhaka.deputy}`)
  await hand.sees(done.saved)
  await hand.follow(organisation.record)
  await hand.sees(`${record.things.introductions}: ${record.verbs.close}`)
  await hand.follow(organisation.overview)
  const rows = await hand.take(`${hand.reader.words.nav.challenges}: CSV`)
  if (!rows.includes(dhaka.title)) throw new Error(`the export lacks the challenge: ${rows}`)
}
