import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { nodeArguments } from './node-arguments.ts'
import type { ChildProcess } from 'node:child_process'
import type { Answers, Reply, Request } from './messages.ts'

/** A step took longer than it may; its process was ended. */
export class CutOff extends Error {
  override name = 'CutOff'
}

/** Old-space limit of every worker alike: some engines need more than Node's default at 100,000 profiles. */
const heapMegabytes = 8192

/** A worker process, asked one thing at a time. */
export class Child {
  readonly #process: ChildProcess

  constructor () {
    this.#process = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), {
      execArgv: [...nodeArguments, '--expose-gc', `--max-old-space-size=${heapMegabytes}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc']
    })
  }

  /**
   * @param seconds after which the process is ended; none for never
   * @throws CutOff where it took longer
   * @throws Error where the engine failed
   */
  async ask<Step extends Request['step']> (request: Extract<Request, { step: Step }>, seconds?: number): Promise<Answers[Step]> {
    const settled = new AbortController()
    const { signal } = settled
    const answers = [
      once(this.#process, 'message', { signal }),
      once(this.#process, 'exit', { signal }).then(([code, reason]) => { throw new Error(`process ended with ${reason ?? code}`) })
    ]
    if (seconds !== undefined) {
      answers.push(setTimeout(seconds * 1000, undefined, { signal }).then(() => {
        this.end()
        throw new CutOff(`over ${seconds} s`)
      }))
    }
    try {
      this.#process.send(request)
      const [message] = await Promise.race(answers)
      const reply: Reply = message
      if (!reply.ok) throw new Error(reply.error)
      // The worker answers each request with the type that `Answers` gives for its step.
      return reply.answer as Answers[Step]
    } finally {
      settled.abort()
    }
  }

  end (): void {
    this.#process.kill('SIGKILL')
  }
}
