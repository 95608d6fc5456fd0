import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { FieldError, Problem, Values } from '../errors.ts'
import type { Rule } from '../faults.ts'
import type { Reader } from './reader.ts'

const reading = createContext<Reader | null>(null)

/** Every page says who reads it, so that what is wrong with a form can be said wherever its field stands. */
export const Reading = reading.Provider

export const useReader = (): Reader => {
  const reader = useContext(reading)
  if (reader === null) throw new Error('a form stands outside a page')
  return reader
}

const said = (words: string | { one: string, other: string }, values: Values, reader: Reader): string => {
  const shown = Object.fromEntries(Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? reader.number(value) : value instanceof Date ? reader.day(value.toISOString()) : typeof value === 'string' ? value : reader.list(value)
  ]))
  const { count } = values
  return reader.fill(typeof words === 'string' ? words : reader.count(words, typeof count === 'number' ? count : 0), shown)
}

/** Why something is refused, in the reader's words: by its reason, else by its code; never in the API's. */
export const refusalIn = ({ code, refused }: Problem, reader: Reader): string => {
  const { codes, reasons } = reader.words.refusals
  return refused === null ? codes[code] : said(reasons[refused.reason], refused.values, reader)
}

/** Rules about how a value is written: where a field says itself what to write, that says more; where nothing is written, that is it. */
const shapes: ReadonlySet<Rule> = new Set<Rule>([
  'number', 'whole', 'type', 'too-short', 'too-low', 'email', 'address', 'url', 'https', 'not-https', 'date', 'datetime', 'format', 'country-form', 'country', 'currency', 'language', 'goal', 'six-digits', 'domain', 'link-token'
])

/** Of a field beside what is wrong with it. */
export interface Written {
  /** What is written in it, as it was sent. */
  value: string
  /** What to write in it, in the reader's words. */
  fault?: string | undefined
}

/** What is wrong with a field, in the reader's words. */
export const faultIn = ({ rule = 'type', values = {} }: FieldError, reader: Reader, written?: Written): string => {
  const { rules } = reader.words.refusals
  if (written === undefined || !shapes.has(rule)) return said(rules[rule], values, reader)
  return written.value.trim() === '' ? rules.required : written.fault ?? said(rules[rule], values, reader)
}
