import { z } from 'zod'
import { seededRandom } from '../../matching/metrics/random.ts'
import { DataError, readLines } from '../evaluate/lines.ts'
import { TextGenerator } from './generator.ts'
import type { Text } from './generator.ts'

/** What is indexed and asked, made up or from a file. */
export interface Source {
  /** Texts to index. */
  size: number
  /** Queries of each kind, of which the first `warmUp` are not counted. */
  queries: number
  warmUp: number
  /** File of texts, where they are not made up. */
  corpus?: string
}

export const queryKinds = ['long', 'short'] as const
export type QueryKind = (typeof queryKinds)[number]

export interface BenchmarkDocument extends Text {
  id: string
}

export interface Workload {
  documents: BenchmarkDocument[]
  queries: Record<QueryKind, string[]>
}

const record = z.object({ title: z.string().nullish(), text: z.string() })

function readTexts (file: string): Text[] {
  return readLines(file).map(({ number, text: line }) => {
    let json: unknown
    try {
      json = JSON.parse(line)
    } catch {
      throw new DataError(file, number, 'not JSON')
    }
    const { data } = record.safeParse(json)
    if (data === undefined) throw new DataError(file, number, 'no object with title and text')
    return { title: data.title ?? '', text: data.text }
  })
}

const warmUp = 20

/**
 * Sizes and queries that a corpus can give without using a text twice: every text is either asked or
 * indexed, and at most a tenth of a file is asked.
 *
 * @param queries how many of each kind to count
 * @throws DataError where a line of the file is no object with title and text, or it has fewer than two
 */
export function fitSources (sizes: readonly number[], queries: number, corpus?: string): Source[] {
  if (corpus === undefined) return sizes.map(size => ({ size, queries: queries + warmUp, warmUp }))
  const available = readTexts(corpus).length
  if (available < 2) throw new DataError(corpus, 1, 'fewer than two texts')
  const asked = Math.min(queries + warmUp, Math.max(1, Math.floor(available / 10)))
  const fitting = new Set(sizes.map(size => Math.min(size, available - asked)))
  return [...fitting].map(size => ({ size, queries: asked, warmUp: Math.min(warmUp, Math.floor(asked / 5)), corpus }))
}

const firstWords = (text: string, count: number) => text.trim().split(/\s+/).slice(0, count).join(' ')

function fromFile (corpus: string, size: number, queries: number): Workload {
  const texts = readTexts(corpus)
  const random = seededRandom(5)
  const asked = texts.slice(0, queries)
  return {
    documents: texts.slice(queries, queries + size).map((text, number) => ({ id: `p${number}`, ...text })),
    queries: {
      long: asked.map(({ title, text }) => firstWords(`${title}. ${text}`, 150)),
      short: asked.map(({ title, text }) => {
        const words = `${title} ${text}`.split(/\s+/).filter(word => word.length > 3)
        const start = Math.floor(random() * Math.max(1, words.length - 5))
        return words.slice(start, start + 3 + Math.floor(random() * 3)).join(' ')
      })
    }
  }
}

/** Makes or reads the texts and queries; the same source gives the same ones in every process. */
export function loadWorkload ({ size, queries, corpus }: Source): Workload {
  if (corpus !== undefined) return fromFile(corpus, size, queries)
  const profiles = new TextGenerator(1)
  const asked = new TextGenerator(2)
  return {
    documents: Array.from({ length: size }, (_, number) => ({ id: `p${number}`, ...profiles.profile() })),
    queries: {
      long: Array.from({ length: queries }, () => asked.longQuery()),
      short: Array.from({ length: queries }, () => asked.shortQuery())
    }
  }
}
