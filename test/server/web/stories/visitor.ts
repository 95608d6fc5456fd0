import type { Hand } from './hand.ts'
import { boarding, khulna } from './plot.ts'

/** Looks round without an account: what is here, one challenge of it, what is like a text, and what the small print says. */
export const looksRound = async (hand: Hand): Promise<void> => {
  const { words } = hand.reader
  await hand.open('/')
  await hand.sees(words.home.title)
  await hand.follow(khulna.city)
  await hand.sees(khulna.crowded)
  await hand.open('/')
  await hand.unfold(words.browse.list)
  await hand.follow(words.codes.areas.transport, hand.page.getByRole('listitem').filter({ hasText: khulna.city }))

  await hand.follow(words.nav.challenges, hand.header)
  await hand.unfoldSmall(words.browse.filter)
  await hand.tick(words.codes.areas.transport)
  await hand.write(words.browse.search, 'rush hour')
  await hand.press(words.browse.show)
  await hand.follow(khulna.crowded)
  await hand.sees(words.profile.fitting)
  await hand.sees(boarding.title)
  await hand.follow(`${words.match.compare}: ${boarding.title}`)
  await hand.sees(words.match.why)

  await hand.follow(words.site.name, hand.header)
  await hand.write(words.home.describe, 'Commuters are left standing at the stop because buses are crowded at rush hour.')
  await hand.press(words.home.find)
  await hand.sees(khulna.crowded)
  await hand.follow(boarding.title)
  await hand.follow(boarding.organisation)

  await hand.write(words.office.frame.search, 'bus', hand.header)
  await hand.press(words.office.frame.find, hand.header)
  await hand.sees(khulna.waiting)
  await hand.follow(words.nav.help, hand.header)
  await hand.sees(words.help.title)
  for (const page of ['privacy', 'terms', 'accessibility'] as const) {
    await hand.follow(words.legal[page].link, hand.footer)
    await hand.sees(words.legal[page].title)
  }
}
