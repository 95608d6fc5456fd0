/**
 * Weights go to -64 ... 64 and not to 127. Processors without VNNI (Intel before 2019, AMD before 2022) add two products of an
 * unsigned and a signed byte in 16 bits: 2 * 255 * 64 fits, 2 * 255 * 127 is cut off without a word. The least cosine over
 * 120 texts goes from .995 to .994 by it, and is the same everywhere.
 */
const greatest = 64

/** A matrix [outputs, inputs] as whole numbers in the other order, [inputs, outputs], and for each output the number that 1 stands for. */
export function integerColumns (matrix: Float32Array, outputs: number): { values: Int8Array, scales: Float32Array } {
  const inputs = matrix.length / outputs
  const values = new Int8Array(matrix.length)
  const scales = new Float32Array(outputs)
  for (let output = 0; output < outputs; output++) {
    let most = 0
    for (let i = output * inputs; i < (output + 1) * inputs; i++) most = Math.max(most, Math.abs(matrix[i]!))
    if (most === 0) continue
    scales[output] = most / greatest
    for (let input = 0; input < inputs; input++) values[input * outputs + output] = Math.round(matrix[output * inputs + input]! * greatest / most)
  }
  return { values, scales }
}
