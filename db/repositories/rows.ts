import { eq, getTableName, type InferInsertModel, type InferSelectModel } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Handle } from '../engines/engine.ts'
import type { RowRepository } from '../types.ts'

type Identified = PgTable & { id: AnyPgColumn }

/**
 * What every table of rows with an id can be asked. Drizzle cannot prove of a table that is a type parameter what it
 * proves of each table by itself; the casts here say it.
 */
export const rows = <T extends Identified>(handle: Handle, table: T): RowRepository<InferSelectModel<T>> => ({
  find: async (id) => (await handle.select().from(table as PgTable).where(eq(table.id, id)))[0] as InferSelectModel<T> | undefined,
  insert: async (row) => { await handle.insert(table).values(row as InferInsertModel<T>) },
  update: async (id, changes) => {
    const updated = await handle.update(table).set(changes as never).where(eq(table.id, id)).returning({ id: table.id } as never) as unknown[]
    if (updated.length === 0) throw new Error(`${getTableName(table)} has no row ${id} to update`)
  }
})
