export { ConstraintError } from './errors.ts'
export { openStore, type StoreOptions } from './store.ts'
export { sortKeys } from './types.ts'
export type * from './types.ts'
