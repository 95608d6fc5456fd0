import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What stands between the statements of a migration; drizzle-kit's own mark. */
export const breakpoint = '--> statement-breakpoint'

export interface Migration {
  name: string
  /** SHA-256 of its file. */
  hash: string
  statements: string[]
}

/** Where an engine's migrations are kept: SQL files that are applied in the order of their names. */
export const migrationsFolder = (engine: 'sqlite' | 'postgres'): string => fileURLToPath(new URL(`../migrations/${engine}`, import.meta.url))

/**
 * The migrations that a database lacks, in their order. Those it has and this program does not know are a newer
 * program's: let be, so that old and new instances can run side by side.
 * @throws {Error} when one was changed after it was applied
 */
export const pendingMigrations = (engine: 'sqlite' | 'postgres', applied: ReadonlyArray<{ name: string, hash: string }>): Migration[] => {
  const folder = migrationsFolder(engine)
  const hashes = new Map(applied.map(({ name, hash }) => [name, hash]))
  return readdirSync(folder).filter((file) => file.endsWith('.sql')).sort().flatMap((file) => {
    const name = file.slice(0, -'.sql'.length)
    const text = readFileSync(join(folder, file), 'utf8')
    const hash = createHash('sha256').update(text).digest('hex')
    const known = hashes.get(name)
    if (known !== undefined && known !== hash) throw new Error(`migration ${name} was changed after it was applied to this database`)
    return known === undefined ? [{ name, hash, statements: text.split(breakpoint) }] : []
  })
}
