import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import t from 'tap'
import { onEngine } from '../../engines.ts'
import { bodies, startService } from '../../helper.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

onEngine('sqlite', 'lists are narrowed down without leaving the page, and the map shows what is there to pointer and keyboard', async (t, openTestStore) => {
  const executablePath = process.env['TEST_CHROMIUM']
  if (executablePath === undefined) throw new Error('this test looks at pages in Chromium: run it with `npm test -- FILE`, which finds one')
  const service = await startService(t, await openTestStore())
  const origin = await service.app.listen({ host: '127.0.0.1', port: 0 })
  const key = await service.key('partner', 'write:cities')
  const city = async (country: string, longitude: number): Promise<string> =>
    (await service.call('POST', '/v1/cities', { key, body: bodies.city({ name: { text: `City of ${country}`, language: 'en' }, country, point: { latitude: 15, longitude } }) })).body.id
  const [thai, indian] = [await city('TH', 101), await city('IN', 77)]
  for (const [cityId, title, area] of [[thai, 'Full buses', 'transport'], [thai, 'Dark streets', 'energy'], [thai, 'Late buses', 'transport'], [indian, 'No water', 'environment']]) await service.call('POST', '/v1/challenges', { key, body: bodies.challenge(cityId ?? '', { title, areas: [area] }) })

  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
  t.teardown(() => browser.close())

  await t.test('choices renew list, counts and map, keep the focus, and stand in the address', async (t) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    let loads = 0
    page.on('request', (request) => { if (request.isNavigationRequest()) loads++ })
    const found = (count: number) => page.waitForFunction((text) => document.getElementById('found')?.textContent === text, `${count} found`)
    const focused = () => page.evaluate(() => document.activeElement?.id)
    const query = () => new URL(page.url()).search

    await page.goto(`${origin}/challenges`)
    await page.focus('#area-transport')
    await page.keyboard.press('Space')
    await found(2)
    t.equal(query(), '?area=transport')
    t.equal(await focused(), 'area-transport', 'the focus is where it was')
    t.equal(await page.locator('.dots > li').count(), 1)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await found(3)
    t.equal(query(), '?area=transport&area=energy')
    await page.click('.chosen a:has-text("Transport")')
    await found(1)
    t.equal(query(), '?area=energy')
    t.equal(await focused(), 'found', 'what had the focus is gone; the number found has it')
    t.notOk(await page.isChecked('#area-transport'))
    t.equal(loads, 1, 'all on one page')
    await page.goBack()
    await found(3)
    t.same([await page.isChecked('#area-transport'), query()], [true, '?area=transport&area=energy'], 'going back shows the list that was')
    await page.close()
  })

  await t.test('a dot shows its list when pointed at and with the focus, without script; Escape puts it away with it', async (t) => {
    for (const javaScriptEnabled of [false, true]) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled })
      const page = await context.newPage()
      await page.goto(`${origin}/`)
      const tip = page.locator('.tip', { hasText: 'City of TH' })
      t.notOk(await tip.isVisible())
      await page.hover(`.dot[href="/cities/${thai}"]`)
      t.ok(await tip.isVisible())
      t.match(await tip.textContent(), /3 challenges: Transport \(2\), Energy \(1\).*Late buses.*Full buses/)
      await tip.hover()
      t.ok(await tip.isVisible(), 'the pointer may go onto it')
      await page.mouse.move(5, 5)
      t.notOk(await tip.isVisible())
      await page.focus(`.dot[href="/cities/${thai}"]`)
      t.ok(await tip.isVisible())
      if (javaScriptEnabled) {
        await page.keyboard.press('Escape')
        t.notOk(await tip.isVisible())
        await page.focus(`.dot[href="/cities/${indian}"]`)
        await page.focus(`.dot[href="/cities/${thai}"]`)
        t.ok(await tip.isVisible(), 'and it is there again later')
      }
      await context.close()
    }
  })

  await t.test('on a phone the choices are folded away, and open without script', async (t) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 800 }, javaScriptEnabled: false, colorScheme: 'dark', extraHTTPHeaders: { 'accept-language': 'ar' } })
    const page = await context.newPage()
    await page.goto(`${origin}/challenges`)
    t.notOk(await page.isVisible('#area-transport'))
    t.ok(((await page.locator('.cards .card').first().boundingBox())?.y ?? Infinity) < 800, 'the list begins on the first screen')
    await page.click('#narrow summary')
    await page.check('#area-transport')
    await page.click('.filters button[type=submit]')
    t.match(page.url(), /area=transport/)
    t.equal(await page.locator('.cards .card').count(), 2)
    await context.close()
  })

  await t.test('no violation of accessibility with filters on and a list shown', async (t) => {
    for (const [language, colorScheme] of [['en', 'light'], ['ar', 'dark']] as const) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true, colorScheme, extraHTTPHeaders: { 'accept-language': language } })
      const page = await context.newPage()
      for (const path of ['/', '/challenges?area=transport&country=TH&populationMin=5', '/solutions?kind=service', '/cities?region=035', '/providers?language=en', '/match?text=Our+buses+are+full', '/styleguide']) {
        await page.goto(origin + path)
        if (await page.locator('.dot').count() > 0) await page.locator('.dot').first().focus()
        await page.addScriptTag({ content: axe })
        const violations = await page.evaluate(async () => {
          const { violations } = await (globalThis as unknown as { axe: { run: () => Promise<{ violations: Array<{ id: string, nodes: Array<{ html: string }> }> }> } }).axe.run()
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)
        })
        t.same(violations, [], `${path}, ${language}, ${colorScheme}`)
      }
      await context.close()
    }
  })
})

t.setTimeout(180_000)
