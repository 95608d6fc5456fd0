import { limit } from './engine.ts'
import type { BenchmarkDocument } from '../source.ts'
import type { Engine, Surroundings } from './engine.ts'

interface MiniSearch {
  addAll (documents: readonly BenchmarkDocument[]): void
  search (query: string): { id: string }[]
}
type MiniSearchClass = new (options: { fields: string[] }) => MiniSearch

export function minisearch ({ load }: Surroundings): Engine {
  const Index: MiniSearchClass = load('minisearch')
  const index = new Index({ fields: ['title', 'text'] })
  return {
    index (documents) { index.addAll(documents) },
    search: query => index.search(query).slice(0, limit).map(result => result.id)
  }
}
