/**
 * What a child Node process needs to run TypeScript. Not this process's own arguments: those may hold a
 * script (`node -e`) that would run again in every child, and begin children of its own.
 */
export const nodeArguments: readonly string[] = ['--import', import.meta.resolve('tsx')]
