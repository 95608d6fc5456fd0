import type { Reader } from '../../reader.ts'

type Codes = Reader['words']['dialogue']['codes']

/** A code of introductions or searches in the reader's words. */
export const said = (reader: Reader, list: keyof Codes, code: string): string => (reader.words.dialogue.codes[list] as Readonly<Record<string, string>>)[code] ?? code

/** Codes with their words, for a choice. */
export const choicesOf = (reader: Reader, list: keyof Codes): Array<readonly [string, string]> => Object.entries(reader.words.dialogue.codes[list])
