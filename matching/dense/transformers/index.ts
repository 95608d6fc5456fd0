import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import type { Encoder } from '../encoder.ts'
import { Pool } from '../workers/pool.ts'
import type { WorkerData } from './worker.ts'

export interface TransformersSettings {
  /** As on the Hugging Face hub: config.json, tokenizer.json, tokenizer_config.json, onnx/model.onnx or onnx/model_quantized.onnx. */
  directory: string
  /** Worker threads, each with its own copy of the model. */
  workers?: number
  /** Threads that share the work of one text. */
  threads?: number
  onProgress?: (step: string) => void
}

/**
 * A sentence encoder in a directory of this machine, run by transformers.js: mean of the last layer's tokens at unit length, the
 * first 512 tokens of a text. Nothing is fetched. Rejects with `EncoderError` where there is no model that it can run.
 */
export async function openTransformers ({ directory, workers = 1, threads = Math.min(2, availableParallelism()), onProgress }: TransformersSettings): Promise<Encoder> {
  const data: WorkerData = { directory: resolve(directory), threads }
  return await Pool.open({ module: new URL('./worker.ts', import.meta.url), data, threads: workers, reads: 'any', onProgress })
}
