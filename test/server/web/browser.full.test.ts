import t from 'tap'
import { onEngine } from '../../engines.ts'
import { lookAtEveryPage } from './looked.ts'

onEngine('postgres', 'every page has no violation of accessibility at any width in any of English, Arabic and Bengali', (t, openTestStore) =>
  lookAtEveryPage(t, openTestStore, { en: [1280, 360], ar: [1280, 360], bn: [1280, 360] }))

t.setTimeout(900_000)
