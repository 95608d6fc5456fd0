import { setTimeout } from 'node:timers/promises'

/** Work in the background, done again and again. It may run in many processes at once: what it takes from the store, it leases. */
export interface Job {
  readonly name: string
  /** Milliseconds from the end of one run to the next. */
  readonly every: number
  /** @param stopping aborted when the service stops: what is under way is finished, nothing more begun */
  run (stopping: AbortSignal): Promise<void>
}

export interface Runner {
  /** Lets what is under way finish. */
  close (): Promise<void>
}

/** Runs jobs, each one after its own last run; one that fails is run again at its time. */
export const runJobs = (jobs: readonly Job[], onError: (error: unknown, job: string) => void): Runner => {
  const stopping = new AbortController()

  const loop = async ({ name, every, run }: Job): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await run(stopping.signal)
      } catch (error) {
        onError(error, name)
      }
      await setTimeout(every, undefined, { signal: stopping.signal, ref: false }).catch(() => {})
    }
  }
  const loops = jobs.map(loop)

  return {
    async close () {
      stopping.abort()
      await Promise.all(loops)
    }
  }
}
