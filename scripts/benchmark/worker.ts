import { engines } from './engines/registry.ts'
import { packageLoader } from './packages.ts'
import { loadWorkload } from './source.ts'
import type { Engine } from './engines/engine.ts'
import type { Answers, Indexed, Reply, Request, Searched, Setup } from './messages.ts'
import type { Workload } from './source.ts'

/** An engine in a process of its own: one engine's garbage is not another's pause, and a slow one can be ended. */
class Worker {
  readonly #engine: Engine
  readonly #workload: Workload

  constructor ({ engine, source, folder }: Setup) {
    this.#workload = loadWorkload(source)
    this.#engine = engines[engine].create({ load: packageLoader(engine), folder })
  }

  async index (): Promise<Indexed> {
    const { documents, queries } = this.#workload
    globalThis.gc?.()
    const before = process.memoryUsage.rss()
    const start = performance.now()
    await this.#engine.index(documents)
    // Until the first answer, so that work put off until then counts as indexing for every engine.
    await this.#engine.search(queries.short[0] ?? '')
    const seconds = (performance.now() - start) / 1000
    globalThis.gc?.()
    return { seconds, rssBytes: process.memoryUsage.rss() - before, indexBytes: this.#engine.bytes?.() }
  }

  async search ({ kind, from, count, milliseconds: allowed }: Extract<Request, { step: 'search' }>): Promise<Searched> {
    const milliseconds: number[] = []
    let empty = 0
    const end = performance.now() + allowed
    for (const query of this.#workload.queries[kind].slice(from, from + count)) {
      const start = performance.now()
      const ids = await this.#engine.search(query)
      milliseconds.push(performance.now() - start)
      if (ids.length === 0) empty++
      if (performance.now() > end) break
    }
    return { milliseconds, empty }
  }
}

let worker: Worker | undefined

async function handle (request: Request): Promise<Answers[Request['step']]> {
  if (request.step === 'load') {
    worker = new Worker(request.setup)
    return undefined
  }
  if (worker === undefined) throw new Error('nothing loaded')
  return request.step === 'index' ? worker.index() : worker.search(request)
}

process.on('disconnect', () => { process.exit() })
process.on('message', (request: Request) => {
  handle(request).then(
    answer => ({ ok: true as const, answer }),
    (error: unknown) => ({ ok: false as const, error: error instanceof Error ? error.message : String(error) })
  ).then((reply: Reply) => process.send?.(reply))
})
