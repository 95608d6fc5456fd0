import t from 'tap'
import { onEngine } from '../../engines.ts'
import { lookAtEveryPage } from './looked.ts'

onEngine('sqlite', 'every page is for everybody, in English and Arabic, on wide and narrow screens', (t, openTestStore) =>
  // In Bengali too, and with axe at both widths in every language: browser.full.test.ts.
  lookAtEveryPage(t, openTestStore, { en: [1280], ar: [] }))

t.setTimeout(600_000)
