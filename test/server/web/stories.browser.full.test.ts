import t from 'tap'
import { openBrowser } from './chromium.ts'
import { keyboard } from './stories/keyboard.ts'
import { tell } from './stories/tell.ts'
import { withoutScript } from './stories/without-script.ts'

const browser = await openBrowser(t)

// What stories.browser.test.ts does not tell: without script on both engines, and with keys on the other one.
tell(browser, { engine: 'postgres', way: withoutScript, width: 1280, languages: { visitor: 'th', city: 'bn', vendor: 'en', secretariat: 'ar' } })
tell(browser, { engine: 'sqlite', way: withoutScript, width: 360, languages: { visitor: 'ar', city: 'fil', vendor: 'zh', secretariat: 'id' } })
tell(browser, { engine: 'postgres', way: keyboard, width: 1280, languages: { visitor: 'zh', city: 'ar', vendor: 'th', secretariat: 'fil' } })

t.setTimeout(600_000)
