import { mkdir, writeFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { startProgress } from '../evaluate/progress.ts'
import { type Account, firstLink, toOwnChallenge, type Visit, visiting } from './visit.ts'

const folder = new URL('./screenshots/', import.meta.url)
const quality = 70

interface Shot {
  name: string
  language: string
  as?: Account
  phone?: true
  /** Pixels, where the usual ones show too little. */
  height?: number
  /** Comes to what the picture shows. */
  to: (page: Page, origin: string) => Promise<unknown>
}

const crowdedBuses = 'সকালে বাসে এত ভিড় থাকে যে নারী ও বয়স্ক যাত্রীরা উঠতে পারেন না, আর কেউ জানে না পরের বাস কখন আসবে।'

const shots: readonly Shot[] = [
  { name: 'start', language: 'en', height: 1180, to: (page, origin) => page.goto(origin) },
  { name: 'browse', language: 'en', to: (page, origin) => page.goto(`${origin}/challenges?area=transport`) },
  { name: 'challenge', language: 'en', as: 'city', to: toOwnChallenge },
  {
    name: 'match',
    language: 'en',
    height: 1000,
    as: 'city',
    async to (page, origin) {
      await toOwnChallenge(page, origin)
      await page.goto(origin + await firstLink(page, /\/matches\//))
      await page.locator('.chips').first().evaluate((chips) => chips.scrollIntoView())
    }
  },
  {
    name: 'register',
    language: 'bn',
    as: 'city',
    async to (page, origin) {
      await page.goto(`${origin}/challenges/new`)
      await page.locator('textarea[name=problem]').pressSequentially(crowdedBuses)
      await page.locator('#similar a').first().waitFor()
    }
  },
  { name: 'phone-start', language: 'ar', phone: true, to: (page, origin) => page.goto(origin) },
  { name: 'phone-found', language: 'th', phone: true, to: (page, origin) => page.goto(`${origin}/match?text=${encodeURIComponent('รถเมล์แน่นมากในตอนเช้า ผู้โดยสารขึ้นไม่ได้')}`) },
  { name: 'phone-challenge', language: 'zh', phone: true, as: 'city', to: toOwnChallenge }
]

/** WebP, which browsers make and playwright's own screenshots do not. */
const picture = async (page: Page): Promise<Buffer> => {
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality })
  return Buffer.from(data, 'base64')
}

const takeAll = async ({ open, origin }: Visit): Promise<void> => {
  await mkdir(folder, { recursive: true })
  const progress = startProgress(shots.length)
  for (const { name, language, as, phone, height = 820, to } of shots) {
    progress.step(name)
    const page = await open({ language, viewport: phone === true ? { width: 360, height: 740 } : { width: 1200, height }, ...(as === undefined ? {} : { as }) })
    await to(page, origin)
    const bytes = await picture(page)
    await writeFile(new URL(`${name}.webp`, folder), bytes)
    progress.around(() => process.stdout.write(`${name}.webp ${bytes.length} bytes\n`))
    await page.context().close()
  }
  progress.stop()
}

/** Writes the README's pictures, each as WebP. */
export const takeScreenshots = (): Promise<void> => visiting(takeAll)
