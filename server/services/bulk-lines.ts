import { parse } from 'csv-parse'
import { StringDecoder } from 'node:string_decoder'
import type { Readable } from 'node:stream'
import type { JsonObject } from '../../db/index.ts'
import type { Resource } from '../../db/vocabulary.ts'
import { Problem } from '../errors.ts'
import { csvBody, headerError } from './csv.ts'

/** One line of an import: what it says, or why it cannot be read. */
export type Line = { number: number } & ({ body: unknown } | { error: string })

/** Longest line in characters; a longer one is rejected and the next one read. */
export const longestLine = 1_000_000

/** The lines of an NDJSON stream, in constant memory; empty lines are passed over. */
export async function * ndjsonLines (source: Readable): AsyncGenerator<Line> {
  const decoder = new StringDecoder('utf8')
  let pending = ''
  let overlong = false
  let number = 0
  const line = (text: string): Line | undefined => {
    number++
    if (overlong || text.length > longestLine) {
      overlong = false
      return { number, error: `is longer than ${longestLine} characters` }
    }
    if (text.trim() === '') return undefined
    try {
      return { number, body: JSON.parse(number === 1 ? text.replace(/^\ufeff/, '') : text) }
    } catch {
      return { number, error: 'is not valid JSON' }
    }
  }
  for await (const chunk of source) {
    pending += decoder.write(chunk as Buffer)
    let start = 0
    for (let end = pending.indexOf('\n'); end !== -1; end = pending.indexOf('\n', start)) {
      const read = line(pending.slice(start, end))
      start = end + 1
      if (read !== undefined) yield read
    }
    pending = pending.slice(start)
    if (pending.length > longestLine) {
      overlong = true
      pending = ''
    }
  }
  pending += decoder.end()
  if (pending !== '' || overlong) {
    const read = line(pending)
    if (read !== undefined) yield read
  }
}

/**
 * The records of a CSV stream (RFC 4180, header first), in constant memory.
 * @throws {Problem} `invalid-input` for a header that names what is no column
 */
export async function * csvLines (source: Readable, resource: Resource): AsyncGenerator<Line> {
  const parser = source.pipe(parse({ bom: true, relax_column_count: true, skip_empty_lines: true, max_record_size: longestLine }))
  source.on('error', (error) => parser.destroy(error))
  let columns: string[] | undefined
  let number = 0
  for await (const record of parser) {
    const cells = record as string[]
    if (columns === undefined) {
      columns = cells.map((name) => name.trim())
      const wrong = headerError(resource, columns)
      if (wrong !== undefined) throw new Problem('invalid-input', `The header is wrong: ${wrong.column} ${wrong.detail}`, [{ in: 'body', pointer: `/${wrong.column.replaceAll('.', '/')}`, code: 'invalid-header', detail: wrong.detail }])
      continue
    }
    number++
    if (cells.length > columns.length) yield { number, error: `has ${cells.length} cells, and the header names ${columns.length}` }
    else yield { number, body: csvBody(resource, columns, cells) }
  }
}

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
