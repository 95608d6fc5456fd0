import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import type { OpenTestStore } from '../../engines.ts'
import { startService } from '../../helper.ts'
import { openBrowser } from './chromium.ts'
import { everyPage, leadsTo, pageRoutes } from './every-page.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong with a page, each with the first element that it is about. */
const violationsOf = (page: Page): Promise<string[]> => page.evaluate(async () => {
  const { violations } = await (globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: Array<{ id: string, nodes: Array<{ html: string }> }> }> } }).axe.run({ resultTypes: ['violations'], preload: false })
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)
})

/** What is wider than the screen, where the whole is. */
const widerThanScreen = (page: Page): Promise<string[]> => page.evaluate(() => {
  const { clientWidth, scrollWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  return Array.from(document.querySelectorAll('body *')).filter((element) => element.getBoundingClientRect().right > clientWidth || element.getBoundingClientRect().left < 0).map((element) => element.outerHTML.slice(0, 120)).slice(0, 3)
})

const widths = [1280, 360] as const

/**
 * Looks at every page of the service in Chromium, 1280 and 360 pixels wide: it speaks the language, fits the screen, raises no
 * error and asks no other host for anything.
 * @param axed languages, with the widths at which they are looked at with axe too
 */
export const lookAtEveryPage = async (t: Test, openTestStore: OpenTestStore, axed: Readonly<Record<string, readonly number[]>>): Promise<void> => {
  const browser = await openBrowser(t)
  const service = await startService(t, await openTestStore(), { WEBHOOK_LOOPBACK: 'true' })
  const origin = await service.app.listen({ host: '127.0.0.1', port: 0 })
  service.services.links.listensAt(origin)
  const looked = await everyPage(service)
  const addresses = looked.flatMap(({ paths }) => paths)
  t.same(pageRoutes(service).filter((route) => !addresses.some((address) => leadsTo(route, address))), [], 'there is no page that is not looked at')

  // A page waits more than it works: languages are looked at side by side.
  await Promise.all(Object.entries(axed).map(async ([language, axedWidths]) => {
    for (const { who, cookie, paths, statuses } of looked) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: true, extraHTTPHeaders: { 'accept-language': language } })
      const [name = '', value = ''] = cookie?.split('=') ?? []
      if (cookie !== undefined) await context.addCookies([{ name, value, url: origin }])
      const page = await context.newPage()
      const wrong: string[] = []
      page.on('pageerror', (error) => wrong.push(error.message))
      page.on('request', (request) => { if (!request.url().startsWith(origin)) wrong.push(`asks ${request.url()}`) })
      for (const path of paths) {
        const at = `${path} for ${who}, ${language}`
        await page.setViewportSize({ width: 1280, height: 800 })
        const response = await page.goto(origin + path)
        t.equal(response?.status(), statuses?.[path] ?? 200, at)
        t.equal(new URL(page.url()).pathname, path.split('?')[0], `${at}: is that page`)
        t.equal(await page.evaluate(() => document.documentElement.lang.slice(0, 2)), language, `${at}: speaks it`)
        if (axedWidths.length > 0) await page.addScriptTag({ content: axe })
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 })
          t.same(await widerThanScreen(page), [], `${at}, ${width} px: no wider than the screen`)
          if (axedWidths.includes(width)) t.same(await violationsOf(page), [], `${at}, ${width} px: accessible`)
        }
      }
      t.same(wrong, [], `${who}, ${language}: no error, and nothing is asked of another host`)
      await context.close()
    }
  }))
}
