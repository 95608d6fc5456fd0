import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { EncoderError } from '../encoder.ts'
import type { Answer, Loaded } from './messages.ts'

/** The thread ended while a text was in its hands, or before it had its model. */
export class ThreadLost extends Error {}

export interface ThreadSettings {
  /** A module that calls `serve`. */
  module: URL
  /** What its `workerData.data` is: anything that can be cloned. */
  data: unknown
  onProgress?: (step: string) => void
}

interface Waiting<T> {
  resolve: (value: T) => void
  reject: (error: Error) => void
}

/**
 * One worker thread with a model. It keeps the process alive only while it is at work.
 */
export class Thread {
  readonly #worker: Worker
  readonly #onProgress: ((step: string) => void) | undefined
  #waiting: Waiting<Answer> | undefined
  #cause: unknown
  alive = true

  private constructor ({ module, data, onProgress }: ThreadSettings) {
    this.#onProgress = onProgress
    this.#worker = new Worker(new URL('./start.mjs', import.meta.url), { workerData: { module: module.href, data }, execArgv: [] })
    this.#worker.on('message', (answer: Answer) => this.#receive(answer))
    this.#worker.on('error', error => { this.#cause = error })
    this.#worker.on('exit', () => {
      this.alive = false
      this.#waiting?.reject(new ThreadLost('the worker thread ended', { cause: this.#cause }))
    })
  }

  /** Resolves when the model is loaded; rejects with `ThreadLost` where it cannot be. */
  static async start (settings: ThreadSettings): Promise<{ thread: Thread, loaded: Loaded }> {
    const thread = new Thread(settings)
    const answer = await thread.#answer()
    if (!('loaded' in answer)) throw new ThreadLost('the worker thread answered before it was asked')
    return { thread, loaded: answer.loaded }
  }

  /** One text at a time. Rejects with `ThreadLost`, or with `EncoderError` when the model would not. */
  async encode (text: string): Promise<Float32Array> {
    this.#worker.ref()
    this.#worker.postMessage({ text })
    const answer = await this.#answer()
    if ('vector' in answer) return answer.vector
    throw new EncoderError('failed' in answer ? answer.failed : 'the worker thread answered something else')
  }

  async close (): Promise<void> {
    if (!this.alive) return
    const exit = once(this.#worker, 'exit')
    this.#worker.ref()
    this.#worker.postMessage('close')
    await exit
  }

  async #answer (): Promise<Answer> {
    try {
      return await new Promise<Answer>((resolve, reject) => { this.#waiting = { resolve, reject } })
    } finally {
      this.#waiting = undefined
      this.#worker.unref()
    }
  }

  #receive (answer: Answer): void {
    if ('progress' in answer) this.#onProgress?.(answer.progress)
    else this.#waiting?.resolve(answer)
  }
}
