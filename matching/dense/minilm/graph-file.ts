import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The file `<kind>-<key>-<SHA-256 of its content>.onnx` of a directory: read where it is sound, made and written where not.
 * Files of the kind that are stale or damaged are removed. Where the directory cannot be written the content is only returned.
 */
export async function graphFile (directory: string, kind: string, key: string, make: () => Promise<readonly Uint8Array[]>): Promise<Uint8Array> {
  const mine = (await readdir(directory).catch(() => [])).filter(file => file.startsWith(`${kind}-`) && file.endsWith('.onnx'))
  for (const file of mine) {
    if (!file.startsWith(`${kind}-${key}-`)) continue
    const content = await readFile(join(directory, file)).catch(() => undefined)
    if (content !== undefined && file === fileName(kind, key, content)) return content
  }
  const content = Buffer.concat(await make())
  await write(directory, fileName(kind, key, content), content).then(
    () => Promise.all(mine.map(file => file === fileName(kind, key, content) ? undefined : rm(join(directory, file), { force: true }))),
    () => undefined
  )
  return content
}

function fileName (kind: string, key: string, content: Uint8Array): string {
  return `${kind}-${key}-${createHash('sha256').update(content).digest('hex').slice(0, 32)}.onnx`
}

/** Aside first, then into its place in one step: no reader sees half a file, and of two writers one comes last. */
async function write (directory: string, name: string, content: Uint8Array): Promise<void> {
  await mkdir(directory, { recursive: true })
  const aside = join(directory, `${name}.${randomUUID()}.part`)
  try {
    const file = await open(aside, 'wx')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(aside, join(directory, name))
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}
