import { readdirSync, readFileSync } from 'node:fs'
import { type Concept, parseLine } from './concepts.ts'

const here = new URL('.', import.meta.url)

/** Every concept of the files beside this one, in their order. */
export function readConcepts (folder: URL = here): Concept[] {
  const concepts: Concept[] = []
  for (const layer of ['urban', 'general', 'names'] as const) {
    const place = new URL(`${layer}/`, folder)
    for (const file of readdirSync(place).sort()) {
      for (const line of readFileSync(new URL(file, place), 'utf8').split('\n')) {
        const concept = parseLine(line, layer)
        if (concept !== undefined) concepts.push(concept)
      }
    }
  }
  return concepts
}
