import t from 'tap'
import { onEngine } from '../../engines.ts'
import { lookAtEveryPage } from './looked.ts'

onEngine('sqlite', 'every page is for everybody, in English, Arabic and Bengali, on wide and narrow screens', (t, openTestStore) =>
  // With axe at both widths in every language: browser.full.test.ts.
  lookAtEveryPage(t, openTestStore, { en: [1280], ar: [360], bn: [] }))

t.setTimeout(600_000)
