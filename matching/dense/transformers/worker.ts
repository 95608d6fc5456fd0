import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { workerData } from 'node:worker_threads'
import { AutoModel, AutoTokenizer, env, mean_pooling as meanPooling } from '@huggingface/transformers'
import { sessionOptions } from '../onnx/session.ts'
import { serve } from '../workers/serve.ts'

export interface WorkerData {
  /** Absolute. */
  directory: string
  /** Of each session. */
  threads: number
}

/** Files of `onnx/` that a directory may have, the quicker one first, and what transformers.js calls their kind. */
const editions = [{ file: 'model_quantized.onnx', dtype: 'q8' }, { file: 'model.onnx', dtype: 'fp32' }] as const
/** Longer texts than this cost more than they tell, and many models take no more. */
const mostTokens = 512

const { directory, threads }: WorkerData = workerData.data

await serve(async progress => {
  const edition = editions.find(({ file }) => existsSync(join(directory, 'onnx', file)))
  if (edition === undefined) throw new Error(`${directory} has neither onnx/model_quantized.onnx nor onnx/model.onnx`)
  const checksum = await checksumOf([`onnx/${edition.file}`, `onnx/${edition.file}_data`, 'tokenizer.json', 'config.json'])
  progress(`loading ${directory}`)
  env.allowRemoteModels = false
  env.useFSCache = false
  const tokenizer = await AutoTokenizer.from_pretrained(directory, { local_files_only: true })
  const model = await AutoModel.from_pretrained(directory, {
    local_files_only: true,
    device: 'cpu',
    dtype: edition.dtype,
    session_options: sessionOptions(threads)
  })
  const encode = async (text: string): Promise<Float32Array> => {
    const inputs = tokenizer([text], { truncation: true, max_length: mostTokens })
    const outputs = await model(inputs)
    const { data } = meanPooling(outputs.last_hidden_state ?? outputs.token_embeddings, inputs.attention_mask).normalize(2, -1)
    if (!(data instanceof Float32Array)) throw new Error(`${directory} gives no vectors of floats`)
    return data
  }
  return {
    name: `${basename(directory)} ${edition.dtype} ${checksum}`,
    dimensions: (await encode('dimensions')).length,
    encode,
    async close () {
      await model.dispose()
    }
  }
})

/** Of those that are there: a model that is replaced in its place is another model. */
async function checksumOf (files: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const file of files.map(file => join(directory, file)).filter(file => existsSync(file))) {
    for await (const chunk of createReadStream(file)) hash.update(chunk)
  }
  return hash.digest('hex').slice(0, 12)
}
