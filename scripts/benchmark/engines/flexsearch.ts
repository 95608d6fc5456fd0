import { limit, wholeText } from './engine.ts'
import type { Engine, Surroundings } from './engine.ts'

interface FlexSearch {
  Index: new () => {
    add (id: string, text: string): void
    search (query: string, options: { limit: number, suggest: boolean }): string[]
  }
}

export function flexsearch ({ load }: Surroundings): Engine {
  const { Index }: FlexSearch = load('flexsearch')
  const index = new Index()
  return {
    index (documents) {
      for (const document of documents) index.add(document.id, wholeText(document))
    },
    // Without `suggest` every word has to occur, and a whole challenge finds nothing.
    search: query => index.search(query, { limit, suggest: true })
  }
}
