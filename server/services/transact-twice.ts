import { ConstraintError, type Repositories, type Store } from '../../db/index.ts'

/** Two that write the same key at once both find it free; the second, run again, finds what the first stored and answers by it. */
export const transactTwice = async <T>(store: Store, work: (repositories: Repositories) => Promise<T>): Promise<T> => {
  try {
    return await store.transact(work)
  } catch (error) {
    if (error instanceof ConstraintError && error.kind === 'unique') return store.transact(work)
    throw error
  }
}
