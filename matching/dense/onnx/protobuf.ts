/**
 * As much of the protocol buffers wire format as an ONNX file needs: https://protobuf.dev/programming-guides/encoding/.
 * A message is the list of its encoded fields.
 */
export type Field = readonly Uint8Array[]

const wireVarint = 0
const wireBytes = 2
const wireFixed32 = 5

/** A whole number that is not negative; negative ones take ten bytes in this format and ONNX files of ours have none but -1. */
export function int (number: number, value: number | bigint): Field {
  return [Uint8Array.from([...varint(number << 3 | wireVarint), ...varint(BigInt.asUintN(64, BigInt(value)))])]
}

export function float (number: number, value: number): Field {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(value)
  return [Uint8Array.from(varint(number << 3 | wireFixed32)), bytes]
}

export function bytes (number: number, value: Uint8Array): Field {
  return [Uint8Array.from([...varint(number << 3 | wireBytes), ...varint(value.length)]), value]
}

export function string (number: number, value: string): Field {
  return bytes(number, Buffer.from(value))
}

/** A message inside a message. Its bytes are not copied: weights make most of a file. */
export function message (number: number, fields: readonly Field[]): Field {
  const content = fields.flat()
  const length = content.reduce((sum, chunk) => sum + chunk.length, 0)
  return [Uint8Array.from([...varint(number << 3 | wireBytes), ...varint(length)]), ...content]
}

function varint (value: number | bigint): number[] {
  const bytes: number[] = []
  let rest = BigInt(value)
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128)
    rest >>= 7n
  }
  bytes.push(Number(rest))
  return bytes
}
