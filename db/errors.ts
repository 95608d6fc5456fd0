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

/** The code an engine's driver gave an error, through whatever wraps it. */
export const errorCode = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  return errorCode(error.cause)
}

/** Serialization failures and deadlocks of PostgreSQL: the same work may succeed when it is run again. */
export const isTransient = (error: unknown): boolean => ['40001', '40P01'].includes(errorCode(error) ?? '')

/** What a repository throws for what its driver threw: drizzle's own wrapper puts every parameter, so people's data, into its message. */
export const storeError = (error: unknown): unknown => {
  const bare = error instanceof DrizzleQueryError ? error.cause : error
  if (!(bare instanceof Error) || bare instanceof ConstraintError) return bare
  const kind = kinds[errorCode(bare) ?? '']
  return kind === undefined ? bare : new ConstraintError(kind, bare)
}
