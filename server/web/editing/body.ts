import type { JsonObject } from '../../../db/index.ts'
import { keptFields } from '../../schemas/resource.ts'
import type { Text } from '../../schemas/text.ts'
import { hideable } from '../../schemas/visibility.ts'
import { type Description, type Field, fieldsOf } from './description.ts'
import { codesNamed, parted } from './names.ts'
import { decimalOf, minorUnitsOf, wholeOf } from './numbers.ts'
import { at, isObject, withAt } from './paths.ts'
import { writtenTranslations } from './translations.ts'
import { languageInput, placeInput, rowsIn, type Typed } from './typed.ts'

/** Shorter texts say too little of their language to change it. */
const tellingLength = 40

const one = (typed: Typed, name: string): string => {
  const value = typed[name]
  return (typeof value === 'string' ? value : value?.[0] ?? '').trim()
}

type Translations = ReturnType<typeof writtenTranslations>

/** Whether a form asks for translations that are not stored. */
const areNew = (translations: Translations, { translations: stored }: Pick<Text, 'translations'>): boolean =>
  translations?.some(({ text, language }) => !stored.some((translation) => translation.text === text.normalize('NFC') && translation.language === language)) === true

/**
 * A text as it was typed, over the one that is stored: a translation that the form does not show is not lost, nor the language
 * of what did not change. Without its text no new translation is taken.
 */
const textOf = (typed: string, stored: unknown, language: string, translations?: Translations): unknown => {
  const before = isObject(stored) ? stored as Text : undefined
  if (typed === '') return areNew(translations, before ?? { translations: [] }) ? { text: '', translations } : undefined
  const after = translations === undefined || (before === undefined && translations.length === 0) ? {} : { translations }
  const unchanged = before?.text === typed.normalize('NFC')
  if (before !== undefined && unchanged) return language === '' ? { ...before, ...after } : { ...before, language, ...after }
  const kept = before !== undefined && before.language !== 'und' && typed.length < tellingLength ? before.language : ''
  const said = language === '' ? kept : language
  return { text: typed, ...(said === '' ? {} : { language: said }), ...(before === undefined ? {} : { translations: before.translations }), ...after }
}

const textsOf = (typed: string, stored: unknown, language: string): unknown => {
  const before = Array.isArray(stored) ? stored as Text[] : []
  const lines = parted(typed, /\n+/)
  return lines.length === 0 ? undefined : lines.map((line) => textOf(line, before.find((text) => text.text === line.normalize('NFC')), language))
}

const orNothing = <T>(items: readonly T[]): readonly T[] | undefined => items.length === 0 ? undefined : items

/** What was typed, as the body has it; what cannot be so taken stays as it is, for the schema to refuse. */
const valueOf = ({ control }: Field, name: string, typed: Typed, stored: unknown): unknown => {
  const written = one(typed, name)
  const language = one(typed, languageInput)
  switch (control.kind) {
    case 'text': return textOf(written, stored, language, writtenTranslations(typed, name, isObject(stored) ? (stored as Text).translations : []))
    case 'texts': return textsOf(written, stored, language)
    case 'list': return orNothing(parted(written, control.lines === true ? /\n+/ : undefined))
    case 'places': return orNothing(codesNamed(written, control.of))
    case 'codes': {
      const chosen = typed[name]
      return orNothing(typeof chosen === 'string' ? [chosen] : chosen ?? [])
    }
    case 'rows': return rowsOf(control.columns, name, typed, stored)
  }
  if (written === '') return undefined
  switch (control.kind) {
    case 'number': return control.as === 'whole' ? wholeOf(written) : decimalOf(written)
    case 'money': return minorUnitsOf(written, one(typed, control.currency))
    case 'code': return control.as === 'truth' ? written === 'true' : control.as === 'number' ? Number(written) : written
    default: return written
  }
}

const rowsOf = (columns: readonly Field[], name: string, typed: Typed, stored: unknown): unknown => {
  const before = Array.isArray(stored) ? stored as JsonObject[] : []
  const count = rowsIn(typed, { name, control: { kind: 'rows', columns } })
  return orNothing(Array.from({ length: count }, (_, index) => {
    const place = one(typed, `${name}.${index}.${placeInput}`)
    let row: JsonObject = place === '' ? {} : before[Number(place)] ?? {}
    for (const column of columns) row = withAt(row, column.name, valueOf(column, `${name}.${index}.${column.name}`, typed, row[column.name]))
    return row
  }))
}

/** Of a profile as it is read, what a body may say. */
const writtenPart = (stored: JsonObject): JsonObject => Object.fromEntries(Object.entries(stored).filter(([name]) => !keptFields.includes(name)))

/**
 * The body that a form asks for: what is stored, changed where the form has a field.
 * @param stored the profile as its owner reads it; of a new one, nothing
 */
export const bodyOf = (description: Description, stored: JsonObject, typed: Typed, status: string | undefined): JsonObject => {
  let body = writtenPart(stored)
  for (const field of fieldsOf(description)) body = withAt(body, field.name, valueOf(field, field.name, typed, at(stored, field.name)))
  const chosen = isObject(stored['visibility']) ? stored['visibility'] : {}
  const visibility = Object.fromEntries(hideable[description.resource].flatMap((name): Array<[string, unknown]> => {
    const choice = one(typed, `visibility.${name}`) || (chosen[name] ?? 'public')
    return choice === 'public' ? [] : [[name, choice]]
  }))
  return { ...body, visibility, ...(status === undefined ? {} : { status }) }
}
