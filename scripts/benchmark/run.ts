import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Child, CutOff } from './child.ts'
import { isOwn } from './engines/registry.ts'
import { percentile } from './statistics.ts'
import { queryKinds } from './source.ts'
import type { EngineName } from './engines/registry.ts'
import type { Indexed } from './messages.ts'
import type { QueryKind, Source } from './source.ts'

export interface Latency {
  kind: QueryKind
  /** Milliseconds; absent where no query was answered. */
  p50?: number
  p99?: number
  /** Queries counted. */
  queries: number
  /** How many of them found nothing. */
  empty: number
}

export interface EngineResult {
  engine: EngineName
  size: number
  documentsPerSecond?: number
  rssBytesPerDocument?: number
  indexBytesPerDocument?: number
  latencies: Latency[]
  /** What went wrong or was cut off. */
  notes: string[]
}

/** Seconds that a peer has for indexing, and for the queries of each kind. */
const stepSeconds = 30

/** Queries an engine answers before it is the next one's turn. */
const turn = { count: 5, milliseconds: 500 }

interface Running {
  child: Child
  result: EngineResult
  seconds?: number
}

function reason (error: unknown): string {
  return error instanceof CutOff ? `cut off, ${error.message}` : error instanceof Error ? error.message : String(error)
}

async function start (engine: EngineName, source: Source, folder: string, result: EngineResult): Promise<Running | undefined> {
  const child = new Child()
  const seconds = isOwn(engine) ? undefined : stepSeconds
  try {
    await child.ask({ step: 'load', setup: { engine, source, folder } })
    const indexed: Indexed = await child.ask({ step: 'index' }, seconds)
    result.documentsPerSecond = source.size / indexed.seconds
    result.rssBytesPerDocument = indexed.rssBytes / source.size
    if (indexed.indexBytes !== undefined) result.indexBytesPerDocument = indexed.indexBytes / source.size
    return { child, result, seconds }
  } catch (error) {
    result.notes.push(`indexing: ${reason(error)}`)
    child.end()
    return undefined
  }
}

/** One engine's queries of one kind, answered turn by turn. */
class Series {
  readonly #milliseconds: number[] = []
  readonly #running: Running
  readonly #kind: QueryKind
  readonly #source: Source
  #next = 0
  #spent = 0
  #empty = 0
  #over = false

  constructor (running: Running, kind: QueryKind, source: Source) {
    this.#running = running
    this.#kind = kind
    this.#source = source
  }

  get over (): boolean {
    return this.#over || this.#next >= this.#source.queries
  }

  async turn (): Promise<void> {
    const { child, result, seconds } = this.#running
    const { warmUp } = this.#source
    const warming = this.#next < warmUp
    const request = { step: 'search' as const, kind: this.#kind, from: this.#next, ...turn }
    try {
      // The worker ends its turn by itself; only a single query that outlasts a whole step is ended from here.
      const answer = await child.ask(warming ? { ...request, count: 1 } : request, seconds)
      this.#spent += answer.milliseconds.reduce((sum, value) => sum + value, 0) / 1000
      this.#next += answer.milliseconds.length
      if (warming) {
        // A second is warm enough for an engine that takes long.
        if (this.#spent > 1) this.#next = Math.max(this.#next, warmUp)
        return
      }
      this.#milliseconds.push(...answer.milliseconds)
      this.#empty += answer.empty
      if (seconds !== undefined && this.#spent >= seconds && !this.over) throw new CutOff(`over ${seconds} s`)
    } catch (error) {
      this.#over = true
      result.notes.push(`${this.#kind} queries: ${reason(error)}, ${this.#milliseconds.length} answered`)
    }
  }

  finish (): void {
    const answered = this.#milliseconds.length > 0
    this.#running.result.latencies.push({
      kind: this.#kind,
      p50: answered ? percentile(this.#milliseconds, 0.5) : undefined,
      p99: answered ? percentile(this.#milliseconds, 0.99) : undefined,
      queries: this.#milliseconds.length,
      empty: this.#empty
    })
  }
}

/** Each engine answers a few queries in turn, and each round begins with another, so that what else the machine does falls on all alike. */
async function interleave (series: readonly Series[]): Promise<void> {
  for (let round = 0; series.some(one => !one.over); round++) {
    for (let position = 0; position < series.length; position++) {
      const one = series[(round + position) % series.length]
      if (one !== undefined && !one.over) await one.turn()
    }
  }
  for (const one of series) one.finish()
}

/**
 * Indexes the source's texts in every engine, one after another, each in a process of its own, and then
 * asks them all, by turns.
 *
 * @param onStep called with what begins
 */
export async function runEngines (names: readonly EngineName[], source: Source, onStep: (label: string) => void): Promise<EngineResult[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'benchmark-'))
  const results: EngineResult[] = []
  const running: Running[] = []
  try {
    for (const engine of names) {
      onStep(`${source.size} profiles, indexing: ${engine}`)
      const result: EngineResult = { engine, size: source.size, latencies: [], notes: [] }
      results.push(result)
      const started = await start(engine, source, path.join(folder, engine), result)
      if (started !== undefined) running.push(started)
    }
    for (const kind of queryKinds) {
      onStep(`${source.size} profiles, ${kind} queries`)
      await interleave(running.map(one => new Series(one, kind, source)))
    }
  } finally {
    for (const { child } of running) child.end()
    rmSync(folder, { recursive: true, force: true })
  }
  return results
}
