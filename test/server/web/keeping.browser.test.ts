import type { BrowserContext, Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { onEngine } from '../../engines.ts'
import { bodies, type Caller, type Service, startService } from '../../helper.ts'
import { citySide, introduce, providerSide } from '../introduced.ts'
import { openBrowser } from './chromium.ts'
import { password, passwordHash } from './plain-browser.ts'

const problem = 'The lamps of the old town fail each winter, and nobody knows which until somebody walks there at night.'

const signIn = async (page: Page, email: string): Promise<void> => {
  await page.fill('[name=email]', email)
  await page.fill('[name=password]', password)
  await page.click('main form[action="/sign-in"] button')
}

const start = async (t: Test, service: Service) => {
  const browser = await openBrowser(t)
  const origin = await service.app.listen({ host: '127.0.0.1', port: 0 })
  service.services.links.listensAt(origin)
  const signedIn = async (as: Caller, options: { javaScriptEnabled?: boolean } = {}): Promise<{ context: BrowserContext, page: Page }> => {
    const context = await browser.newContext(options)
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    page.on('pageerror', (error) => t.fail(error.message))
    await page.goto(`${origin}/sign-in`)
    await signIn(page, as.email)
    return { context, page }
  }
  return { origin, signedIn, endSessions: async (as: Caller) => { await service.store.transact((repositories) => repositories.sessions.removeOf(as.personId)) } }
}

onEngine('sqlite', 'what is typed survives a lost line, a session that ends, and what is wrong with it', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const { origin, signedIn, endSessions } = await start(t, service)
  const city = await service.person({ name: 'City', kind: 'city' }, 'owner', { passwordHash })
  await service.call('POST', '/v1/cities', { as: city, body: bodies.city() })
  const drafts = async () => (await service.call('GET', '/v1/challenges?owner=me&status=draft', { as: await service.person({ name: 'City', kind: 'city' }) })).body.items
  const { context, page } = await signedIn(city)
  const title = page.locator('#f-title')
  const saving = page.locator('[data-saving]')
  const save = page.locator('p.row button[name=status][value=draft]')

  await page.goto(`${origin}/challenges/new`)
  await title.fill('Dark streets')
  await page.fill('#f-problem', problem)

  await t.test('a lost line', async (t) => {
    await context.setOffline(true)
    await save.click()
    await saving.filter({ hasText: 'No line at the moment' }).waitFor()
    t.equal(await title.inputValue(), 'Dark streets', 'the form stays')
    await context.setOffline(false)
    await saving.filter({ hasText: 'The line is back' }).waitFor()
  })

  await t.test('what is wrong is said at its field, and everything stays', async (t) => {
    await save.click()
    await page.locator('.faults').waitFor()
    t.equal(await title.inputValue(), 'Dark streets')
    t.equal(await page.inputValue('#f-problem'), problem)
    await page.click('.faults a[href="#f-areas"]')
    t.equal(await page.evaluate(() => document.activeElement?.id), 'f-areas', 'its line leads to the field')
    await page.check('input[name=areas][value=energy]')
    await save.click()
    await page.waitForURL(/\/challenges\/[^/]+\/edit\?saved=yes/)
    t.match(await drafts(), [{ title: { text: 'Dark streets' }, areas: ['energy'] }])
  })

  await t.test('a browser that was closed in between offers what was typed, once', async (t) => {
    await page.goto(`${origin}/challenges/new`)
    t.equal(await page.locator('[role=region].note').count(), 0, 'what was saved is not offered')
    await title.fill('Second thought')
    await page.waitForTimeout(800)
    await page.goto(`${origin}/help`)
    await page.goto(`${origin}/challenges/new`)
    t.equal(await title.inputValue(), '')
    await page.locator('[role=region].note button').first().click()
    t.equal(await title.inputValue(), 'Second thought')
  })

  await t.test('a draft is saved by itself, and waits for the line', async (t) => {
    const writing = await context.newPage()
    writing.on('pageerror', (error) => t.fail(error.message))
    await writing.clock.install()
    const [drafted] = await drafts()
    await writing.goto(`${origin}/challenges/${drafted.id}/edit`)
    const line = writing.locator('[data-saving]')
    await writing.fill('#f-affected', 'Everybody who walks home late')
    await context.setOffline(true)
    await writing.clock.runFor(21_000)
    await line.filter({ hasText: 'No line at the moment' }).waitFor()
    await context.setOffline(false)
    await writing.clock.runFor(21_000)
    await line.filter({ hasText: 'Draft saved' }).waitFor()
    t.match(await drafts(), [{ affected: { text: 'Everybody who walks home late' } }])
    await writing.close()
  })

  await t.test('signed out in another window', async (t) => {
    const other = await context.newPage()
    other.on('dialog', (dialog) => { dialog.accept().catch(() => {}) })
    await other.goto(`${origin}/account`)
    await other.locator('form[action="/sign-out"]').evaluate((form: HTMLFormElement) => form.requestSubmit())
    await other.waitForURL(`${origin}/`)
    await other.close()
    await page.fill('#f-problem', problem)
    await page.check('input[name=areas][value=health]')
    await save.click()
    await page.getByRole('heading', { name: 'What you wrote is kept' }).waitFor()
    t.ok(await page.getByText('Second thought').isVisible())
    await signIn(page, city.email)
    await page.locator('form[data-again][action="/challenges/new"] button').click()
    await page.waitForURL(/\/challenges\/[^/]+\/edit\?saved=yes/)
    t.equal(await title.inputValue(), 'Second thought')
    t.ok(await page.isChecked('input[name=areas][value=health]'))
    t.equal((await drafts()).length, 2)
    await page.goto(`${origin}/challenges/new`)
    t.equal(await page.locator('[role=region].note').count(), 0, 'and is kept no longer')
  })

  await t.test('signing out asks before it removes what was not sent', async (t) => {
    await title.fill('Third thought')
    await page.waitForTimeout(800)
    const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('wicc:')).length)
    page.once('dialog', (dialog) => { dialog.dismiss().catch(() => {}) })
    await page.locator('form[action="/sign-out"]').evaluate((form: HTMLFormElement) => form.requestSubmit())
    t.equal(await kept(), 1)
    page.once('dialog', (dialog) => { dialog.accept().catch(() => {}) })
    await page.locator('form[action="/sign-out"]').evaluate((form: HTMLFormElement) => form.requestSubmit())
    await page.waitForURL(`${origin}/`)
    t.equal(await kept(), 0)
  })
  await endSessions(city)
  await context.close()
})

onEngine('sqlite', 'a message that is sent when the session has ended arrives once, with script and without', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const { origin, signedIn, endSessions } = await start(t, service)
  const [city, vendor] = [await citySide(service, 'City'), await providerSide(service, 'Vendor')]
  const id = await introduce(service, [city, vendor])
  const writer = await service.person({ name: 'City', kind: 'city' }, 'editor', { passwordHash })
  const arrived = async () => (await service.call('GET', `/v1/introductions/${id}/messages`, { as: vendor.owner })).body.items.map(({ text }: { text: string }) => text)

  for (const javaScriptEnabled of [true, false]) {
    const text = `May we see it at work?\n${javaScriptEnabled ? 'With' : 'Without'} script.`
    const { context, page } = await signedIn(writer, { javaScriptEnabled })
    await page.goto(`${origin}/introductions/${id}`)
    await page.fill('textarea[name=text]', text)
    await endSessions(writer)
    await page.click(`form[action="/introductions/${id}/messages"] button`)
    await page.getByRole('heading', { name: 'What you wrote is kept' }).waitFor()
    await signIn(page, writer.email)
    const again = page.locator(`form[action="/introductions/${id}/messages"] button`)
    await again.waitFor()
    t.notOk((await arrived()).includes(text), 'signing in sends nothing')
    await again.click()
    await page.waitForURL(/done=written/)
    t.equal((await arrived()).filter((one: string) => one === text).length, 1)
    await page.goto(`${origin}/introductions/${id}`)
    t.equal(await page.locator('[role=region].note').count(), 0, 'what arrived is not offered again')
    t.equal((await arrived()).filter((one: string) => one === text).length, 1)
    await context.close()
  }
})

t.setTimeout(120_000)
