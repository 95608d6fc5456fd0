import type { CDPSession, Page } from 'playwright-core'
import { startProgress } from '../evaluate/progress.ts'
import { type Account, firstLink, toOwnChallenge, type Visit, visiting } from './visit.ts'

/** What Lighthouse calls slow 4G, on a processor four times slower than this one. */
const line = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const slowdown = 4

interface Weight {
  bytes: number
  requests: number
  /** Milliseconds from the start of the navigation. */
  firstByte: number
  firstPaint: number
}

/** Finds an address by looking. */
type Found = (page: Page, origin: string) => Promise<string>

const pages: ReadonlyArray<[name: string, path: string | Found, as?: Account]> = [
  ['start', '/'],
  ['challenges', '/challenges'],
  ['solutions', '/solutions'],
  ['cities', '/cities'],
  ['a challenge', async (page, origin) => { await page.goto(`${origin}/challenges`); return firstLink(page, /^\/challenges\/[\w-]{36}$/) }],
  ['free text', '/match?text=Our+buses+are+too+full+in+the+morning'],
  ['help', '/help'],
  ['sign in', '/sign-in'],
  ['our profiles, signed in', '/mine', 'city'],
  ['register a challenge, signed in', '/challenges/new', 'city'],
  ['a match, signed in', async (page, origin) => { await toOwnChallenge(page, origin); return firstLink(page, /\/matches\//) }, 'city'],
  ['inbox, signed in', '/inbox', 'city']
]

const weigh = async (page: Page, session: CDPSession, address: string): Promise<Weight> => {
  let [bytes, requests] = [0, 0]
  const finished = ({ encodedDataLength }: { encodedDataLength: number }): void => { bytes += encodedDataLength }
  const sent = (): void => { requests += 1 }
  const fromCache = (): void => { requests -= 1 }
  session.on('Network.loadingFinished', finished)
  session.on('Network.requestWillBeSent', sent)
  session.on('Network.requestServedFromCache', fromCache)
  await page.goto(address, { waitUntil: 'networkidle' })
  const [firstByte = 0, firstPaint = 0] = await page.evaluate(() => [
    (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.responseStart ?? 0,
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
  ])
  session.off('Network.loadingFinished', finished)
  session.off('Network.requestWillBeSent', sent)
  session.off('Network.requestServedFromCache', fromCache)
  return { bytes, requests, firstByte, firstPaint }
}

const row = (name: string, cells: ReadonlyArray<string | number>): string => name.padEnd(34) + cells.map((cell) => String(cell).padStart(14)).join('')
const cells = ({ bytes, requests, firstByte, firstPaint }: Weight): number[] => [bytes, requests, Math.round(firstByte), Math.round(firstPaint)]

const weighAll = async ({ open, origin }: Visit): Promise<void> => {
  process.stdout.write(`${line.latency} ms and ${line.downloadThroughput * 8 / 1e6} Mbit/s, processor slowed ${slowdown} times, 360 px wide\n`)
  process.stdout.write(`${row('', ['bytes', 'requests', 'first byte', 'first paint', 'again: bytes', 'requests', 'first byte', 'first paint'])}\n`)
  const progress = startProgress(pages.length)
  for (const [name, path, as] of pages) {
    progress.step(name)
    const page = await open({ viewport: { width: 360, height: 740 }, ...(as === undefined ? {} : { as }) })
    const address = new URL(typeof path === 'string' ? path : await path(page, origin), origin).href
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.clearBrowserCache')
    await session.send('Network.emulateNetworkConditions', { offline: false, ...line })
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    const [first, second] = [await weigh(page, session, address), await weigh(page, session, address)]
    progress.around(() => process.stdout.write(`${row(name, [...cells(first), ...cells(second)])}\n`))
    await page.context().close()
  }
  progress.stop()
}

/** Prints what pages weigh and how soon they show, one line a page. */
export const weighPages = (): Promise<void> => visiting(weighAll)
