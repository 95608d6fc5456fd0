import { AsyncLocalStorage } from 'node:async_hooks'
import { isTransient, storeError } from './errors.ts'
import type { Repositories } from './types.ts'

/** One run of a transaction's work. */
interface Run {
  open: boolean
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

/** The cast says what fromEntries forgets: the names are the same. */
const wrappedAll = (repositories: Repositories, around: (call: () => Promise<unknown>) => Promise<unknown>): Repositories =>
  Object.fromEntries(Object.entries(repositories).filter(([, repository]) => typeof repository === 'object')
    .map(([name, repository]) => [name, wrapped(repository, around)])) as unknown as Repositories

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
 * Runs `work` on repositories that serve it alone. Their calls run one after another, as a connection needs. Once `work`
 * has ended they refuse, whoever kept them, and a call that it did not await has ended before this returns, so no
 * statement strays into another transaction.
 * A call that failed fails the whole, whether or not `work` caught it: PostgreSQL could not go on, so SQLite does not.
 * @throws what `work` threw, else what a call did; but a transient failure before either
 */
export const runScoped = async <T>(repositories: Repositories, work: (repositories: Repositories) => Promise<T>): Promise<T> => {
  const run: Run = { open: true }
  let [begun, ended] = [0, 0]
  let last: Promise<unknown> = Promise.resolve()

  const inRun = async (call: () => Promise<unknown>): Promise<unknown> => {
    if (!run.open) throw new Error('a repository was used after its transaction had ended')
    if (run.failure) throw new Error('the transaction has failed and takes no more statements', { cause: run.failure.error })
    try {
      return await call()
    } catch (error) {
      run.failure = { error: storeError(error) }
      throw run.failure.error
    }
  }
  const scoped = wrappedAll(repositories, (call) => {
    begun++
    const result = last.then(() => inRun(call)).finally(() => { ended++ })
    last = result.catch(() => {})
    return result
  })

  try {
    const result = await running.run(run, () => work(scoped))
    if (ended < begun) throw new Error('the work of a transaction ended before its statements: await them')
    if (run.failure) throw run.failure.error
    return result
  } catch (error) {
    // Whatever `work` made of it, the engine must learn that the same work may succeed when it is run again.
    throw run.failure && isTransient(run.failure.error) ? run.failure.error : error
  } finally {
    run.open = false
    await last
  }
}
