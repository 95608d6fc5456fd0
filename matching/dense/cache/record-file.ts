import { closeSync, constants, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'

const ownerOnly = 0o600

/** A head and records of one size after it. Records are only appended; `rewrite` puts a new file in the old one's place. */
export class RecordFile {
  readonly #path: string
  readonly #head: Buffer
  readonly #recordBytes: number
  #file: number
  /** Records. */
  count = 0

  private constructor (path: string, head: Buffer, recordBytes: number, file: number) {
    this.#path = path
    this.#head = head
    this.#recordBytes = recordBytes
    this.#file = file
  }

  /**
   * The file with all its whole records, sound or not. A missing or half a head is that of an empty file; one that says something else
   * gives undefined. Where the file is missing it is made if `write`; else this throws.
   */
  static open (path: string, head: Buffer, recordBytes: number, write: boolean): RecordFile | undefined {
    const file = new RecordFile(path, head, recordBytes, openSync(path, write ? constants.O_RDWR | constants.O_CREAT : constants.O_RDONLY, ownerOnly))
    // A rewriting that a kill ended.
    if (write) rmSync(besides(path), { force: true })
    const bytes = fstatSync(file.#file).size
    const found = Buffer.alloc(Math.min(bytes, head.length))
    readSync(file.#file, found, 0, found.length, 0)
    if (!found.equals(head.subarray(0, found.length))) {
      file.close()
      return undefined
    }
    if (found.length < head.length && write) writeSync(file.#file, head, 0, head.length, 0)
    file.count = Math.max(0, Math.floor((bytes - head.length) / recordBytes))
    return file
  }

  /** Many records a read; each buffer is good until the next is asked for. */
  * batches (): Generator<{ from: number, records: Buffer[] }> {
    const size = Math.max(1, Math.floor((1 << 20) / this.#recordBytes))
    const buffer = Buffer.alloc(size * this.#recordBytes)
    for (let from = 0; from < this.count; from += size) {
      const records = Math.min(size, this.count - from)
      readSync(this.#file, buffer, 0, records * this.#recordBytes, this.#place(from))
      yield { from, records: Array.from({ length: records }, (_, i) => buffer.subarray(i * this.#recordBytes, (i + 1) * this.#recordBytes)) }
    }
  }

  read (index: number): Buffer {
    const record = Buffer.alloc(this.#recordBytes)
    readSync(this.#file, record, 0, record.length, this.#place(index))
    return record
  }

  /** Its number. Throws where it could not be written whole; what was written of it is written over by the next. */
  append (record: Buffer): number {
    const written = writeSync(this.#file, record, 0, record.length, this.#place(this.count))
    if (written < record.length) throw new Error(`${this.#path} cannot grow`)
    return this.count++
  }

  /** Cuts off what is behind the first `count` records. */
  cut (count: number): void {
    ftruncateSync(this.#file, this.#place(count))
    this.count = count
  }

  /** Only these records, in this order. A kill leaves the file as it was or as it is to be. */
  rewrite (indices: Iterable<number>): void {
    const path = besides(this.#path)
    const rewritten = new RecordFile(path, this.#head, this.#recordBytes, openSync(path, 'w+', ownerOnly))
    try {
      writeSync(rewritten.#file, this.#head)
      for (const index of indices) rewritten.append(this.read(index))
      fsyncSync(rewritten.#file)
      renameSync(path, this.#path)
    } catch (error) {
      rewritten.close()
      throw error
    }
    this.close()
    this.#file = rewritten.#file
    this.count = rewritten.count
  }

  close (): void {
    closeSync(this.#file)
  }

  #place (index: number): number {
    return this.#head.length + index * this.#recordBytes
  }
}

function besides (path: string): string {
  return `${path}.new`
}
