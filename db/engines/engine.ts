import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Tables } from '../tables/index.ts'
import type { Dialect } from './dialect.ts'

/**
 * The part of drizzle's query builder that both engines share: a selection of the asynchronous PostgreSQL type, so that
 * none of the synchronous `.get`, `.all` and `.run` of better-sqlite3 compiles. A handle is a reader or a transaction.
 */
export type Handle = Pick<NodePgDatabase<Record<string, never>>, 'select' | 'insert' | 'update' | 'delete'>

/** Where an engine tells of what it mended by itself; pino's signature. */
export interface Log {
  warn (details: object, message: string): void
}

export interface Engine {
  readonly name: 'sqlite' | 'postgres'
  readonly tables: Tables
  readonly dialect: Dialect
  /** Reads of committed rows; refused inside a transaction, whose reads belong on its own handle. */
  readonly reader: Handle
  /**
   * Runs `work` on a serializable transaction's handle and commits. Once a statement has failed the transaction is lost,
   * whether `work` minds or not, and the failure is thrown. The same handle object may serve many transactions, one at a
   * time: what was prepared on it stays prepared.
   */
  transact<T> (work: (handle: Handle) => Promise<T>): Promise<T>
  /** Gives positions to the changes that were committed without one. */
  numberChanges (): Promise<void>
  migrate (): Promise<void>
  ping (): Promise<void>
  close (): Promise<void>
}
