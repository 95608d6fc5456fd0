import type { Locator, Page } from 'playwright-core'
import type { Reader } from '../../../../server/web/reader.ts'

/**
 * Stories are told of hands: each does the same on a page in a way of its own.
 *
 * Glossary
 *
 * - way: how controls are worked, once they are found: with keys alone, or without script
 * - hand: a way on a page in a language; it finds controls as people do, by what they are and are called
 * - where: the part of a page to look in; its content where nothing is said
 */

/** What is called so, also where the page adds a number (`Inbox 3`) or a remark (`Provider (not required)`). */
export type Name = string | RegExp

/** How controls are worked. Each throws where it cannot be done in this way. */
export interface Way {
  readonly name: string
  /** Whether scripts of pages run. */
  readonly scripted: boolean
  /** Follows a link, presses a button, opens or shuts what is folded. */
  activate (control: Locator): Promise<void>
  /** Replaces what stands in a field. @param text of a day, ISO 8601 */
  fill (field: Locator, text: string): Promise<void>
  /** @param label of the option */
  select (list: Locator, label: string): Promise<void>
  tick (box: Locator): Promise<void>
}

export interface Hand {
  readonly page: Page
  readonly reader: Reader
  readonly scripted: boolean
  /** Types an address, or opens the link of a letter. */
  open (address: string): Promise<void>
  /** Follows a link to the page that it leads to. */
  follow (link: Name, where?: Locator): Promise<void>
  /** Presses a button that sends a form, and comes to what answers. */
  press (button: Name, where?: Locator): Promise<void>
  /** Follows a link to a file. @returns what is in it */
  take (link: Name, where?: Locator): Promise<string>
  unfold (summary: Name, where?: Locator): Promise<void>
  /** Unfolds what there is no room for on small screens, where it is folded. */
  unfoldSmall (summary: Name): Promise<void>
  write (field: Name, text: string, where?: Locator): Promise<void>
  choose (list: Name, option: string, where?: Locator): Promise<void>
  tick (box: Name, where?: Locator): Promise<void>
  /** @throws {Error} with what the page says, where it does not say this */
  sees (text: Name, where?: Locator): Promise<void>
  /** Everything that the page's content says. */
  reads (): Promise<string>
  readonly header: Locator
  readonly footer: Locator
  /** A group, form or region by its name. */
  group (name: Name): Locator
}

/** How long a page of this machine may take to answer, on a busy day. */
const patience = 15_000

/** What stands after a colon for those only who hear it is set apart by a space that nobody sees. */
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(':', '\\s*:')
const called = (name: Name): RegExp => typeof name === 'string' ? new RegExp(`^\\s*${escaped(name)}(\\s*\\([^)]*\\)|[\\s\\p{N}.,]*)\\s*$`, 'u') : name
const beginning = (name: Name): RegExp => typeof name === 'string' ? new RegExp(`^\\s*${escaped(name)}`) : name

export const createHand = (page: Page, reader: Reader, way: Way): Hand => {
  page.setDefaultTimeout(patience)
  const [content, header] = [page.getByRole('main'), page.getByRole('banner')]
  const shown = (found: Locator): Locator => found.filter({ visible: true })

  /** What is renewed in place is there before anybody goes on. */
  const settled = async (): Promise<void> => { if (way.scripted) await page.locator('.htmx-request').first().waitFor({ state: 'detached' }) }

  const openUp = async (summary: Locator): Promise<void> => {
    await way.activate(summary)
    await summary.locator('xpath=parent::details[@open]').waitFor({ state: 'attached' }).catch((error: unknown) => { throw new Error(`${String(summary)} on ${page.url()} does not open`, { cause: error }) })
  }

  /** What the header has no room for is in its menus: the whole of it on a telephone, what is one's own elsewhere. */
  const lookInMenus = async (wanted: Locator): Promise<void> => {
    for (const menu of await header.locator('summary').all()) {
      if (await wanted.first().isVisible()) return
      if (await menu.isVisible()) await openUp(menu)
    }
  }

  /** @throws {Error} with what there is, where something is not to be seen */
  const seen = async (wanted: Locator, where: Locator): Promise<Locator> => {
    await settled()
    if (where === header) await lookInMenus(wanted)
    await wanted.first().waitFor().catch(async () => {
      throw new Error(`${page.url()} has no ${String(wanted)} but says:\n${await where.first().innerText()}`)
    })
    return wanted
  }

  /** Where several links of one name lead to the same place, whoever reads takes the first. */
  const linkOf = async (name: Name, where: Locator): Promise<Locator> => {
    const links = await seen(where.getByRole('link', { name: called(name) }), where)
    const addresses = new Set(await links.evaluateAll((links) => links.map((link) => link.getAttribute('href'))))
    return addresses.size === 1 ? links.first() : links
  }

  /** Where several buttons of one name send the same form, the first does. */
  const buttonOf = async (name: Name, where: Locator): Promise<Locator> => {
    const buttons = await seen(where.getByRole('button', { name: called(name) }), where)
    const isOneForm = await buttons.evaluateAll((buttons) => new Set(buttons.map((button) => (button as HTMLButtonElement).form)).size === 1)
    return isOneForm ? buttons.first() : buttons
  }

  /** What somebody does leads to another page, or renews a part of this one, and is done when that is there. */
  const leadOn = async (control: Locator): Promise<void> => {
    if (way.scripted && await control.evaluate((control) => control.closest('[hx-get]') !== null)) {
      await way.activate(control)
      return settled()
    }
    const there = page.waitForEvent('domcontentloaded')
    // Where the act itself fails, that is what is to be told.
    there.catch(() => {})
    await way.activate(control)
    await there.catch(async (error: unknown) => { throw new Error(`${String(control)} leads nowhere from ${page.url()}, which says:\n${await content.innerText()}`, { cause: error }) })
  }

  return {
    page,
    reader,
    scripted: way.scripted,
    header,
    footer: page.getByRole('contentinfo'),
    group: (name) => content.getByRole('group', { name: called(name) }).or(content.getByRole('form', { name: called(name) })).or(content.getByRole('region', { name: called(name) })),
    async open (address) { await page.goto(address, { waitUntil: 'domcontentloaded' }) },
    follow: async (link, where = content) => leadOn(await linkOf(link, where)),
    press: async (button, where = content) => leadOn(await buttonOf(button, where)),
    async take (link, where = content) {
      const coming = page.waitForEvent('download')
      coming.catch(() => {})
      await way.activate(await linkOf(link, where))
      const chunks: Buffer[] = []
      for await (const chunk of await (await coming).createReadStream()) chunks.push(chunk as Buffer)
      return Buffer.concat(chunks).toString('utf8')
    },
    async unfold (summary, where = content) {
      const [all, name] = [where.locator('summary'), beginning(summary)]
      await openUp(await seen(shown(where.getByLabel(name).and(all).or(all.and(where.locator('summary:not([aria-label])')).filter({ hasText: name }))), where))
    },
    async unfoldSmall (summary) {
      const folded = shown(content.locator('summary').filter({ hasText: beginning(summary) }))
      if (await folded.isVisible()) await openUp(folded)
    },
    write: async (field, text, where = content) => way.fill(await seen(shown(where.getByLabel(called(field)).and(where.locator('input, textarea'))), where), text),
    choose: async (list, option, where = content) => way.select(await seen(where.getByRole('combobox', { name: called(list) }), where), option),
    tick: async (box, where = content) => way.tick(await seen(where.getByRole('checkbox', { name: called(box) }), where)),
    async sees (text, where = content) { await seen(shown(where.getByText(text)), where) },
    reads: () => content.innerText()
  }
}
