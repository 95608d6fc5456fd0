import { readFile } from 'node:fs/promises'

export interface StoredTensor {
  /** As the file has it: `F16`, `F32`, `I64`, ... */
  type: string
  shape: readonly number[]
  bytes: Uint8Array
}

/**
 * A safetensors file: the length of a header in eight bytes, the header in JSON, the tensors' bytes
 * (https://github.com/huggingface/safetensors#format). Throws where the file is shorter than its header says.
 */
export async function readSafetensors (path: string): Promise<Map<string, StoredTensor>> {
  const file = await readFile(path)
  const start = 8 + Number(file.readBigUInt64LE(0))
  const header: Record<string, { dtype: string, shape: number[], data_offsets: [number, number] }> = JSON.parse(file.toString('utf8', 8, start))
  delete header['__metadata__']
  return new Map(Object.entries(header).map(([name, { dtype, shape, data_offsets: [from, to] }]) => {
    if (start + to > file.length) throw new Error(`${path} ends before its tensor ${name}`)
    return [name, { type: dtype, shape, bytes: file.subarray(start + from, start + to) }]
  }))
}

/** Half precision (IEEE 754 binary16) to single, exactly. */
export function halvesToFloats (bytes: Uint8Array): Float32Array {
  const halves = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const bits = new Uint32Array(bytes.byteLength / 2)
  const floats = new Float32Array(bits.buffer)
  for (let i = 0; i < bits.length; i++) {
    const half = halves.getUint16(i * 2, true)
    const exponent = half >>> 10 & 31
    const fraction = half & 1023
    const sign = (half & 0x8000) << 16
    if (exponent === 0) floats[i] = (sign < 0 ? -1 : 1) * fraction * 2 ** -24
    else bits[i] = sign | (exponent === 31 ? 255 : exponent + 112) << 23 | fraction << 13
  }
  return floats
}
