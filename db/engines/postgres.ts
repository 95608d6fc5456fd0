import { setTimeout as delay } from 'node:timers/promises'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { isTransient } from '../errors.ts'
import { postgresTables } from '../tables/index.ts'
import { postgresDialect, postgresStatements as statements } from './dialect.ts'
import type { Engine, Handle, Log } from './engine.ts'
import { pendingMigrations } from './migrations.ts'
import { taskQueue } from './queue.ts'

export interface PostgresOptions {
  url: string
  poolSize?: number
  log?: Log
}

/** Runs of one transaction before its serialization failure is the caller's. */
const attempts = 12

/** Runs of one transaction among all others; then it runs alone of its kind, and this process begins no other meanwhile. */
const freeAttempts = 3

/** Full jitter, so that those who met once do not meet again. */
const backoff = (attempt: number): number => Math.random() * Math.min(500, 5 * 2 ** attempt)

/**
 * PostgreSQL through a pool. What would hang ends: no connection within 10 s, a lock not had within 10 s, a statement of
 * 30 s and a transaction that idles for 60 s are errors.
 */
export const openPostgres = ({ url, poolSize = 10, log }: PostgresOptions): Engine => {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true
  })
  // An error of a connection that nobody listens to ends the process. The pool replaces the connection.
  pool.on('connect', (client) => client.on('error', (error) => log?.warn({ err: error }, 'a connection to PostgreSQL was lost')))
  pool.on('error', () => {})

  const handles = new WeakMap<pg.PoolClient, Handle>()
  const handleOn = (client: pg.PoolClient): Handle => {
    const handle = handles.get(client) ?? drizzle(client)
    handles.set(client, handle)
    return handle
  }

  /** Work on one connection; one whose state is not known is thrown away. */
  const onConnection = async <T>(work: (client: pg.PoolClient) => Promise<T>, undo: string): Promise<T> => {
    const client = await pool.connect()
    let broken = false
    try {
      return await work(client)
    } catch (error) {
      await client.query(undo).catch(() => { broken = true })
      throw error
    } finally {
      client.release(broken)
    }
  }

  const transaction = async <T>(begin: string, client: pg.PoolClient, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    await client.query(begin)
    const result = await work(client)
    const { command } = await client.query('commit')
    // PostgreSQL answers the commit of a failed transaction with a rollback and no error.
    if (command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back')
    return result
  }

  const once = async <T>(begin: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> =>
    onConnection((client) => transaction(begin, client, work), 'rollback')

  /** The lock is the session's, taken before the transaction: a snapshot taken while waiting would be too old. */
  const alone = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => onConnection(async (client) => {
    await client.query(statements.lockRetries)
    const result = await transaction(statements.begin, client, work)
    await client.query(statements.unlockRetries)
    return result
  }, `rollback; ${statements.unlockRetries}`)

  const retries = taskQueue()
  let retrying = 0
  const someRetry = () => retrying > 0
  const retry = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    retrying++
    try {
      return await retries(() => alone(work))
    } finally {
      retrying--
    }
  }

  const serializable = async <T>(work: (handle: Handle) => Promise<T>): Promise<T> => {
    const onHandle = (client: pg.PoolClient) => work(handleOn(client))
    while (someRetry()) await retries(async () => {})
    for (let attempt = 1; ; attempt++) {
      try {
        return await (attempt <= freeAttempts ? once(statements.begin, onHandle) : retry(onHandle))
      } catch (error) {
        if (!isTransient(error) || attempt >= attempts) throw error
        log?.warn({ attempt }, 'a transaction met another and is run again')
        await delay(backoff(attempt))
      }
    }
  }

  const numberChanges = async () => {
    const { rows: [first] } = await pool.query<{ found: boolean }>(statements.unnumbered)
    if (!first?.found) return
    await once(statements.beginReadCommitted, async (client) => {
      await client.query(statements.lockNumbering)
      await client.query(statements.number)
    })
  }

  const applyMigrations = async (client: pg.PoolClient) => {
    await client.query('set local statement_timeout = 0')
    await client.query('set local lock_timeout = 0')
    await client.query(statements.lockMigrations)
    await client.query(statements.migrationsTable)
    const { rows: applied } = await client.query<{ name: string, hash: string }>('select name, hash from schema_migrations')
    for (const { name, hash, statements: sql } of pendingMigrations('postgres', applied)) {
      for (const statement of sql) await client.query(statement)
      await client.query('insert into schema_migrations (name, hash, applied_at) values ($1, $2, now())', [name, hash])
    }
  }

  return {
    name: 'postgres',
    tables: postgresTables,
    dialect: postgresDialect,
    reader: drizzle(pool),
    transact: serializable,
    numberChanges,
    migrate: () => once(statements.beginReadCommitted, applyMigrations),
    ping: async () => { await pool.query('select 1') },
    close: async () => { if (!pool.ending) await pool.end() }
  }
}
