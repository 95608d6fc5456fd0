import t from 'tap'
import { openBrowser } from './chromium.ts'
import { keyboard } from './stories/keyboard.ts'
import { tell } from './stories/tell.ts'
import { withoutScript } from './stories/without-script.ts'

const browser = await openBrowser(t)
const languages = { visitor: 'th', city: 'bn', vendor: 'en', secretariat: 'ar' } as const

tell(browser, { engine: 'sqlite', way: keyboard, width: 1280, languages })
tell(browser, { engine: 'postgres', way: withoutScript, width: 1280, languages })

t.setTimeout(290_000)
