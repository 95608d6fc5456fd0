import { workerData } from 'node:worker_threads'
import { serve } from '../../../matching/dense/workers/serve.ts'

/** A worker whose model is a counter: vectors are [how many texts it has had, the text's length]. Some texts do it harm. */
export interface Counts {
  /** Shared: [threads started, texts that were `crash once`]. */
  counts: Int32Array
  /** Why no thread can start, from the second on if `first` is false. */
  refusal?: { first: boolean, reason: string }
}

const { counts, refusal }: Counts = workerData.data

await serve(async progress => {
  const started = Atomics.add(counts, 0, 1)
  if (refusal !== undefined && (refusal.first || started > 0)) throw new Error(refusal.reason)
  progress('counting')
  let texts = 0
  return {
    name: 'counter',
    dimensions: 2,
    async encode (text) {
      texts++
      if (text === 'crash' || (text === 'crash once' && Atomics.add(counts, 1, 1) === 0)) process.exit(1)
      if (text === 'throw') throw new Error('not this text')
      await new Promise(resolve => setTimeout(resolve, 5))
      return Float32Array.of(texts, text.length)
    },
    close: async () => {}
  }
})
