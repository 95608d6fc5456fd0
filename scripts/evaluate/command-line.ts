import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { ParseArgsConfig } from 'node:util'

/** What the caller typed cannot be done: one line, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/**
 * Runs a script's main function; what goes wrong becomes one line on stderr and the exit code:
 * 2 for a usage error, 1 for everything else.
 */
export async function runScript (name: string, main: () => void | Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}

/**
 * Values of a command line's options.
 *
 * @throws UsageError for an unknown option, a missing value, or an argument that is no option
 */
export function parseFlags<Options extends NonNullable<ParseArgsConfig['options']>> (args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The parts of `a,b`, without empty ones. */
export function commaList (value: string): string[] {
  return value.split(',').map(item => item.trim()).filter(item => item !== '')
}

/** @throws UsageError where a long run could not write `file` at its end */
export function requireWritable (option: string, file: string): void {
  const folder = path.dirname(path.resolve(file))
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    throw new UsageError(`${option}: cannot write to the folder ${folder}`)
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`${option}: ${file} is a folder`)
}
