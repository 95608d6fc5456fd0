import { wordsAndPairs } from './runs.ts'

/** For an analyser of spaced words that meets a run without spaces: pairs of signs. */
export const plainRun = wordsAndPairs({})
