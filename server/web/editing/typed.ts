import type { JsonObject } from '../../../db/index.ts'
import type { Text } from '../../schemas/text.ts'
import { hideable } from '../../schemas/visibility.ts'
import type { Filled } from '../forms.ts'
import type { Reader } from '../reader.ts'
import { listed, type Sent } from '../sent.ts'
import { type Description, type Field, fieldsOf } from './description.ts'
import { namesFor } from './names.ts'
import { decimalsOf } from './numbers.ts'
import { at, isObject } from './paths.ts'
import { translationsFrom, typedTranslations } from './translations.ts'

/** What a form holds. */
export type Typed = Record<string, string | readonly string[] | undefined>

/** Names of inputs beside those of fields: the version that is changed, the language of the texts, a row's place in what is stored. */
export const versionInput = 'version'
export const languageInput = 'language'
export const placeInput = '_was'

const isText = (value: unknown): value is Text => isObject(value) && typeof value['text'] === 'string'

const untranslated: Text = { text: '', language: 'und', origin: 'person', translations: [] }

const typedMoney = (amount: unknown, currency: unknown): string => {
  if (typeof amount !== 'number' || typeof currency !== 'string') return ''
  const decimals = decimalsOf(currency)
  return (amount / 10 ** decimals).toFixed(amount % 10 ** decimals === 0 ? 0 : decimals)
}

/** A stored value as it is typed. */
const typedValue = ({ control, preset }: Field, value: unknown, of: (path: string) => unknown, reader: Reader): string | readonly string[] => {
  switch (control.kind) {
    case 'text': return isText(value) ? value.text : typeof value === 'string' ? value : ''
    case 'texts': return Array.isArray(value) ? value.map((text) => isText(text) ? text.text : String(text)).join('\n') : ''
    case 'list': return Array.isArray(value) ? value.join(control.lines === true ? '\n' : ', ') : ''
    case 'places': return Array.isArray(value) ? namesFor(value.map(String), control.of, reader) : ''
    case 'codes': return Array.isArray(value) ? value.map(String) : []
    case 'money': return typedMoney(value, of(control.currency))
    default: return value === undefined || value === null || isObject(value) ? preset ?? '' : String(value)
  }
}

/** What the form of a stored profile, or of a new one with some fields given, holds at first. */
export const typedOf = (description: Description, content: JsonObject, reader: Reader): Typed => {
  const typed: Typed = {}
  for (const field of fieldsOf(description)) {
    const value = at(content, field.name)
    if (field.control.kind !== 'rows') {
      typed[field.name] = typedValue(field, value, (path) => at(content, path), reader)
      if (field.control.kind === 'text') Object.assign(typed, typedTranslations(field.name, isText(value) ? value : untranslated, reader))
      continue
    }
    const rows = Array.isArray(value) ? value as JsonObject[] : []
    for (const [index, row] of rows.entries()) {
      typed[`${field.name}.${index}.${placeInput}`] = String(index)
      for (const column of field.control.columns) {
        const [name, inner] = [`${field.name}.${index}.${column.name}`, row[column.name]]
        typed[name] = typedValue(column, inner, (path) => at(row, path), reader)
        if (column.control.kind === 'text') Object.assign(typed, typedTranslations(name, isText(inner) ? inner : untranslated, reader))
      }
    }
  }
  const chosen = isObject(content['visibility']) ? content['visibility'] : {}
  for (const name of hideable[description.resource]) typed[`visibility.${name}`] = String(chosen[name] ?? 'public')
  return typed
}

const first = (value: string | readonly string[] | undefined): string => (typeof value === 'string' ? value : value?.[0] ?? '').replaceAll('\r\n', '\n')

/** At most so many rows of one kind are read. */
const maximumRows = 40

/** How many rows a form holds. */
export const rowsIn = (typed: Typed, { name, control }: Field): number => {
  if (control.kind !== 'rows') return 0
  let count = 0
  while (count < maximumRows && control.columns.some((column) => typed[`${name}.${count}.${column.name}`] !== undefined)) count++
  return count
}

const isBlank = (field: Field, typed: Typed, row: number): boolean =>
  field.control.kind !== 'rows' || field.control.columns.every((column) => column.preset !== undefined || first(typed[`${field.name}.${row}.${column.name}`]).trim() === '')

/** Of what was sent, what the form has; rows that were left blank go, so that the rows of the form are those of the body. */
export const typedFrom = (description: Description, sent: Sent): Typed => {
  const typed: Typed = { [versionInput]: first(sent[versionInput]), [languageInput]: first(sent[languageInput]) }
  for (const field of fieldsOf(description)) {
    if (field.control.kind === 'codes') {
      typed[field.name] = listed(sent, field.name)
    } else if (field.control.kind !== 'rows') {
      typed[field.name] = first(sent[field.name])
      if (field.control.kind === 'text') Object.assign(typed, translationsFrom(sent, field.name))
    } else {
      let row = 0
      for (let index = 0; index < maximumRows; index++) {
        if (isBlank(field, sent, index)) continue
        for (const name of [placeInput, ...field.control.columns.map((column) => column.name)]) typed[`${field.name}.${row}.${name}`] = first(sent[`${field.name}.${index}.${name}`])
        for (const { name, control } of field.control.columns) if (control.kind === 'text') Object.assign(typed, translationsFrom(sent, `${field.name}.${index}.${name}`, `${field.name}.${row}.${name}`))
        row++
      }
    }
  }
  for (const name of hideable[description.resource]) typed[`visibility.${name}`] = first(sent[`visibility.${name}`])
  return typed
}

export const filledWith = (values: Typed, problem: Filled['problem'] = null): Filled => ({ values, problem })

/** The resource's fields that matter and are still empty. */
export const missingIn = (description: Description, content: JsonObject): string[] =>
  fieldsOf(description).filter(({ name, asked }) => asked === true && at(content, name) === undefined).map(({ name }) => name)
