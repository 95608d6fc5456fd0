import type { Model } from '../onnx/model.ts'
import { Graph } from '../onnx/graph.ts'
import { integerColumns } from './integer-columns.ts'
import type { Weights } from './weights.ts'

/** Numbers in a vector. */
export const dimensions = 384
/** The most that the model was made for; what is beyond is cut. */
export const maxTokens = 256
/** Raise it with every change of the numbers this file makes: it is part of the encoder's name, and old vectors must not be compared with new ones. */
export const edition = 1

const layers = 6
const heads = 12
const inner = 1536
const epsilon = { float: 1e-12 }
/** GELU is nowhere below -0.17. */
const geluLowest = 0.17

/**
 * all-MiniLM-L6-v2 as an ONNX graph: BERT (Devlin et al. 2019) with six layers, the mean of the last one's tokens at unit
 * length. Input `tokens`, int32 [1, n], n at most `maxTokens`; output `vector`, float32 [1, 384].
 *
 * One text a call. A second one in the batch would need padding and a mask, and with a mask ONNX Runtime's attention takes
 * its slow way: 3.0 ms became 3.9 of 12, and eight texts at once took 1.1 to 1.4 times as long a text.
 *
 * Products with weights are in whole numbers, the rest in floats. Before the second product of each feed-forward part every
 * token's row is divided by its greatest number: a few tokens have numbers far above all others, and with one scale for
 * all of them the rest is lost. Over 120 texts the least cosine to the float model was .9895 without this and .995 with it,
 * for 0.5 ms. Tried: rows scaled elsewhere too (+.001, 1 ms), SmoothQuant's scales from the layer norms (+.003 alone, harmful
 * in the feed-forward part), `MatMulNBits` (.999, but twice the time), `SkipLayerNormalization` (2.6 ms where Add and
 * LayerNormalization take 1.0), `QAttention` (as quick).
 */
export function bert (weights: Weights): Model {
  const graph = new Graph()
  let state = embeddings(graph, weights)
  for (let layer = 0; layer < layers; layer++) {
    const name = `encoder.layer.${layer}`
    const attended = graph.apply('Add', [state, attention(graph, weights, `${name}.attention`, state)])
    const middle = layerNorm(graph, weights, `${name}.attention.output.LayerNorm`, attended)
    const fed = graph.apply('Add', [middle, feedForward(graph, weights, name, middle)])
    state = layerNorm(graph, weights, `${name}.output.LayerNorm`, fed)
  }
  const mean = graph.apply('ReduceMean', [state], { axes: [1], keepdims: 0 })
  const vector = graph.apply('LpNormalization', [mean], { axis: -1, p: 2 })
  return graph.model(
    [{ name: 'tokens', type: 'int32', shape: [1, 'n'] }],
    { vector },
    [{ name: 'vector', type: 'float32', shape: [1, dimensions] }]
  )
}

/** The table of words stays in half precision, as it was stored. All tokens are of the first of BERT's two types, whose vector is added to the positions' here. */
function embeddings (graph: Graph, weights: Weights): string {
  const positions = weights.floats('embeddings.position_embeddings.weight').slice(0, maxTokens * dimensions)
  const type = weights.floats('embeddings.token_type_embeddings.weight')
  for (let i = 0; i < positions.length; i++) positions[i]! += type[i % dimensions]!

  const words = weights.halves('embeddings.word_embeddings.weight')
  const table = graph.constant('float16', [words.length / 2 / dimensions, dimensions], words)
  const word = graph.apply('Cast', [graph.apply('Gather', [table, 'tokens'])], { to: { type: 'float32' } })
  const count = graph.apply('Shape', ['tokens'], { start: 1, end: 2 })
  const zero = graph.longs(0n)
  const position = graph.apply('Slice', [graph.floats([maxTokens, dimensions], positions), zero, count, zero])
  return layerNorm(graph, weights, 'embeddings.LayerNorm', graph.apply('Add', [word, position]))
}

/** Queries, keys and values come from one product, for three times the columns. */
function attention (graph: Graph, weights: Weights, name: string, state: string): string {
  const parts = ['query', 'key', 'value'].map(part => `${name}.self.${part}`)
  const matrix = joined(parts.map(part => weights.floats(`${part}.weight`)))
  const bias = joined(parts.map(part => weights.floats(`${part}.bias`)))
  const all = product(graph, state, matrix, 3 * dimensions, bias)
  const mixed = graph.applyOwn('MultiHeadAttention', graph.split(all, 3, 2), { num_heads: heads })
  return product(graph, mixed, weights.floats(`${name}.output.dense.weight`), dimensions, weights.floats(`${name}.output.dense.bias`))
}

function feedForward (graph: Graph, weights: Weights, name: string, state: string): string {
  const wide = product(graph, state, weights.floats(`${name}.intermediate.dense.weight`), inner)
  const active = graph.applyOwn('BiasGelu', [wide, graph.floats([inner], weights.floats(`${name}.intermediate.dense.bias`))])
  const greatest = graph.apply('ReduceMax', [active], { axes: [-1], keepdims: 1 })
  const scale = graph.apply('Max', [greatest, graph.floats([1], Float32Array.of(geluLowest))])
  const narrow = product(graph, graph.apply('Div', [active, scale]), weights.floats(`${name}.output.dense.weight`), dimensions)
  return graph.apply('Add', [graph.apply('Mul', [narrow, scale]), graph.floats([dimensions], weights.floats(`${name}.output.dense.bias`))])
}

/** state [1, n, in] times the transpose of matrix [out, in], in whole numbers: those of the state have one scale, found in each call. */
function product (graph: Graph, state: string, matrix: Float32Array, outputs: number, bias?: Float32Array): string {
  const { values, scales } = integerColumns(matrix, outputs)
  const inputs = [state, graph.constant('int8', [matrix.length / outputs, outputs], values), graph.floats([outputs], scales), '']
  if (bias !== undefined) inputs.push(graph.floats([outputs], bias))
  return graph.applyOwn('DynamicQuantizeMatMul', inputs)
}

function layerNorm (graph: Graph, weights: Weights, name: string, input: string): string {
  const gain = graph.floats([dimensions], weights.floats(`${name}.weight`))
  const bias = graph.floats([dimensions], weights.floats(`${name}.bias`))
  return graph.apply('LayerNormalization', [input, gain, bias], { axis: -1, epsilon })
}

function joined (parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0))
  parts.reduce((at, part) => {
    all.set(part, at)
    return at + part.length
  }, 0)
  return all
}
