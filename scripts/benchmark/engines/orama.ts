import { limit } from './engine.ts'
import type { BenchmarkDocument } from '../source.ts'
import type { Engine, Surroundings } from './engine.ts'

interface Orama {
  create (options: { schema: Record<string, 'string'> }): object
  insertMultiple (database: object, documents: readonly BenchmarkDocument[]): Promise<string[]>
  search (database: object, options: { term: string, limit: number }): Promise<{ hits: { id: string }[] }>
}

export function orama ({ load }: Surroundings): Engine {
  const library: Orama = load('@orama/orama')
  const database = library.create({ schema: { title: 'string', text: 'string' } })
  return {
    async index (documents) { await library.insertMultiple(database, documents) },
    async search (query) {
      const { hits } = await library.search(database, { term: query, limit })
      return hits.map(hit => hit.id)
    }
  }
}
