import { readdirSync, readFileSync } from 'node:fs'
import { type Concept, type Layer, layers, parseLine } from './concepts.ts'

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

/** Every concept, in the order of the files. */
export function readConcepts (): Concept[] {
  return readFiles().flatMap(({ layer, lines }) => lines.flatMap(line => parseLine(line, layer) ?? []))
}
