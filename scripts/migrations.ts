import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import * as kit from 'drizzle-kit/api'
import { breakpoint, migrationsFolder } from '../db/engines/migrations.ts'
import { postgresTables, sqliteTables } from '../db/tables/index.ts'

const help = `Usage: npm run migrations -- [NAME] [--check]

Compares the tables (db/tables.ts) with what the committed migrations make, and writes a migration for
each engine that differs, named NAME. A rename of a table or a column asks which it was, so it needs a terminal.

  --check  write nothing; exit 1 when a migration is missing
  --help   this text
`

type Snapshot = { id: string, prevId: string }
type Engine = Parameters<typeof migrationsFolder>[0]

const { values: { check, help: helpWanted }, positionals: [name = 'tables'] } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } }
})

const empty = (engine: Engine) => engine === 'sqlite' ? kit.generateSQLiteDrizzleJson({}) : kit.generateDrizzleJson({})

const current = (engine: Engine, previous: string) => engine === 'sqlite'
  ? kit.generateSQLiteDrizzleJson(sqliteTables, previous)
  : kit.generateDrizzleJson(postgresTables, previous)

/** As JSON keeps it: without what is undefined. */
const plain = (snapshot: object): Snapshot => JSON.parse(JSON.stringify(snapshot))

const same = (a: Snapshot, b: Snapshot): boolean => isDeepStrictEqual({ ...a, id: '', prevId: '' }, { ...b, id: '', prevId: '' })

/** The migration that an engine lacks, or undefined. */
const missing = async (engine: Engine) => {
  const folder = migrationsFolder(engine)
  const kept = join(folder, 'snapshot.json')
  const before: Snapshot = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : plain(await empty(engine))
  const after = plain(await current(engine, before.id))
  return same(before, after) ? undefined : { folder, kept, before, after }
}

const write = async (engine: Engine, { folder, kept, before, after }: NonNullable<Awaited<ReturnType<typeof missing>>>): Promise<void> => {
  const statements = engine === 'sqlite'
    ? await kit.generateSQLiteMigration(before as never, after as never)
    : await kit.generateMigration(before as never, after as never)
  mkdirSync(folder, { recursive: true })
  const number = readdirSync(folder).filter((file) => file.endsWith('.sql')).length
  const file = join(folder, `${String(number).padStart(4, '0')}_${name}.sql`)
  writeFileSync(file, `${statements.join(`\n${breakpoint}\n`)}\n`)
  writeFileSync(kept, `${JSON.stringify(after, null, 2)}\n`)
  process.stdout.write(`${relative(process.cwd(), file)}: ${statements.length} statements\n`)
}

if (helpWanted) {
  process.stdout.write(help)
} else {
  for (const engine of ['sqlite', 'postgres'] as const) {
    const migration = await missing(engine)
    if (migration === undefined) {
      process.stdout.write(`${engine}: migrations and tables agree\n`)
    } else if (check) {
      process.stderr.write(`${engine}: db/tables.ts and the committed migrations disagree; run \`npm run migrations -- NAME\` and commit what it writes\n`)
      process.exitCode = 1
    } else {
      await write(engine, migration)
    }
  }
}
