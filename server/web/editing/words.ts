import type { Resource } from '../../../db/vocabulary.ts'
import type { Reader } from '../reader.ts'
import type { CodeList } from './description.ts'

export interface FieldWords {
  readonly label: string
  readonly hint?: string
  /** What to do about a value that is not taken. */
  readonly fault?: string
}

type Table<T> = Readonly<Record<string, T>>

/** Words of a field: by its name, of a row's column without the row's number; else of one that every resource has. */
export const wordsOf = (reader: Reader, resource: Resource, name: string): FieldWords => {
  const key = name.replace(/\.\d+(?=\.|$)/, '').replaceAll('.', '_')
  const { fields, shared } = reader.words.editing
  return (fields[resource] as Table<FieldWords>)[key] ?? (shared as Table<FieldWords>)[key] ?? { label: name }
}

/** What each code of a list is called. */
export const optionsOf = (reader: Reader, list: CodeList): ReadonlyArray<readonly [string, string]> => {
  const { codes, editing } = reader.words
  const named = (editing.codes as Table<Table<string>>)[list] ?? (codes as Table<Table<string>>)[list] ?? {}
  return Object.entries(named)
}

export const optionsOfVisibility = (reader: Reader): ReadonlyArray<readonly [string, string]> => Object.entries(reader.words.editing.codes.visibility)
