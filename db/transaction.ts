import { AsyncLocalStorage } from 'node:async_hooks'
import { isTransient, storeError } from './errors.ts'
import type { Repositories } from './types.ts'

/** One run of a transaction's work. */
interface Run {
  open: boolean
  /** Calls of repositories that have not ended. */
  pending: Set<Promise<unknown>>
  failure?: { error: unknown }
}

const running = new AsyncLocalStorage<Run>()

/** @throws {Error} inside a transaction's work, where `what` would wait for itself or see other rows than the transaction does */
export const refuseInsideTransaction = (what: string): void => {
  if (running.getStore()?.open) throw new Error(`${what} was called inside a transaction: use the repositories it was given`)
}

type Method = (...values: unknown[]) => Promise<unknown>

/** A repository whose every call goes through `around`. */
const wrapped = <T extends object>(repository: T, around: (call: () => Promise<unknown>) => Promise<unknown>): T =>
  new Proxy(repository, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function') return method
      return (...values: unknown[]) => around(() => (method as Method)(...values))
    }
  })

const wrappedAll = (repositories: Repositories, around: (call: () => Promise<unknown>) => Promise<unknown>): Repositories => ({
  cities: wrapped(repositories.cities, around),
  challenges: wrapped(repositories.challenges, around),
  providers: wrapped(repositories.providers, around),
  solutions: wrapped(repositories.solutions, around),
  deployments: wrapped(repositories.deployments, around),
  changes: wrapped(repositories.changes, around),
  organisations: wrapped(repositories.organisations, around),
  keys: wrapped(repositories.keys, around),
  answers: wrapped(repositories.answers, around)
})

/** Repositories that read outside transactions, and say so when they are called inside one. */
export const outsideTransactions = (repositories: Repositories): Repositories => wrappedAll(repositories, async (call) => {
  refuseInsideTransaction('store.read')
  try {
    return await call()
  } catch (error) {
    throw storeError(error)
  }
})

/**
 * Runs `work` on repositories that serve it alone: once it has ended they refuse, whoever kept them, and a call that it
 * did not await has ended before this returns, so no statement strays into another transaction.
 * A call that failed fails the whole, whether or not `work` caught it: PostgreSQL could not go on, so SQLite does not.
 * @throws what `work` threw, else what a call did; but a transient failure before either
 */
export const runScoped = async <T>(repositories: Repositories, work: (repositories: Repositories) => Promise<T>): Promise<T> => {
  const run: Run = { open: true, pending: new Set() }
  const scoped = wrappedAll(repositories, async (call) => {
    if (!run.open) throw new Error('a repository was used after its transaction had ended')
    if (run.failure) throw new Error('the transaction has failed and takes no more statements', { cause: run.failure.error })
    const pending = call()
    run.pending.add(pending)
    try {
      return await pending
    } catch (error) {
      run.failure ??= { error: storeError(error) }
      throw storeError(error)
    } finally {
      run.pending.delete(pending)
    }
  })
  try {
    const result = await running.run(run, () => work(scoped))
    if (run.pending.size > 0) throw new Error('the work of a transaction ended before its statements: await them')
    if (run.failure) throw run.failure.error
    return result
  } catch (error) {
    // Whatever `work` made of it, the engine must learn that the same work may succeed when it is run again.
    throw run.failure && isTransient(run.failure.error) ? run.failure.error : error
  } finally {
    run.open = false
    await Promise.allSettled(run.pending)
  }
}
