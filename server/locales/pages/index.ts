import type { LocaleName } from '../index.ts'
import { commonIn } from './common/index.ts'
import { editingIn } from './editing/index.ts'

/** Everything that pages say in a language: what all of them share, and the words of each part by its name. */
export const pageWordsOf = (language: LocaleName) => ({
  ...commonIn(language),
  editing: editingIn(language)
})

export type PageWords = ReturnType<typeof pageWordsOf>
