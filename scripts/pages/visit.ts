import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { languageCookie } from '../../server/web/reader.ts'
import { findChromium } from '../test/chromium.ts'

/** Kinds of the sample accounts, as their addresses begin. */
export type Account = 'city' | 'provider' | 'secretariat'

export interface Visit {
  readonly browser: Browser
  readonly origin: string
  /** A page of a browser of its own, signed in where an account is named. */
  open (options?: BrowserContextOptions & { as?: Account, language?: string }): Promise<Page>
}

interface Started { child: ChildProcess, origin: string, passwords: ReadonlyMap<string, string> }

/** Starts the service as `npm start` does, and reads where it is open and the passwords of the sample accounts. */
const startService = async (folder: string): Promise<Started> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...process.env, DATABASE_URL: `file:${join(folder, 'wicc.db')}`, MAIL_DIR: join(folder, 'mail'), PORT: '0', PUBLIC_URL: undefined, RATE_LIMIT_ANONYMOUS: '100000', RATE_LIMIT_KEY: '100000', SAMPLE_DATA: 'true' },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const passwords = new Map<string, string>()
  let origin = ''
  for await (const line of createInterface({ input: child.stdout })) {
    origin = /is open at (\S+)/.exec(line)?.[1] ?? origin
    const [, email, password] = /^ {2}(\S+@sample\.example) +(\S+)/.exec(line) ?? []
    if (email !== undefined && password !== undefined) passwords.set(email, password)
    if (/^Sign in at/.test(line)) break
  }
  if (origin === '') throw new Error('the service did not start')
  return { child, origin, passwords }
}

const signIn = async (page: Page, origin: string, email: string, password: string): Promise<void> => {
  await page.goto(`${origin}/sign-in`)
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await Promise.all([page.waitForURL((url) => url.pathname !== '/sign-in'), page.locator('main form button[type=submit]').first().click()])
}

/**
 * The first link of the page at hand that has a form, as it stands there.
 * @throws {Error} where there is none
 */
export const firstLink = async (page: Page, form: RegExp): Promise<string> => {
  const links = await page.locator('main a[href]').evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
  const link = links.find((href) => form.test(href))
  if (link === undefined) throw new Error(`${page.url()} has no link of the form ${form}`)
  return link
}

/** Goes to the first challenge of the organisation of who is signed in. */
export const toOwnChallenge = async (page: Page, origin: string): Promise<void> => {
  await page.goto(`${origin}/mine`)
  await page.goto(origin + await firstLink(page, /^\/challenges\/[\w-]{36}$/))
}

/** Gives a service with the sample data and a browser to what looks at pages, and ends both after it. */
export const visiting = async (work: (visit: Visit) => Promise<void>): Promise<void> => {
  const executablePath = await findChromium()
  const folder = await mkdtemp(join(tmpdir(), 'wicc-pages-'))
  const { child, origin, passwords } = await startService(folder)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
  try {
    await work({
      browser,
      origin,
      async open ({ as, language = 'en', ...options } = {}) {
        const context = await browser.newContext({ ...options, extraHTTPHeaders: { 'accept-language': language } })
        const page = await context.newPage()
        if (as !== undefined) await signIn(page, origin, `${as}@sample.example`, passwords.get(`${as}@sample.example`) ?? '')
        // Signing in reads in the account's language, until another is chosen.
        await context.addCookies([{ name: languageCookie, value: language, url: origin }])
        return page
      }
    })
  } finally {
    await browser.close()
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
}
