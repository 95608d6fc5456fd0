import { and, asc, desc, eq, getTableColumns, gt, inArray, isNotNull, or, sql, type Placeholder } from 'drizzle-orm'
import type { Dialect } from '../engines/dialect.ts'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { Change, ChangeLog } from '../types.ts'

export interface ChangeRepository extends ChangeLog {
  lastPosition (): Promise<number>
}

const numbered = <T extends { position: number | null }>(row: T): T & { position: number } => {
  const { position } = row
  if (position === null) throw new TypeError('a change without a position was selected')
  return { ...row, position }
}

/** The change log on one handle. Only changes that have a position are read; `store.ts` has them numbered before a read. */
export const changeRepository = (handle: Handle, { changes }: Tables, dialect: Dialect): ChangeRepository => {
  const { id, content, ...fields } = getTableColumns(changes)

  const placeholders: Record<string, Placeholder> = {}
  for (const name of Object.keys({ ...fields, content })) placeholders[name] = sql.placeholder(name)
  const appending = () => handle.insert(changes).values(Object.assign(placeholders as never, { position: dialect.newPosition(changes) })).prepare('changes_append')
  let append: ReturnType<typeof appending> | undefined

  return {
    append: async (change) => { await (append ??= appending()).execute({ ...change }) },
    read: async ({ after, limit, resources, profileId, visibleTo }) => {
      const rows = await handle.select(fields).from(changes).where(and(
        gt(changes.position, after),
        resources && inArray(changes.resource, [...resources]),
        profileId === undefined ? undefined : eq(changes.profileId, profileId),
        visibleTo && or(eq(changes.public, true), visibleTo.ownerId === null ? undefined : eq(changes.ownerId, visibleTo.ownerId))
      )).orderBy(asc(changes.position)).limit(limit)
      return rows.map((row): Change => numbered(row))
    },
    history: async (resource, profileId) => {
      const rows = await handle.select({ ...fields, content }).from(changes)
        .where(and(eq(changes.resource, resource), eq(changes.profileId, profileId), isNotNull(changes.position)))
        .orderBy(asc(changes.version), asc(changes.position))
      return rows.map((row) => numbered(row))
    },
    forget: async (resource, profileId) => {
      await handle.update(changes).set({ content: null }).where(and(eq(changes.resource, resource), eq(changes.profileId, profileId), isNotNull(changes.content)))
    },
    lastPosition: async () => {
      const [last] = await handle.select({ position: changes.position }).from(changes).where(isNotNull(changes.position)).orderBy(desc(changes.position)).limit(1)
      return last?.position ?? 0
    }
  }
}
