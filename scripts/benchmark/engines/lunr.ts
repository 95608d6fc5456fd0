import { limit } from './engine.ts'
import type { BenchmarkDocument } from '../source.ts'
import type { Engine, Surroundings } from './engine.ts'

interface Builder {
  ref (name: string): void
  field (name: string): void
  add (document: BenchmarkDocument): void
}
interface Index {
  query (build: (query: { term (tokens: object[], options: object): void }) => void): { ref: string }[]
}
interface Lunr {
  (configure: (this: Builder) => void): Index
  tokenizer (text: string): object[]
}

export function lunr ({ load }: Surroundings): Engine {
  const library: Lunr = load('lunr')
  let index: Index | undefined
  return {
    index (documents) {
      index = library(function () {
        this.ref('id')
        this.field('title')
        this.field('text')
        for (const document of documents) this.add(document)
      })
    },
    // Not `search(text)`: that reads colons, hyphens and the like as operators.
    search: query => (index?.query(build => { build.term(library.tokenizer(query), {}) }) ?? [])
      .slice(0, limit).map(result => result.ref)
  }
}
