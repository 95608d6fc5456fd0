import { sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Columns } from '../columns.ts'

export type Checked = Record<string, { column: AnyPgColumn, values: readonly string[] }>

/** Constraints that hold each column to its list. */
export const checksOf = ({ check }: Columns) => (name: string, checked: Checked) => Object.entries(checked).map(([field, { column, values }]) =>
  check(`${name}_${field}_check`, sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`))
