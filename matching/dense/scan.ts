import { type Code, float, int, local, loop, memoryOf, moduleOf, Routine, simd } from './wasm.ts'

/** Numbers are handled 16 at a time; a row is as wide as the next multiple of it, the rest zeros. */
const stride = 16
/** Rows are handled 2 at a time: 100,000 of 384 take 1.75 ms, one at a time 1.83, four at a time 3.3. */
const together = 2
/** Until this many bytes of rows have met every query vector: they stay in the second cache. */
const chunkBytes = 1 << 17

/** Vectors of whole numbers in one memory, and their products with a query. */
export class Rows {
  readonly width: number
  /** Rows a chunk. */
  readonly chunk: number
  /** A multiple of `together`. */
  readonly capacity: number
  /** Row after row, `width` numbers each. */
  readonly values: Int8Array
  readonly #run: (query: number, results: number, row: number, end: number) => void
  readonly #query: Int16Array
  readonly #results: Float32Array
  readonly #start: number

  /** Throws a `RangeError` where the memory would be larger than 4 GB. */
  constructor (dimensions: number, capacity: number) {
    this.width = Math.ceil(dimensions / stride) * stride
    this.chunk = Math.max(together, Math.floor(chunkBytes / this.width / together) * together)
    this.capacity = Math.ceil(capacity / together) * together
    this.#start = this.width * 2 + this.chunk * 4
    const bytes = this.#start + this.capacity * this.width
    const memory = memoryOf(bytes)
    this.#query = new Int16Array(memory.buffer, 0, this.width)
    this.#results = new Float32Array(memory.buffer, this.width * 2, this.chunk)
    this.values = new Int8Array(memory.buffer, this.#start, this.capacity * this.width)
    this.#run = scanOf(this.width).over(memory)
  }

  /** The query's product with `chunk` rows or as many as there are, the first of them a multiple of `together`. What is returned is written over by the next call. */
  products (query: Int16Array, from: number): Float32Array {
    this.#query.set(query)
    const rows = Math.min(this.chunk, this.capacity - from)
    const start = this.#start + from * this.width
    this.#run(0, this.width * 2, start, start + rows * this.width)
    return this.#results
  }
}

/** The most that a query's numbers may be: products with rows of 127 at most then fit in 32 bits, however they add up. */
export function greatestInQuery (dimensions: number): number {
  return Math.min(32767, Math.floor((2 ** 31 - 1) / (127 * Math.ceil(dimensions / stride) * stride)))
}

const routines = new Map<number, Routine>()

function scanOf (width: number): Routine {
  const known = routines.get(width)
  if (known !== undefined) return known
  const made = new Routine(scanCode(width))
  routines.set(width, made)
  return made
}

/** For rows of this width: run(query, results, row, end), all of them addresses; query in 16-bit numbers, results in floats. */
function scanCode (width: number): Uint8Array<ArrayBuffer> {
  const [query, results, row, end, part, rowEnd, low, high, firstSum] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const
  const all = Array.from({ length: together }, (_, i) => i)
  const sum = (i: number): number => firstSum + i
  const times = (i: number, offset: number, half: number): Code => [local.get(row), simd.loadWidened(i * width + offset), local.get(half), simd.dot]

  const step: Code = [
    local.get(part), simd.load(0), local.set(low),
    local.get(part), simd.load(16), local.set(high),
    ...all.map((i): Code => [times(i, 0, low), times(i, 8, high), simd.add, local.get(sum(i)), simd.add, local.set(sum(i))]),
    local.get(part), int.constant(2 * stride), int.add, local.set(part),
    local.get(row), int.constant(stride), int.add, local.tee(row), local.get(rowEnd), int.lessUnsigned
  ]
  const body = loop([
    ...all.map((i): Code => [simd.zero, local.set(sum(i))]),
    local.get(query), local.set(part),
    local.get(row), int.constant(width), int.add, local.set(rowEnd),
    loop(step),
    ...all.map((i): Code => [
      local.get(results),
      [0, 1, 2, 3].map((lane): Code => [local.get(sum(i)), simd.lane(lane), lane === 0 ? [] : int.add]),
      int.toFloat, float.store(i * 4)
    ]),
    local.get(results), int.constant(together * 4), int.add, local.set(results),
    local.get(row), int.constant((together - 1) * width), int.add, local.tee(row), local.get(end), int.lessUnsigned
  ])
  return moduleOf({ parameters: 4, numbers: 2, vectors: 2 + together, body })
}
