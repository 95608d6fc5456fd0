import { parentPort } from 'node:worker_threads'
import type { Answer, Loaded, Request } from './messages.ts'

/** A model in a worker thread. */
export interface Model extends Loaded {
  /** Unit length. */
  encode (text: string): Promise<Float32Array>
  close (): Promise<void>
}

/** The life of a worker thread: loads a model, answers one text after another, ends when told `close`. An error while loading ends it, and reaches the pool. */
export async function serve (load: (progress: (step: string) => void) => Promise<Model>): Promise<void> {
  const port = parentPort
  if (port === null) throw new Error('this file is run in a worker thread')
  const answer = (message: Answer, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer)

  const model = await load(progress => answer({ progress }))
  const handle = async (message: Request | 'close'): Promise<void> => {
    if (message === 'close') {
      await model.close()
      port.close()
      return
    }
    try {
      const vector = Float32Array.from(await model.encode(message.text))
      answer({ vector }, [vector.buffer])
    } catch (error) {
      answer({ failed: error instanceof Error ? error.message : String(error) })
    }
  }
  let last = Promise.resolve()
  port.on('message', (message: Request | 'close') => { last = last.then(() => handle(message)) })
  answer({ loaded: { name: model.name, dimensions: model.dimensions } })
}
