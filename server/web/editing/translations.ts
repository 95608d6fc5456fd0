import type { Text } from '../../schemas/text.ts'
import type { Reader } from '../reader.ts'
import type { Sent } from '../sent.ts'
import { codesNamed } from './names.ts'
import type { Typed } from './typed.ts'

/**
 * Translations of a text on its form. Beside the text's input `title` stand `title.translations`, which says that the form
 * shows them, and for each `title.translations.0.text` and `.language`; its place among those stored (`.was`) and who wrote it
 * (`.by`) go along.
 */
export const translationsOf = (name: string): string => `${name}.translations`

/** As many as a text may have. */
const most = 20

const inputs = ['text', 'language', 'was', 'by'] as const

const first = (sent: Sent, name: string): string => {
  const value = sent[name]
  return (typeof value === 'string' ? value : value?.[0] ?? '').replaceAll('\r\n', '\n')
}

/** A language as it is typed: by its name, where that leads back to it. */
const languageTyped = (tag: string, reader: Reader): string => {
  const name = reader.languageName(tag)
  return codesNamed(name, 'language')[0] === tag ? name : tag
}

export const typedTranslations = (name: string, { translations }: Text, reader: Reader): Typed => ({
  [translationsOf(name)]: 'yes',
  ...Object.fromEntries(translations.flatMap(({ text, language, origin }, index) => {
    const of = `${translationsOf(name)}.${index}`
    return [[`${of}.text`, text], [`${of}.language`, languageTyped(language, reader)], [`${of}.was`, String(index)], [`${of}.by`, origin]]
  }))
})

/** Of what was sent for a text, its translations under the name that the text has now; those whose text was emptied go. */
export const translationsFrom = (sent: Sent, name: string, as = name): Typed => {
  const filled = Array.from({ length: most + 1 }, (_, index) => `${translationsOf(name)}.${index}`).filter((of) => first(sent, `${of}.text`).trim() !== '')
  return {
    [translationsOf(as)]: first(sent, translationsOf(name)),
    ...Object.fromEntries(filled.flatMap((of, index) => inputs.map((input) => [`${translationsOf(as)}.${index}.${input}`, first(sent, `${of}.${input}`)])))
  }
}

/** How many translations of a text a form holds. */
export const translationCount = (typed: Sent, name: string): number => {
  let count = 0
  while (typed[`${translationsOf(name)}.${count}.text`] !== undefined) count++
  return count
}

/**
 * The translations that a form asks for; undefined where it shows none. One whose words were changed is the owner's, whoever
 * wrote it before.
 */
export const writtenTranslations = (typed: Sent, name: string, before: Text['translations']): Array<{ text: string, language: string | undefined, origin: Text['origin'] }> | undefined => {
  if (first(typed, translationsOf(name)) === '') return undefined
  return Array.from({ length: translationCount(typed, name) }, (_, index) => {
    const of = `${translationsOf(name)}.${index}`
    const [text, place] = [first(typed, `${of}.text`).trim(), first(typed, `${of}.was`)]
    const stored = place === '' ? undefined : before[Number(place)]
    return { text, language: codesNamed(first(typed, `${of}.language`), 'language')[0], origin: stored?.text === text.normalize('NFC') ? stored.origin : 'person' }
  })
}
