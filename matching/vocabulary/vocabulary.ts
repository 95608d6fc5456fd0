import { readdirSync, readFileSync } from 'node:fs'
import { type Column, columns, type Concept, type Layer, layers, parseLine, parseReading, type Reading } from './concepts.ts'

const here = new URL('.', import.meta.url)

/** The lines of one file. */
export interface VocabularyFile {
  layer: Layer
  name: string
  lines: readonly string[]
}

/** The files beside this one, in the order of their layers and names. */
export function readFiles (folder: URL = here): VocabularyFile[] {
  return layers.flatMap(layer => {
    const place = new URL(`${layer}/`, folder)
    return readdirSync(place).sort().map(name => ({ layer, name, lines: readFileSync(new URL(name, place), 'utf8').split('\n') }))
  })
}

let concepts: readonly Concept[] | undefined

/** Every concept, in the order of the files, which are read once. */
export function readConcepts (): readonly Concept[] {
  concepts ??= readFiles().flatMap(({ layer, lines }) => lines.flatMap(line => parseLine(line, layer) ?? []))
  return concepts
}

/** Of each language, the lines that say what words of several concepts mostly mean; a language may have none. */
export function readReadingLines (folder: URL = here): Partial<Record<Column, readonly string[]>> {
  const place = new URL('senses/', folder)
  const names = readdirSync(place)
  return Object.fromEntries(columns.flatMap(column => names.includes(`${column}.txt`) ? [[column, readFileSync(new URL(`${column}.txt`, place), 'utf8').split('\n')]] : []))
}

export function readReadings (): Partial<Record<string, readonly Reading[]>> {
  return Object.fromEntries(Object.entries(readReadingLines()).map(([column, lines]) => [column, lines.flatMap(line => parseReading(line) ?? [])]))
}
