import { Problem } from '../../errors.ts'
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
export const placeOf = (description: Description, reader: Reader) => (pointer: string): { name: string, label: string, fault: string | undefined } => {
  const found = fieldAt(description, pointer)
  const name = found?.name ?? pointer.slice(1).replaceAll('/', '.')
  const inner = ofTranslation(name)
  const { label, fault } = wordsOf(reader, description.resource, name.slice(0, name.length - inner.length))
  return inner === ''
    ? { name, label, fault }
    : { name, label: `${label} · ${reader.fill(reader.words.editing.translations[inner.endsWith('text') ? 'text' : 'language'], { number: reader.number(Number(/\d+/.exec(inner)?.[0]) + 1) })}`, fault: undefined }
}

/** A refusal with each fault at a field that the form has, each once. */
export const atFields = ({ code, message, errors, headers, refused }: Problem, description: Description, reader: Reader): Problem => {
  const placed = errors.map((error) => ({ ...error, pointer: `/${placeOf(description, reader)(error.pointer).name.replaceAll('.', '/')}` }))
  const unlike = placed.filter((error, index) => placed.findIndex(({ pointer, rule }) => pointer === error.pointer && rule === error.rule) === index)
  return new Problem(code, message, unlike, headers, refused)
}
