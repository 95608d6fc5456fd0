import Database from 'better-sqlite3'
import { limit } from './engine.ts'
import type { Engine } from './engine.ts'

/** Any of the words, each once, quoted so that none is an operator. */
function anyWord (query: string): string {
  return [...new Set(query.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu))].map(word => `"${word}"`).join(' OR ')
}

export function fts5 (): Engine {
  const database = new Database(':memory:')
  database.exec("CREATE VIRTUAL TABLE profiles USING fts5 (id UNINDEXED, title, text, tokenize = 'porter')")
  const insert = database.prepare('INSERT INTO profiles (id, title, text) VALUES (?, ?, ?)')
  const best = database.prepare<[string, number], { id: string }>('SELECT id FROM profiles WHERE profiles MATCH ? ORDER BY rank LIMIT ?')
  return {
    index (documents) {
      database.transaction(() => {
        for (const { id, title, text } of documents) insert.run(id, title, text)
      })()
    },
    search: query => best.all(anyWord(query), limit).map(row => row.id)
  }
}
