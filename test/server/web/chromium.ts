import { type Browser, chromium } from 'playwright-core'
import type { Test } from 'tap'

/** The Chromium that the test command found, without a network of its own, and with one language of its own wherever it runs. */
export const openBrowser = async (t: Test): Promise<Browser> => {
  const executablePath = process.env['TEST_CHROMIUM']
  if (executablePath === undefined) throw new Error('this test looks at pages in Chromium: run it with `npm test -- FILE`, which finds one')
  const browser = await chromium.launch({ executablePath, args: ['--lang=en-US', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
  t.teardown(() => browser.close())
  return browser
}
