import { readFileSync } from 'node:fs'

/** A file of evaluation data is not as its layout says; the message names the file and the line. */
export class DataError extends Error {
  override name = 'DataError'
  constructor (file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`)
  }
}

export interface Line {
  /** From 1, as editors count. */
  number: number
  text: string
}

/**
 * The lines of a UTF-8 file, without their ends (`\n` or `\r\n`) and without a byte order mark.
 *
 * @throws DataError where a line is not UTF-8
 */
export function readLines (file: string): Line[] {
  const bytes = readFileSync(file)
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const lines: Line[] = []
  let start = bytes[0] === 0xEF && bytes[1] === 0xBB && bytes[2] === 0xBF ? 3 : 0
  while (start < bytes.length) {
    const found = bytes.indexOf(0x0A, start)
    const end = found === -1 ? bytes.length : found
    const number = lines.length + 1
    try {
      lines.push({ number, text: decoder.decode(bytes.subarray(start, end)).replace(/\r$/, '') })
    } catch {
      throw new DataError(file, number, 'not UTF-8')
    }
    start = end + 1
  }
  return lines
}
