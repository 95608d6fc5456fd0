import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Quantised } from '../quantised.ts'

/**
 * The bytes of a vector cache. A head that names the encoder, then records of one size, so that a place in the file tells where
 * each begins:
 *
 *     key (16) | 1 for a vector, 0 for a tombstone (1) | scale (4, float) | values (one a dimension) | CRC-32 of all before (4)
 *
 * A tombstone says that what was said of its key before holds no more; its scale and values are zeros.
 */
const keyBytes = 16
const kindAt = keyBytes
const scaleAt = kindAt + 1
const valuesAt = scaleAt + 4
const checkBytes = 4
const magic = 'WICC vectors 1\n'

/** What a text is found by: enough of its SHA-256 that no two texts meet, as a string of that many bytes. */
export function keyOf (text: string): string {
  return createHash('sha256').update(text).digest().toString('latin1', 0, keyBytes)
}

export function headOf (name: string, dimensions: number): Buffer {
  const said = `${magic}${JSON.stringify({ name, dimensions })}\n`
  return Buffer.concat([Buffer.from(said), check(Buffer.from(said))])
}

export function recordBytes (dimensions: number): number {
  return valuesAt + dimensions + checkBytes
}

export function vectorRecord (key: string, { values, scale }: Quantised): Buffer {
  const record = Buffer.alloc(recordBytes(values.length))
  record.write(key, 'latin1')
  record[kindAt] = 1
  record.writeFloatLE(scale, scaleAt)
  record.set(new Uint8Array(values.buffer, values.byteOffset, values.length), valuesAt)
  return sealed(record)
}

export function tombstone (key: string, dimensions: number): Buffer {
  const record = Buffer.alloc(recordBytes(dimensions))
  record.write(key, 'latin1')
  return sealed(record)
}

/** Undefined where the record is not what was written. */
export function keyIn (record: Buffer): { key: string, vector: boolean } | undefined {
  const content = record.length - checkBytes
  if (record.readUInt32LE(content) !== crc32(record.subarray(0, content))) return undefined
  return { key: record.toString('latin1', 0, keyBytes), vector: record[kindAt] === 1 }
}

export function vectorIn (record: Buffer): Quantised {
  return { values: new Int8Array(record.subarray(valuesAt, record.length - checkBytes)), scale: record.readFloatLE(scaleAt) }
}

function sealed (record: Buffer): Buffer {
  record.set(check(record.subarray(0, record.length - checkBytes)), record.length - checkBytes)
  return record
}

function check (content: Uint8Array): Buffer {
  const bytes = Buffer.alloc(checkBytes)
  bytes.writeUInt32LE(crc32(content))
  return bytes
}
