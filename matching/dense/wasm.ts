/**
 * As much of WebAssembly's binary format as one small module needs: https://webassembly.github.io/spec/core/binary/.
 * Code is a list of bytes, written with the instructions below.
 */
export type Code = readonly (number | Code)[]

/** What is used of it; its types come with a browser's, or not at all. */
declare const WebAssembly: {
  Memory: new (size: { initial: number }) => { buffer: ArrayBuffer }
  Module: new (code: Uint8Array) => object
  Instance: new (module: object, imports: object) => { exports: Record<string, unknown> }
}

type Instructions = Record<string, Code | ((value: number) => Code)>

const i32 = 0x7f
const v128 = 0x7b
const pageBytes = 1 << 16
const sections = { type: 1, import: 2, function: 3, export: 7, code: 10 }

export const local = {
  get: (index: number): Code => [0x20, unsigned(index)],
  set: (index: number): Code => [0x21, unsigned(index)],
  tee: (index: number): Code => [0x22, unsigned(index)]
}

/** Whole numbers of 32 bits. Loads and stores take the address first, and an offset in bytes. */
export const int = {
  constant: (value: number): Code => [0x41, signed(value)],
  add: [0x6a],
  lessUnsigned: [0x49],
  toFloat: [0xb2]
} satisfies Instructions

export const float = {
  store: (offset: number): Code => [0x38, 2, unsigned(offset)]
}

/** 16 bytes at once, as eight or four whole numbers. */
export const simd = {
  load: (offset: number): Code => [0xfd, unsigned(0), 0, unsigned(offset)],
  /** Eight bytes, each widened to 16 bits with its sign. */
  loadWidened: (offset: number): Code => [0xfd, unsigned(1), 0, unsigned(offset)],
  zero: [0xfd, 12, ...new Array<number>(16).fill(0)],
  /** Products of eight pairs of 16 bits, added in twos to four numbers of 32. */
  dot: [0xfd, unsigned(0xba)],
  add: [0xfd, unsigned(0xae)],
  lane: (lane: number): Code => [0xfd, unsigned(27), lane]
} satisfies Instructions

/** Runs the body again and again while it leaves something other than 0. */
export function loop (body: Code): Code {
  return [0x03, 0x40, body, 0x0d, 0, 0x0b]
}

/** A memory of at least so many bytes. Throws a `RangeError` beyond 4 GB. */
export function memoryOf (bytes: number): { buffer: ArrayBuffer } {
  return new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) })
}

/** Compiled once for any number of memories. */
export class Routine {
  readonly #module: object

  constructor (code: Uint8Array) {
    this.#module = new WebAssembly.Module(code)
  }

  over (memory: { buffer: ArrayBuffer }): (...parameters: number[]) => void {
    return new WebAssembly.Instance(this.#module, { env: { memory } }).exports['run'] as (...parameters: number[]) => void
  }
}

/** A module that imports the memory `env.memory` and exports the function `run`, of whole numbers and without a result. */
export function moduleOf ({ parameters, numbers, vectors, body }: { parameters: number, numbers: number, vectors: number, body: Code }): Uint8Array<ArrayBuffer> {
  const locals = list([[unsigned(numbers), i32], [unsigned(vectors), v128]])
  return Uint8Array.from([
    0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    section(sections.type, list([[0x60, list(new Array<Code>(parameters).fill([i32])), list([])]])),
    section(sections.import, list([[text('env'), text('memory'), 2, 0, 1]])),
    section(sections.function, list([[0]])),
    section(sections.export, list([[text('run'), 0, 0]])),
    section(sections.code, list([sized([locals, body, 0x0b])]))
  ].flatMap(bytesOf))
}

function section (number: number, content: Code): Code {
  return [number, sized(content)]
}

function sized (content: Code): Code {
  const bytes = bytesOf(content)
  return [unsigned(bytes.length), ...bytes]
}

function bytesOf (code: number | Code): number[] {
  return typeof code === 'number' ? [code] : code.flatMap(bytesOf)
}

function list (items: readonly Code[]): Code {
  return [unsigned(items.length), ...items]
}

function text (value: string): Code {
  return sized([...Buffer.from(value)])
}

/** LEB128. */
function unsigned (value: number): Code {
  return value < 128 ? [value] : [value % 128 + 128, unsigned(Math.floor(value / 128))]
}

function signed (value: number): Code {
  return value >= -64 && value < 64 ? [value & 127] : [value & 127 | 128, signed(value >> 7)]
}
