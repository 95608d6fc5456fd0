import { DrizzleQueryError } from 'drizzle-orm'

/** A row that the tables do not admit: the engines' many codes as one word. */
export class ConstraintError extends Error {
  override name = 'ConstraintError'
  readonly kind: 'unique' | 'reference' | 'check' | 'missing'
  constructor (kind: ConstraintError['kind'], cause: Error) {
    super(`a constraint of the tables was broken: ${kind}`, { cause })
    this.kind = kind
  }
}

const kinds: Readonly<Record<string, ConstraintError['kind']>> = {
  SQLITE_CONSTRAINT_UNIQUE: 'unique',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'unique',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'reference',
  SQLITE_CONSTRAINT_CHECK: 'check',
  SQLITE_CONSTRAINT_NOTNULL: 'missing',
  23505: 'unique',
  23503: 'reference',
  23514: 'check',
  23502: 'missing'
}

/** The error of an engine's driver without drizzle's wrapper, whose message holds every parameter: people's data. */
const unwrapped = (error: unknown): unknown => error instanceof DrizzleQueryError ? error.cause : error

/** The code that an engine's driver gave an error. */
export const errorCode = (error: unknown): string | undefined => {
  const bare = unwrapped(error)
  return bare instanceof Error && 'code' in bare && typeof bare.code === 'string' ? bare.code : undefined
}

/** Serialization failures and deadlocks of PostgreSQL: the same work may succeed when it is run again. */
export const isTransient = (error: unknown): boolean => ['40001', '40P01'].includes(errorCode(error) ?? '')

/** What a repository throws for what its driver threw. */
export const storeError = (error: unknown): unknown => {
  const bare = unwrapped(error)
  const kind = kinds[errorCode(bare) ?? '']
  return bare instanceof Error && kind !== undefined ? new ConstraintError(kind, bare) : bare
}
