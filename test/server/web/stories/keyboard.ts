import type { ElementHandle, Locator, Page } from 'playwright-core'
import type { Way } from './hand.ts'

/** What a control looks like, as far as it can tell that it has the focus. */
const looksOf = (element: Element): string => {
  const parts = [element, ...Array.from(element.querySelectorAll('circle'))]
  return JSON.stringify(parts.map((part) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderColor, stroke, strokeWidth, clipPath } = getComputedStyle(part)
    return [outlineStyle === 'none' ? '' : `${outlineWidth} ${outlineColor}`, boxShadow, backgroundColor, borderColor, stroke, strokeWidth, clipPath]
  }))
}

/** Whether what has the focus can be seen: in the window, with nothing before it (WCAG 2.4.11). */
const isInSight = (element: Element): boolean => {
  const box = element.getClientRects()[0]
  if (box === undefined || box.width === 0 || box.height === 0) return false
  // Without a function of a name within: those are the compiler's, which pages do not have.
  const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2
  const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2
  const at = document.elementFromPoint(x, y)
  return at !== null && (element.contains(at) || at.contains(element))
}

/** Where to go from what has the focus, which is told too: nowhere more, on or back. */
const stepTo = (element: Element): { key: 'Tab' | 'Shift+Tab' | null, at: string } => {
  const active = document.activeElement ?? document.body
  const follows = active.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING
  return { key: active === element ? null : follows ? 'Tab' : 'Shift+Tab', at: active.outerHTML.slice(0, 100) }
}

/** Stops that a page can have, those of the parts of days among them. */
const stopsIn = (): number => document.querySelectorAll('a, button, input, select, textarea, summary, [tabindex]').length + 3 * document.querySelectorAll('[type=date]').length + 5

/** Whether nothing has the focus: because the page has just come, or because something took away what had it. */
const focusNow = (): 'somewhere' | 'nowhere yet' | 'lost' => {
  if (document.activeElement !== document.body && document.activeElement !== null) return 'somewhere'
  return Reflect.get(window, 'hadFocus') === true ? 'lost' : 'nowhere yet'
}

const remember = (): boolean => Reflect.set(window, 'hadFocus', true)

/** Passing a control by and coming back to it is not reaching it; a page that opens at a part of itself lets one come from either side. */
const turnsAllowed = 2

/** The first stop of every page leads over what is the same on all of them. */
const skip = async (page: Page): Promise<void> => {
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  if (await page.evaluate(() => document.activeElement?.id) !== 'content') throw new Error(`the first stop of ${page.url()} does not lead to its content`)
}

/** Goes to a control, stop by stop. @throws {Error} where no stop is at it, and where whoever looks cannot see that one is */
const reach = async (control: Locator): Promise<void> => {
  const page = control.page()
  const element = await control.elementHandle() as ElementHandle<Element>
  const focus = await page.evaluate(focusNow)
  if (focus === 'lost') throw new Error(`something on ${page.url()} took the focus away`)
  const unfocused = await element.evaluate(looksOf)
  let step = await element.evaluate(stepTo)
  if (step.key === null) return
  if (focus === 'nowhere yet' && !page.url().includes('#') && await element.evaluate((element) => element.closest('main') !== null)) {
    await skip(page)
    step = await element.evaluate(stepTo)
  }
  const passed: string[] = []
  let [turns, last] = [0, step.key]
  for (let left = await page.evaluate(stopsIn); step.key !== null; left--) {
    if (step.key !== last) turns++
    if (turns > turnsAllowed || left === 0) throw new Error(`no key leads to ${String(control)} on ${page.url()}, but to\n${passed.slice(-20).join('\n')}`)
    last = step.key
    await page.keyboard.press(step.key)
    step = await element.evaluate(stepTo)
    passed.push(step.at)
  }
  await page.evaluate(remember)
  if (await element.evaluate(looksOf) === unfocused) throw new Error(`${String(control)} on ${page.url()} does not show that it has the focus`)
  if (!await element.evaluate(isInSight)) throw new Error(`${String(control)} on ${page.url()} is out of sight while it has the focus`)
}

/** Parts of a day are typed one after another, as the browser's own language has them, whatever that of the page is. */
const typeDay = async ({ keyboard }: Page, day: string): Promise<void> => {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  for (const part of [month, dayOfMonth, year]) await keyboard.type(part)
}

/** Keys, and nothing else, in a browser that runs the scripts of pages. */
export const keyboard: Way = {
  name: 'with keys alone',
  scripted: true,

  async activate (control) {
    await reach(control)
    await control.page().keyboard.press('Enter')
  },

  async fill (field, text) {
    const page = field.page()
    await reach(field)
    if (await field.getAttribute('type') === 'date') await typeDay(page, text)
    else {
      await page.keyboard.press('Control+A')
      // As an input method writes: whole, in whatever script.
      await page.keyboard.insertText(text)
    }
    const written = await field.inputValue()
    if (written !== text) throw new Error(`${String(field)} on ${page.url()} says ${written} after ${text} was typed`)
  },

  async select (list, label) {
    const page = list.page()
    await reach(list)
    // The first letters go near, arrows the rest of the way.
    await page.keyboard.type(/^[a-z]{0,3}/i.exec(label)?.[0] ?? '')
    const away = await list.evaluate((list, label) => {
      const { options, selectedIndex } = list as HTMLSelectElement
      return Array.from(options).findIndex((option) => option.label === label) - selectedIndex
    }, label)
    for (let step = 0; step < Math.abs(away); step++) await page.keyboard.press(away > 0 ? 'ArrowDown' : 'ArrowUp')
    const chosen = await list.evaluate((list) => (list as HTMLSelectElement).selectedOptions[0]?.label)
    if (chosen !== label) throw new Error(`${String(list)} on ${page.url()} says ${chosen} where ${label} was to be chosen`)
  },

  async tick (box) {
    await reach(box)
    if (!await box.isChecked()) await box.page().keyboard.press('Space')
    if (!await box.isChecked()) throw new Error(`${String(box)} on ${box.page().url()} is not ticked by a key`)
  }
}
