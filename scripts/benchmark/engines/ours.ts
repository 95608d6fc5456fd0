import { areas } from '../../../db/vocabulary.ts'
import { createMatcher } from '../../../matching/index.ts'
import { limit } from './engine.ts'
import type { FieldText } from '../../../matching/types.ts'
import type { BenchmarkDocument } from '../source.ts'
import type { Engine } from './engine.ts'

const area = (number: number) => areas[number % areas.length] ?? ''

export function fieldTexts ({ title, text }: BenchmarkDocument): FieldText[] {
  return [...title === '' ? [] : [{ field: 'title' as const, text: title }], { field: 'problem', text }]
}

/** The service's matcher as the match route asks it: analysis, filters, gates, facets and explanations included. */
export function ours (): Engine {
  const matcher = createMatcher()
  return {
    index (documents) {
      for (const [number, document] of documents.entries()) {
        const facets = { areas: [area(number), area(number >> 4)], languages: ['en'] }
        matcher.upsert({ id: document.id, kind: 'solution', texts: fieldTexts(document), facets })
      }
    },
    search (query) {
      const { matches } = matcher.match({
        profile: { kind: 'challenge', texts: [{ field: 'problem', text: query }], facets: { areas: [area(query.length)], languages: ['en'] } },
        target: 'solution',
        limit
      })
      return matches.map(match => match.id)
    },
    bytes: () => matcher.bytes
  }
}
