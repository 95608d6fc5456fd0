import type { LocaleName } from '../index.ts'
import { accountIn } from './account/index.ts'
import { commonIn } from './common/index.ts'
import { legalIn } from './legal/index.ts'
import { dialogueIn } from './dialogue/index.ts'
import { officeIn } from './office/index.ts'
import { editingIn } from './editing/index.ts'
import { refusalsIn } from './refusals/index.ts'

/** Everything that pages say in a language: what all of them share, and the words of each part by its name. */
export const pageWordsOf = (language: LocaleName) => ({
  ...commonIn(language),
  account: accountIn(language),
  legal: legalIn(language),
  dialogue: dialogueIn(language),
  office: officeIn(language),
  editing: editingIn(language),
  refusals: refusalsIn(language)
})

export type PageWords = ReturnType<typeof pageWordsOf>
