import type { Browser } from 'playwright-core'
import type { LocaleName } from '../../../../server/locales/index.ts'
import { type EngineName, onEngine } from '../../../engines.ts'
import { course, type Role } from './course.ts'
import type { Way } from './hand.ts'
import { startWorld } from './world.ts'

export interface Telling {
  engine: EngineName
  way: Way
  /** Of windows, in CSS pixels. */
  width: 1280 | 360
  /** In which each role reads the pages. */
  languages: Readonly<Record<Role, LocaleName>>
}

/** Tells every story, and sees that nothing else happened on the way. */
export const tell = (browser: Browser, { engine, way, width, languages }: Telling): void => {
  onEngine(engine, `every story can be done ${way.name}, ${width} px wide, in ${[...new Set(Object.values(languages))].join(', ')}`, async (t, openTestStore) => {
    const wrong: string[] = []
    const world = await startWorld(t, await openTestStore(), browser, way, width, wrong)
    for (const [title, chapter] of await course(world, languages)) {
      try {
        await chapter()
      } catch (error) {
        t.same(wrong.splice(0), [], `${title}: what was wrong with the pages on the way`)
        throw error
      }
      t.same(wrong.splice(0), [], `${title}, and nothing is wrong with the pages on the way`)
    }
  })
}
