import { Problem } from '../../errors.ts'
import type { Reader } from '../reader.ts'
import { type Description, type Field, fieldsOf } from './description.ts'
import { wordsOf } from './words.ts'

/** The field of a form that a pointer into the body leads to. */
const fieldAt = (description: Description, pointer: string): { field: Field, name: string } | undefined => {
  const path = pointer.slice(1).replaceAll('/', '.')
  const field = fieldsOf(description).find(({ name }) => path === name || path.startsWith(`${name}.`)) ?? fieldsOf(description).find(({ name }) => name.startsWith(`${path}.`))
  if (field === undefined) return undefined
  if (field.control.kind !== 'rows') return { field, name: field.name }
  const [, index, column] = path.slice(field.name.length).split('.')
  const found = field.control.columns.find(({ name }) => name === column)
  return found === undefined ? { field, name: field.name } : { field: found, name: `${field.name}.${index}.${column}` }
}

/** Where a fault's line leads, and what the field is called there. */
export const placeOf = (description: Description, reader: Reader) => (pointer: string): { name: string, label: string, fault: string | undefined } => {
  const found = fieldAt(description, pointer)
  const name = found?.name ?? pointer.slice(1).replaceAll('/', '.')
  const { label, fault } = wordsOf(reader, description.resource, name)
  return { name, label, fault }
}

/** A refusal with each fault at a field that the form has, each once. */
export const atFields = ({ code, message, errors, headers, refused }: Problem, description: Description, reader: Reader): Problem => {
  const placed = errors.map((error) => ({ ...error, pointer: `/${placeOf(description, reader)(error.pointer).name.replaceAll('.', '/')}` }))
  const unlike = placed.filter((error, index) => placed.findIndex(({ pointer, rule }) => pointer === error.pointer && rule === error.rule) === index)
  return new Problem(code, message, unlike, headers, refused)
}
