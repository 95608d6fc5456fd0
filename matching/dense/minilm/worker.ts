import { workerData } from 'node:worker_threads'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { encode } from '../onnx/model.ts'
import { sessionOptions } from '../onnx/session.ts'
import { serve } from '../workers/serve.ts'
import { bert, dimensions, edition, maxTokens } from './bert.ts'
import { graphFile } from './graph-file.ts'
import { readVocabulary, readWeights, weightsVersion } from './weights.ts'
import { WordPieces } from './word-pieces.ts'

export interface WorkerData {
  cacheDirectory: string
  /** Of each session. */
  threads: number
}

const { cacheDirectory, threads }: WorkerData = workerData.data

await serve(async progress => {
  const version = await weightsVersion()
  const graph = await graphFile(cacheDirectory, 'minilm', `${version}-${edition}`, async () => {
    progress('making the graph of all-MiniLM-L6-v2')
    return encode(bert(await readWeights()))
  })
  progress('loading all-MiniLM-L6-v2')
  const [session, vocabulary] = await Promise.all([InferenceSession.create(graph, sessionOptions(threads)), readVocabulary()])
  const pieces = new WordPieces(vocabulary)
  return {
    name: `all-MiniLM-L6-v2 ${version} int8 ${edition}`,
    dimensions,
    async encode (text) {
      const tokens = Int32Array.from(pieces.tokens(text, maxTokens))
      const { vector } = await session.run({ tokens: new Tensor('int32', tokens, [1, tokens.length]) })
      if (!(vector?.data instanceof Float32Array)) throw new Error('the graph gave no vector')
      return vector.data
    },
    close: () => session.release()
  }
})
