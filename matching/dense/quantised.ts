/** The direction of a vector in whole numbers, -127 to 127: a component is `values[i] * scale`, and these have unit length. */
export interface Quantised {
  values: Int8Array
  /** 0 where the vector had no direction. */
  scale: number
}

const greatest = 127

/** The greatest component becomes 127. What comes back by `direction` is quantised to the same values. */
export function quantised (vector: ArrayLike<number>): Quantised {
  const values = new Int8Array(vector.length)
  let most = 0
  for (let i = 0; i < vector.length; i++) most = Math.max(most, Math.abs(vector[i]!))
  if (!(most > 0 && most < Infinity)) return { values, scale: 0 }
  let squares = 0
  for (let i = 0; i < vector.length; i++) {
    const value = Math.round(vector[i]! * greatest / most)
    values[i] = value
    squares += value * value
  }
  return { values, scale: 1 / Math.sqrt(squares) }
}

/** Unit length. */
export function direction ({ values, scale }: Quantised): Float32Array {
  return Float32Array.from(values, value => value * scale)
}
