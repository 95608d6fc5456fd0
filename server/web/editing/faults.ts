import { type FieldError, Problem } from '../../errors.ts'
import type { Reader } from '../reader.ts'
import { type Description, type Field, fieldsOf } from './description.ts'
import { wordsOf } from './words.ts'

/** Of a path into a text, the part that leads to the input of a translation. */
const ofTranslation = (path: string): string => /\.translations\.\d+\.(?:text|language)$/.exec(path)?.[0] ?? ''

/** The field of a form that a pointer into the body leads to. */
const fieldAt = (description: Description, pointer: string): { field: Field, name: string } | undefined => {
  const path = pointer.slice(1).replaceAll('/', '.')
  const field = fieldsOf(description).find(({ name }) => path === name || path.startsWith(`${name}.`)) ?? fieldsOf(description).find(({ name }) => name.startsWith(`${path}.`))
  if (field === undefined) return undefined
  if (field.control.kind !== 'rows') return { field, name: field.name + ofTranslation(path) }
  const [, index, column] = path.slice(field.name.length).split('.')
  const found = field.control.columns.find(({ name }) => name === column)
  return found === undefined ? { field, name: field.name } : { field: found, name: `${field.name}.${index}.${column}${ofTranslation(path)}` }
}

/** Where a fault's line leads, and what the field is called there. */
export const placeOf = (description: Description, reader: Reader) => (pointer: string): { name: string, label: string } => {
  const found = fieldAt(description, pointer)
  const name = found?.name ?? pointer.slice(1).replaceAll('/', '.')
  const inner = ofTranslation(name)
  const { label } = wordsOf(reader, description.resource, name.slice(0, name.length - inner.length))
  return { name, label: inner === '' ? label : `${label} · ${reader.fill(reader.words.editing.translations[inner.endsWith('text') ? 'text' : 'language'], { number: reader.number(Number(/\d+/.exec(inner)?.[0]) + 1) })}` }
}

const said = ({ code, detail, pointer }: FieldError, description: Description, reader: Reader): string => {
  const { faults } = reader.words.editing
  const found = fieldAt(description, pointer)
  if (found?.name.endsWith('.language') === true) return faults.choose
  const limit = /\d+/.exec(detail)?.[0] ?? ''
  const fitting = found === undefined ? undefined : wordsOf(reader, description.resource, found.name).fault
  if (detail === 'is required' || detail === 'must not be empty' || code === 'invalid_value') return found?.field.control.kind === 'text' || found?.field.control.kind === 'plain' ? faults.empty : faults.choose
  if (fitting !== undefined && code !== 'too_big') return fitting
  if (code === 'too_small') return found?.field.control.kind === 'codes' ? faults.choose : faults.tooLittle
  if (code === 'too_big') return reader.fill(detail.endsWith('characters') ? faults.tooLong : detail.endsWith('values') ? faults.tooMany : faults.tooMuch, { limit })
  if (code === 'invalid_type') return faults.number
  if (detail.startsWith('must not be less than') || detail.startsWith('must not be before')) return faults.crossed
  if (detail === 'is needed with an amount') return faults.currency
  return (faults.byCode as Readonly<Record<string, string>>)[code] ?? detail
}

/** A refusal in the reader's words, each fault at a field that the form has. */
export const inWords = (problem: Problem, description: Description, reader: Reader): Problem => {
  const { problems } = reader.words.editing
  const errors = problem.errors.map((error) => ({ ...error, pointer: `/${placeOf(description, reader)(error.pointer).name.replaceAll('.', '/')}`, detail: said(error, description, reader) }))
  const unlike = errors.filter((error, index) => errors.findIndex(({ pointer, detail }) => pointer === error.pointer && detail === error.detail) === index)
  return new Problem(problem.code, (problems as Readonly<Record<string, string>>)[problem.code] ?? problem.message, unlike, problem.headers)
}
