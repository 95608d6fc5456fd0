import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium } from 'playwright-core'
import t, { type Test } from 'tap'
import { onEngine } from '../../engines.ts'
import { bodies, type Caller, type Service, startService } from '../../helper.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const openBrowser = async (t: Test): Promise<Browser> => {
  const executablePath = process.env['TEST_CHROMIUM']
  if (executablePath === undefined) throw new Error('this test looks at pages in Chromium: run it with `npm test -- FILE`, which finds one')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
  t.teardown(() => browser.close())
  return browser
}

/** A city and a provider who were introduced, and what they have, so that no page is empty. */
const populated = async (service: Service) => {
  const city = await service.person({ name: 'City of Dhaka', kind: 'city' })
  const vendor = await service.person({ name: 'Busline Planning Ltd', kind: 'provider' })
  const secretariat = await service.person({ name: 'Secretariat', kind: 'secretariat' })
  const make = async (as: Caller, url: string, body: object): Promise<string> => {
    const answer = await service.call('POST', url, { as, body })
    if (answer.status >= 300) throw new Error(`${url}: ${answer.text}`)
    return answer.body.id
  }
  const cityId = await make(city, '/v1/cities', bodies.city({ point: { latitude: 23.7, longitude: 90.4 }, contact: { name: 'A. Officer' } }))
  const challengeId = await make(city, '/v1/challenges', bodies.challenge(cityId, { budget: { status: 'sought', max: 90000000, currency: 'BDT' }, timeline: { neededBy: '2028-01-01' } }))
  const providerId = await make(vendor, '/v1/providers', bodies.provider())
  const solutionId = await make(vendor, '/v1/solutions', bodies.solution(providerId))
  const introductionId = await make(city, '/v1/introductions', { challengeId, with: { resource: 'solutions', id: solutionId }, purpose: 'explore-solution', message: 'Could this work on our ring road?' })
  await service.call('POST', `/v1/introductions/${introductionId}/accept`, { as: vendor, body: {} })
  await make(city, `/v1/introductions/${introductionId}/messages`, { text: 'Shall we begin?' })
  return { city, vendor, secretariat, cityId, challengeId, providerId, solutionId, introductionId }
}

onEngine('sqlite', 'pages are for everybody: no violation of accessibility, nothing wider than the screen, no error, in English, Arabic and Bengali', async (t, openTestStore) => {
  const browser = await openBrowser(t)
  const service = await startService(t, await openTestStore())
  const origin = await service.app.listen({ host: '127.0.0.1', port: 0 })
  service.services.links.listensAt(origin)
  const { city, vendor, secretariat, cityId, challengeId, providerId, solutionId, introductionId } = await populated(service)

  const open = ['/', '/challenges', '/solutions', '/cities', '/providers', '/help', '/privacy', '/terms', '/accessibility', '/sign-in', '/sign-up', '/reset', `/challenges/${challengeId}`, `/solutions/${solutionId}`, `/cities/${cityId}`, `/providers/${providerId}`, '/match?text=Our+buses+are+too+full', '/nothing']
  const pages: Array<[who: string, as: Caller | undefined, paths: string[]]> = [
    ['anybody', undefined, open],
    ['a city', city, ['/account', '/mine', '/challenges/new', `/challenges/${challengeId}/edit`, `/challenges/${challengeId}/matches/${solutionId}`, '/inbox', '/inbox/introductions', `/introductions/${introductionId}`, `/challenges/${challengeId}/questions`, '/searches', '/organisation', '/organisation/people', '/organisation/keys', '/organisation/record']],
    ['a vendor', vendor, ['/solutions/new', `/introductions/${introductionId}`, '/organisation/webhooks', `/compare?challenge=${challengeId}&solution=${solutionId}`]],
    ['the secretariat', secretariat, ['/secretariat', '/secretariat/verifications', '/secretariat/flags', '/secretariat/mails', '/secretariat/coverage']]
  ]

  for (const [language, width] of [['en', 1280], ['en', 360], ['ar', 1280], ['ar', 360], ['bn', 360]] as const) {
    for (const [who, as, paths] of pages) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true, extraHTTPHeaders: { 'accept-language': language } })
      const [name = '', value = ''] = as?.cookie.split('=') ?? []
      if (as !== undefined) await context.addCookies([{ name, value, url: origin }])
      const page = await context.newPage()
      const wrong: string[] = []
      page.on('pageerror', (error) => wrong.push(error.message))
      page.on('request', (request) => { if (!request.url().startsWith(origin)) wrong.push(`asks ${request.url()}`) })
      for (const path of paths) {
        const response = await page.goto(origin + path)
        const at = `${path} for ${who}, ${language}, ${width} px`
        t.equal(response?.status(), path === '/nothing' ? 404 : 200, at)
        t.equal(await page.evaluate(() => document.documentElement.lang.slice(0, 2)), language, at)
        t.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `${at}: no wider than the screen`)
        await page.addScriptTag({ content: axe })
        const violations = await page.evaluate(async () => {
          const { violations } = await (globalThis as unknown as { axe: { run: () => Promise<{ violations: Array<{ id: string, nodes: Array<{ html: string }> }> }> } }).axe.run()
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)
        })
        t.same(violations, [], at)
      }
      t.same(wrong, [], `${who}, ${language}, ${width} px: no error, and nothing is asked of another host`)
      await context.close()
    }
  }
})

t.setTimeout(280_000)
