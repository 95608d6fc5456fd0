import t from 'tap'
import { openBrowser } from './chromium.ts'
import { keyboard } from './stories/keyboard.ts'
import { tell } from './stories/tell.ts'

const browser = await openBrowser(t)

// Without script, on the other engine and in the other languages: stories.browser.full.test.ts.
tell(browser, { engine: 'sqlite', way: keyboard, width: 1280, languages: { visitor: 'th', city: 'bn', vendor: 'en', secretariat: 'ar' } })

t.setTimeout(290_000)
