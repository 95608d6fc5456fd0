import { EncoderError } from '../encoder.ts'

/**
 * The vectors of an answer of the embeddings endpoint (https://platform.openai.com/docs/api-reference/embeddings), at unit
 * length and in the order of the texts, whatever theirs is. Throws `EncoderError` for anything else than one vector of finite
 * numbers for each text, of these dimensions or, where they are not known, of one and the same.
 */
export function vectorsIn (answer: unknown, texts: number, dimensions: number | undefined): Float32Array[] {
  const data = field(answer, 'data')
  if (!Array.isArray(data) || data.length !== texts) throw new EncoderError(`the answer has ${Array.isArray(data) ? data.length : 'no'} vectors for ${texts} texts`)
  const vectors: (Float32Array | undefined)[] = new Array(texts).fill(undefined)
  for (const item of data) {
    const index = field(item, 'index')
    if (typeof index !== 'number' || !(index in vectors) || vectors[index] !== undefined) throw new EncoderError(`the answer has index ${String(index)} wrongly or twice`)
    vectors[index] = unit(field(item, 'embedding'))
  }
  const all = vectors.filter(vector => vector !== undefined)
  const expected = dimensions ?? all[0]?.length
  for (const { length } of all) {
    if (length !== expected) throw new EncoderError(`the answer has ${length} dimensions where ${expected} were expected`)
  }
  return all
}

function unit (embedding: unknown): Float32Array {
  if (!Array.isArray(embedding)) throw new EncoderError('the answer has an embedding that is not a list of numbers')
  let squares = 0
  for (const value of embedding) {
    if (typeof value !== 'number') throw new EncoderError('the answer has an embedding that is not a list of numbers')
    squares += value * value
  }
  if (!(squares > 0 && squares < Infinity)) throw new EncoderError('the answer has an embedding without direction')
  const norm = Math.sqrt(squares)
  return Float32Array.from(embedding, (value: number) => value / norm)
}

function field (value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? (value as Record<string, unknown>)[name] : undefined
}
