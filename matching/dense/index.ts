import type { Encoder } from './encoder.ts'
import { openMiniLm } from './minilm/index.ts'
import { openOpenAi, type OpenAiSpec } from './openai/index.ts'
import { openTransformers } from './transformers/index.ts'

/** Which encoder, and where it is. */
export type EncoderSpec =
  | { kind: 'minilm' }
  | ({ kind: 'openai' } & OpenAiSpec)
  | { kind: 'transformers', directory: string }
  | { kind: 'none' }

export interface EncoderSettings {
  /** For what can be made again. */
  cacheDirectory: string
  /** Worker threads of an encoder that runs here; 1 where absent. */
  workers?: number
  /** Threads that share the work of one text in each of these; 2 where there are as many processors and none is said. */
  threads?: number
  /** Told of what takes a while, in English. */
  onProgress?: (step: string) => void
}

/** Undefined for `none`. Rejects with `EncoderError` where it cannot be opened now. */
export async function openEncoder (spec: EncoderSpec, { cacheDirectory, workers, threads, onProgress }: EncoderSettings): Promise<Encoder | undefined> {
  switch (spec.kind) {
    case 'minilm': return await openMiniLm({ cacheDirectory, workers, threads, onProgress })
    case 'openai': return await openOpenAi(spec)
    case 'transformers': return await openTransformers({ directory: spec.directory, workers, threads, onProgress })
    case 'none': return undefined
  }
}
