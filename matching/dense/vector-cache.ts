import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { Lock } from './cache/lock.ts'
import { RecordFile } from './cache/record-file.ts'
import { headOf, keyIn, keyOf, recordBytes, tombstone, vectorIn, vectorRecord } from './cache/records.ts'
import type { Encoder } from './encoder.ts'
import { direction, quantised } from './quantised.ts'

/**
 * Vectors of one encoder on disk, so that a restart does not compute them again. Nothing in it is lost for good when the file is:
 * a torn end is cut off, a file that is damaged elsewhere is set aside (`.damaged`, the last one only) and begun anew.
 * Texts are not kept, only their hashes. One process holds a file; a second one reads what was in it, and writes nothing.
 */
export class VectorCache {
  readonly #dimensions: number
  readonly #lock: Lock | undefined
  readonly #file: RecordFile | undefined
  /** Where each key's vector is. */
  readonly #places: Map<string, number>

  private constructor (dimensions: number, lock: Lock | undefined, { file, places }: Loaded) {
    this.#dimensions = dimensions
    this.#lock = lock
    this.#file = file
    this.#places = places
  }

  /** The directory is made where it is missing. Reads the whole file, 1 MB a turn of the event loop. Throws where the directory can be neither made nor read. */
  static async open (directory: string, { name, dimensions }: Pick<Encoder, 'name' | 'dimensions'>): Promise<VectorCache> {
    mkdirSync(directory, { recursive: true })
    const path = join(directory, `vectors-${createHash('sha256').update(name).digest('hex').slice(0, 16)}.bin`)
    const lock = Lock.take(`${path}.lock`)
    try {
      return new VectorCache(dimensions, lock, await load(path, headOf(name, dimensions), dimensions, lock !== undefined))
    } catch (error) {
      lock?.release()
      throw error
    }
  }

  get size (): number {
    return this.#places.size
  }

  /** Whether what is added and forgotten here is written. */
  get writes (): boolean {
    return this.#file !== undefined && this.#lock?.held === true
  }

  /** Unit length. */
  get (text: string): Float32Array | undefined {
    const key = keyOf(text)
    const place = this.#places.get(key)
    if (this.#file === undefined || place === undefined) return undefined
    const record = this.#file.read(place)
    return keyIn(record)?.key === key ? direction(vectorIn(record)) : undefined
  }

  /** Only the vector's direction is kept. False where it could not be written. */
  add (text: string, vector: Float32Array): boolean {
    if (vector.length !== this.#dimensions) throw new RangeError(`a vector of ${vector.length} dimensions where all have ${this.#dimensions}`)
    const key = keyOf(text)
    if (this.#places.has(key)) return true
    const place = this.#append(vectorRecord(key, quantised(vector)))
    if (place === undefined) return false
    this.#places.set(key, place)
    return true
  }

  /** What `forget` and `retain` know a text by. */
  keyOf (text: string): string {
    return keyOf(text)
  }

  /** Forgets all texts but these. */
  retain (keys: { has (key: string): boolean }): void {
    for (const key of [...this.#places.keys()]) if (!keys.has(key)) this.forget(key)
  }

  /**
   * For a text that was erased, by its key. Its vector is not found again, and leaves the file with the next compaction: when more than half of
   * the file is dead, or when it is next opened. False where that could not be written: then the file still has it. A file that was
   * set aside keeps what it had.
   */
  forget (key: string): boolean {
    const known = this.#places.delete(key)
    if (!known) return this.writes
    if (this.#append(tombstone(key, this.#dimensions)) === undefined) return false
    if (this.#places.size * 2 < this.#file!.count) this.#compact()
    return true
  }

  close (): void {
    this.#file?.close()
    this.#lock?.release()
  }

  /** Where there is no room for the new file, the old one stays. */
  #compact (): void {
    try {
      compact(this.#file!, this.#places)
    } catch {}
  }

  #append (record: Buffer): number | undefined {
    if (!this.writes) return undefined
    try {
      return this.#file!.append(record)
    } catch {
      return undefined
    }
  }
}

interface Loaded {
  file: RecordFile | undefined
  places: Map<string, number>
}

async function load (path: string, head: Buffer, dimensions: number, write: boolean): Promise<Loaded> {
  const open = (): RecordFile | undefined => RecordFile.open(path, head, recordBytes(dimensions), write)
  if (!write) {
    const file = existsSync(path) ? open() : undefined
    return { file, places: file === undefined ? new Map() : (await survey(file)).places }
  }
  const file = open()
  if (file !== undefined) {
    const { places, sound, tombstones, damaged } = await survey(file)
    if (!damaged) {
      file.cut(sound)
      if (tombstones) compact(file, places)
      return { file, places }
    }
    file.close()
  }
  renameSync(path, `${path}.damaged`)
  return { file: open(), places: new Map() }
}

interface Survey {
  places: Map<string, number>
  /** Records before the first that is not as it was written. */
  sound: number
  tombstones: boolean
  /** A sound record stands behind one that is not: that is no torn end. */
  damaged: boolean
}

async function survey (file: RecordFile): Promise<Survey> {
  const places = new Map<string, number>()
  let sound = 0
  let tombstones = false
  for (const { from, records } of file.batches()) {
    for (const [i, record] of records.entries()) {
      const said = keyIn(record)
      if (said === undefined) continue
      if (from + i !== sound) return { places, sound, tombstones, damaged: true }
      sound++
      if (said.vector) places.set(said.key, from + i)
      else {
        places.delete(said.key)
        tombstones = true
      }
    }
    await setImmediate()
  }
  return { places, sound, tombstones, damaged: false }
}

function compact (file: RecordFile, places: Map<string, number>): void {
  file.rewrite(places.values())
  let place = 0
  for (const key of places.keys()) places.set(key, place++)
}
