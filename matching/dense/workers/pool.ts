import { type Encoder, EncoderError } from '../encoder.ts'
import { Queue } from './queue.ts'
import { Thread, ThreadLost, type ThreadSettings } from './thread.ts'

export interface PoolSettings extends ThreadSettings {
  threads: number
  reads: Encoder['reads']
}

interface Task {
  text: string
  urgent: boolean
  /** How many threads were lost over it. */
  lost: number
  resolve: (vector: Float32Array) => void
  reject: (error: EncoderError) => void
}

interface Place {
  thread: Thread | undefined
  working: boolean
  /** Settles when the queue is empty. */
  work: Promise<void>
}

/** The most threads that a text may cost. A second one for it, since it may not have been at fault. */
const mostLost = 2

/**
 * An encoder in worker threads, never on the caller's. A thread takes one text at a time, urgent ones first. A lost thread is
 * replaced when the next text comes to its place.
 */
export class Pool implements Encoder {
  readonly name: string
  readonly dimensions: number
  readonly reads: Encoder['reads']
  readonly #settings: PoolSettings
  readonly #places: Place[]
  readonly #queue = new Queue<Task>()
  #closed = false

  private constructor (settings: PoolSettings, thread: Thread, { name, dimensions }: { name: string, dimensions: number }) {
    this.name = name
    this.dimensions = dimensions
    this.reads = settings.reads
    this.#settings = settings
    this.#places = Array.from({ length: settings.threads }, (_, place) => ({ thread: place === 0 ? thread : undefined, working: false, work: Promise.resolve() }))
  }

  /** Resolves when the first thread has its model; the others start when there is work for them. Rejects with `EncoderError`. */
  static async open (settings: PoolSettings): Promise<Pool> {
    try {
      const { thread, loaded } = await Thread.start(settings)
      return new Pool(settings, thread, loaded)
    } catch (error) {
      throw asEncoderError(error)
    }
  }

  async encode (texts: readonly string[], { urgent = false }: { urgent?: boolean } = {}): Promise<Float32Array[]> {
    if (this.#closed) throw new EncoderError(`${this.name} is closed`)
    const vectors = texts.map(text => new Promise<Float32Array>((resolve, reject) => {
      this.#queue.add({ text, urgent, lost: 0, resolve, reject })
    }))
    for (const place of this.#places) if (!place.working) place.work = this.#work(place)
    return await Promise.all(vectors)
  }

  async close (): Promise<void> {
    this.#closed = true
    for (let task = this.#queue.take(); task !== undefined; task = this.#queue.take()) task.reject(new EncoderError(`${this.name} was closed`))
    await Promise.all(this.#places.map(async place => {
      await place.work
      await place.thread?.close()
    }))
  }

  async #work (place: Place): Promise<void> {
    place.working = true
    for (let task = this.#queue.take(); task !== undefined; task = this.#queue.take()) await this.#do(task, place)
    place.working = false
  }

  async #do (task: Task, place: Place): Promise<void> {
    try {
      if (place.thread?.alive !== true) place.thread = (await Thread.start(this.#settings)).thread
      task.resolve(await place.thread.encode(task.text))
    } catch (error) {
      if (error instanceof ThreadLost && ++task.lost < mostLost && !this.#closed) this.#queue.add(task)
      else task.reject(asEncoderError(error))
    }
  }
}

function asEncoderError (error: unknown): EncoderError {
  if (error instanceof EncoderError) return error
  const cause = error instanceof ThreadLost && error.cause !== undefined ? error.cause : error
  return new EncoderError(cause instanceof Error ? cause.message : String(cause), { cause })
}
