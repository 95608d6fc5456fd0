import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { errorCode } from '../errors.ts'
import { sqliteTables } from '../tables/index.ts'
import { sqliteDialect } from './dialect.ts'
import type { Engine, Handle } from './engine.ts'
import { pendingMigrations } from './migrations.ts'
import { taskQueue } from './queue.ts'
import { cachingStatements } from './statements.ts'

/** How long a transaction waits for another process to finish its own. */
const patience = 30_000

const migrationsTable = 'create table if not exists schema_migrations (name text primary key, hash text not null, applied_at text not null)'

/** The one cast of handles: better-sqlite3's builder differs from Handle only in what Handle leaves out. */
const handleOn = (client: Database.Database): Handle => drizzle(client) as unknown as Handle

const open = (path: string, options: Database.Options): Database.Database => cachingStatements(new Database(path, options))

/**
 * SQLite in one file. One connection writes, its transactions one after another in the order they were asked for; another
 * reads, and sees committed rows only. Other processes may do the same on the same file.
 */
export const openSqlite = (url: string): Engine => {
  const path = resolve(url.replace(/^file:/, ''))
  mkdirSync(dirname(path), { recursive: true })

  const writer = open(path, { timeout: 5000 })
  writer.pragma('journal_mode = WAL')
  // FULL has the log on the disk before a commit is acknowledged, so a power cut takes none back: 280 commits/s on a cloud
  // disk, 1,000/s when it was idle. NORMAL made 10,700/s and would lose the last ones.
  writer.pragma('synchronous = FULL')
  writer.pragma('foreign_keys = ON')
  // BEGIN must not wait inside SQLite, which would stop this process: `begin` waits outside it.
  writer.pragma('busy_timeout = 0')
  writer.pragma('cache_size = -65536')
  const reader = open(path, { readonly: true, timeout: 5000 })
  reader.pragma('cache_size = -65536')

  const handle = handleOn(writer)
  const queue = taskQueue()
  let closed = false
  const inTurn = async <T>(task: () => Promise<T>): Promise<T> => {
    if (closed) throw new Error('the store is closed')
    return queue(task)
  }

  const begin = async (): Promise<void> => {
    for (const deadline = Date.now() + patience; ;) {
      try {
        writer.prepare('begin immediate').run()
        return
      } catch (error) {
        if (!errorCode(error)?.startsWith('SQLITE_BUSY') || Date.now() > deadline) throw error
      }
      await delay(2 + Math.random() * 8)
    }
  }

  const transaction = async <T>(work: () => Promise<T>): Promise<T> => {
    await begin()
    try {
      const result = await work()
      writer.prepare('commit').run()
      return result
    } finally {
      // Some errors, a full disk among them, have rolled back already.
      if (writer.inTransaction) writer.prepare('rollback').run()
    }
  }

  const applyMigrations = async () => {
    writer.exec(migrationsTable)
    const applied = writer.prepare<[], { name: string, hash: string }>('select name, hash from schema_migrations').all()
    const record = writer.prepare('insert into schema_migrations (name, hash, applied_at) values (?, ?, ?)')
    for (const { name, hash, statements } of pendingMigrations('sqlite', applied)) {
      for (const statement of statements) writer.exec(statement)
      const [broken] = writer.pragma('foreign_key_check') as unknown[]
      if (broken !== undefined) throw new Error(`migration ${name} leaves a foreign key that refers to nothing`)
      record.run(name, hash, new Date().toISOString())
    }
  }

  return {
    name: 'sqlite',
    tables: sqliteTables,
    dialect: sqliteDialect,
    reader: handleOn(reader),
    transact: (work) => inTurn(() => transaction(() => work(handle))),
    numberChanges: async () => {},
    migrate: () => inTurn(async () => {
      // A table is altered by building it anew, which foreign keys would forbid; the pragma is ignored inside a transaction.
      writer.pragma('foreign_keys = OFF')
      try {
        await transaction(applyMigrations)
      } finally {
        writer.pragma('foreign_keys = ON')
      }
    }),
    ping: async () => { reader.prepare('select 1').get() },
    close: async () => {
      if (closed) return
      await inTurn(async () => {
        closed = true
        reader.close()
        writer.close()
      })
    }
  }
}
