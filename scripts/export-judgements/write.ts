import { createWriteStream } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Writes a file of lines whole or not at all: a name that is there already is replaced at the end. */
export const writeLines = async (file: string, lines: Iterable<string> | AsyncIterable<string>): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true })
  const partial = `${file}.partial`
  const ended = async function * () {
    for await (const line of lines) yield `${line}\n`
  }
  await pipeline(Readable.from(ended()), createWriteStream(partial))
  await rename(partial, file)
}
