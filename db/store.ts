import type { Engine, Handle, Log } from './engines/engine.ts'
import { openPostgres } from './engines/postgres.ts'
import { openSqlite } from './engines/sqlite.ts'
import { repositoriesOn, type AllRepositories } from './repositories/all.ts'
import { outsideTransactions, refuseInsideTransaction, runScoped } from './transaction.ts'
import type { Store } from './types.ts'
import { storeError } from './errors.ts'

export interface StoreOptions {
  /** `file:` and a path, relative to the working directory, for SQLite; `postgres://...` or `postgresql://...` for PostgreSQL. */
  url: string
  /** Connections of this process to PostgreSQL; 10 if absent. SQLite needs none. */
  poolSize?: number
  /** Told of connections lost and transactions run again. */
  log?: Log
}

const openEngine = ({ url, poolSize, log }: StoreOptions): Engine => {
  if (url.startsWith('file:')) return openSqlite(url)
  if (/^postgres(ql)?:/.test(url)) return openPostgres({ url, poolSize, log })
  throw new TypeError('a database url starts with file: or postgres:')
}

/**
 * Opens a store; the file and its folder are made when they are missing. Call `migrate` before anything else.
 * @throws {TypeError} for a url of neither engine
 */
export const openStore = (options: StoreOptions): Store => {
  const engine = openEngine(options)

  const onHandle = new WeakMap<Handle, AllRepositories & { appended: boolean }>()
  const repositoriesOf = (handle: Handle) => {
    const known = onHandle.get(handle)
    if (known) return known
    const repositories = repositoriesOn(engine, handle)
    const { changes } = repositories
    const made = {
      ...repositories,
      appended: false,
      changes: {
        ...changes,
        append: async (...values: Parameters<typeof changes.append>) => {
          made.appended = true
          await changes.append(...values)
        }
      }
    }
    onHandle.set(handle, made)
    return made
  }

  const reading = repositoriesOn(engine, engine.reader)
  const { changes } = reading
  const numberedFirst = <V extends unknown[], T>(read: (...values: V) => Promise<T>) => async (...values: V): Promise<T> => {
    await engine.numberChanges()
    return read(...values)
  }
  const read = outsideTransactions({
    ...reading,
    changes: { ...changes, read: numberedFirst(changes.read), history: numberedFirst(changes.history) }
  })

  const listeners = new Set<() => void>()

  return {
    engine: engine.name,
    read,
    transact: async (work) => {
      refuseInsideTransaction('transact')
      let appended = false
      let result
      try {
        result = await engine.transact(async (handle) => {
          const repositories = repositoriesOf(handle)
          repositories.appended = false
          const done = await runScoped(repositories, work)
          appended = repositories.appended
          return done
        })
      } catch (error) {
        throw storeError(error)
      }
      if (appended) for (const listener of listeners) listener()
      return result
    },
    lastPosition: async () => {
      refuseInsideTransaction('lastPosition')
      return numberedFirst(changes.lastPosition)()
    },
    onCommit: (listener) => {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
    migrate: () => engine.migrate(),
    ping: () => engine.ping(),
    close: () => engine.close()
  }
}
