import { ConstraintError, type Repositories, type Store } from '../../db/index.ts'

/** Two that write the same key at once both find it free; the second, run again, finds what the first stored and answers by it. */
export const transactTwice = async <T>(database: Store, work: (repositories: Repositories) => Promise<T>): Promise<T> => {
  try {
    return await database.transact(work)
  } catch (error) {
    if (error instanceof ConstraintError && error.kind === 'unique') return database.transact(work)
    throw error
  }
}
