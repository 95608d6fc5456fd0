import type { EngineName } from './engines/registry.ts'
import type { QueryKind, Source } from './source.ts'

/** The first thing a worker process is told. */
export interface Setup {
  engine: EngineName
  source: Source
  folder: string
}

export type Request =
  | { step: 'load', setup: Setup }
  | { step: 'index' }
  | { step: 'search', kind: QueryKind, from: number, count: number, milliseconds: number }

export interface Indexed {
  seconds: number
  /** Growth of the process's resident memory over indexing, after a collection of garbage. */
  rssBytes: number
  /** What the engine says its index holds. */
  indexBytes?: number
}

/** As many of the queries as were begun within the milliseconds given, at least one. */
export interface Searched {
  milliseconds: number[]
  /** Queries that found nothing. */
  empty: number
}

/** The answer to each kind of request. */
export interface Answers {
  load: undefined
  index: Indexed
  search: Searched
}

export type Reply = { ok: true, answer: Answers[Request['step']] } | { ok: false, error: string }
