/** What is left of a word before each of the endings that it has, `least` letters or more; the longest ending first. */
export function beforeEndings (word: string, endings: readonly string[], least: number): { rest: string, ending: string }[] {
  return endings
    .filter(ending => word.length >= ending.length + least && word.endsWith(ending))
    .sort((a, b) => b.length - a.length)
    .map(ending => ({ rest: word.slice(0, word.length - ending.length), ending }))
}

/** Each once, in their order, without the word itself and without single letters. */
export function distinct (forms: Iterable<string>, word: string): string[] {
  return [...new Set(forms)].filter(form => form !== word && form.length > 1)
}
