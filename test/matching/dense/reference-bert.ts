import type { Weights } from '../../../matching/dense/minilm/weights.ts'

const width = 384
const heads = 12
const headWidth = width / heads

/** all-MiniLM-L6-v2 written out in plain JavaScript and floats, after Devlin et al. (2019) and Vaswani et al. (2017): slow, and easy to check. */
export function referenceVector (weights: Weights, tokens: readonly number[]): number[] {
  const words = weights.floats('embeddings.word_embeddings.weight')
  const positions = weights.floats('embeddings.position_embeddings.weight')
  const types = weights.floats('embeddings.token_type_embeddings.weight')
  let state = norm(weights, 'embeddings.LayerNorm', tokens.map((token, position) =>
    Array.from({ length: width }, (_, i) => words[token * width + i]! + positions[position * width + i]! + types[i]!)))
  for (let layer = 0; layer < 6; layer++) {
    const name = `encoder.layer.${layer}`
    const attended = linear(weights, `${name}.attention.output.dense`, attention(weights, `${name}.attention.self`, state))
    state = norm(weights, `${name}.attention.output.LayerNorm`, sum(state, attended))
    const fed = linear(weights, `${name}.output.dense`, linear(weights, `${name}.intermediate.dense`, state).map(row => row.map(gelu)))
    state = norm(weights, `${name}.output.LayerNorm`, sum(state, fed))
  }
  const mean = Array.from({ length: width }, (_, i) => state.reduce((sum, row) => sum + row[i]!, 0) / state.length)
  const length = Math.hypot(...mean)
  return mean.map(value => value / length)
}

function attention (weights: Weights, name: string, state: number[][]): number[][] {
  const [queries, keys, values] = ['query', 'key', 'value'].map(part => linear(weights, `${name}.${part}`, state)) as [number[][], number[][], number[][]]
  return queries.map(query => {
    const row = new Array<number>(width).fill(0)
    for (let from = 0; from < width; from += headWidth) {
      const logits = keys.map(key => dot(query.slice(from, from + headWidth), key.slice(from, from + headWidth)) / Math.sqrt(headWidth))
      const most = Math.max(...logits)
      const shares = logits.map(logit => Math.exp(logit - most))
      const total = shares.reduce((sum, share) => sum + share)
      for (let i = from; i < from + headWidth; i++) row[i] = shares.reduce((sum, share, token) => sum + share / total * values[token]![i]!, 0)
    }
    return row
  })
}

function linear (weights: Weights, name: string, state: number[][]): number[][] {
  const bias = weights.floats(`${name}.bias`)
  const matrix = weights.floats(`${name}.weight`)
  return state.map(row => Array.from(bias, (start, output) => {
    let sum = start
    for (let i = 0; i < row.length; i++) sum += row[i]! * matrix[output * row.length + i]!
    return sum
  }))
}

function norm (weights: Weights, name: string, state: number[][]): number[][] {
  const gain = weights.floats(`${name}.weight`)
  const bias = weights.floats(`${name}.bias`)
  return state.map(row => {
    const mean = row.reduce((sum, value) => sum + value) / width
    const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / width
    return row.map((value, i) => (value - mean) / Math.sqrt(variance + 1e-12) * gain[i]! + bias[i]!)
  })
}

/** x times the standard normal distribution function of x, by Abramowitz and Stegun 7.1.26 (error below 1.5e-7). */
function gelu (x: number): number {
  const z = Math.abs(x) / Math.SQRT2
  const s = 1 / (1 + 0.3275911 * z)
  const erf = 1 - ((((1.061405429 * s - 1.453152027) * s + 1.421413741) * s - 0.284496736) * s + 0.254829592) * s * Math.exp(-z * z)
  return x * (1 + Math.sign(x) * erf) / 2
}

function sum (a: number[][], b: number[][]): number[][] {
  return a.map((row, token) => row.map((value, i) => value + b[token]![i]!))
}

export function dot (a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
