import { limit, wholeText } from './engine.ts'
import type { Engine, Surroundings } from './engine.ts'

interface Table {
  createIndex (column: string, options: { config: object }): Promise<void>
  search (query: string, type: 'fts', columns: string): Query
}
interface Query {
  select (columns: string[]): Query
  limit (count: number): Query
  toArray (): Promise<{ id: string }[]>
}
interface LanceDb {
  connect (folder: string): Promise<{ createTable (name: string, rows: object[]): Promise<Table> }>
  Index: { fts (): object }
}

/** Its full-text index covers one column, so title and text are one. */
export function lancedb ({ load, folder }: Surroundings): Engine {
  const library: LanceDb = load('@lancedb/lancedb')
  let table: Table | undefined
  return {
    async index (documents) {
      const database = await library.connect(folder)
      table = await database.createTable('profiles', documents.map(document => ({ id: document.id, text: wholeText(document) })))
      await table.createIndex('text', { config: library.Index.fts() })
    },
    async search (query) {
      // Without the score among the columns, LanceDB prints a warning at every query.
      const rows = await table?.search(query, 'fts', 'text').select(['id', '_score']).limit(limit).toArray()
      return rows?.map(row => row.id) ?? []
    }
  }
}
