import { limit, wholeText } from './engine.ts'
import type { Engine, Surroundings } from './engine.ts'

type TfIdf = new () => {
  addDocument (text: string, key: string): void
  tfidfs (query: string, callback: (document: number, measure: number, key: string) => void): number[]
}

export function tfidf ({ load }: Surroundings): Engine {
  // By its path: the package's main module also loads database drivers.
  const Index: TfIdf = load('natural/lib/natural/tfidf/tfidf.js')
  const index = new Index()
  return {
    index (documents) {
      for (const document of documents) index.addDocument(wholeText(document), document.id)
    },
    search (query) {
      const results: { key: string, measure: number }[] = []
      index.tfidfs(query, (_, measure, key) => { if (measure > 0) results.push({ key, measure }) })
      return results.sort((a, b) => b.measure - a.measure).slice(0, limit).map(result => result.key)
    }
  }
}
