import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { findChromium } from './test/chromium.ts'
import { startCluster } from './test/cluster.ts'
import { tapReader } from './test/tally.ts'

const help = `Usage: npm test -- [FILES...] [--full]

Starts a PostgreSQL of its own, runs the tests (test/**/*.test.ts, or FILES) on it and on SQLite, and prints
a line a test file, the details of what failed and, last, how many assertions passed and failed.

  --full  also the long ones, test/**/*.full.test.ts
  --help  this text
`

const { values: { full, help: helpWanted }, positionals } = parseArgs({
  allowPositionals: true,
  options: { full: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } }
})

const testFiles = async (): Promise<string[]> => (await readdir('test', { recursive: true }))
  .filter((file) => file.endsWith('.test.ts') && (full || !file.endsWith('.full.test.ts')))
  .map((file) => join('test', file)).sort()

/** Runs tap over files and prints what it says; resolves to the exit code. */
const runTap = (files: string[], postgres: string, chromium: string | undefined, stopping: AbortSignal): Promise<number> => new Promise((resolve, reject) => {
  const tap = createRequire(import.meta.url).resolve('tap')
  const program = join(tap.slice(0, tap.lastIndexOf('/dist/')), 'dist', 'esm', 'run.mjs')
  const child = spawn(process.execPath, [program, 'run', '--reporter=tap', ...files], {
    env: { ...process.env, TEST_POSTGRES_URL: postgres, ...(chromium === undefined ? {} : { TEST_CHROMIUM: chromium }) },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own, so that a signal ends the tests it has started with it.
    detached: true
  })
  stopping.addEventListener('abort', () => child.pid !== undefined && process.kill(-child.pid, 'SIGTERM'))
  const reader = tapReader()
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    const said = reader.line(line)
    if (said !== undefined) process.stdout.write(`${said}\n`)
  })
  child.once('error', reject)
  const ended = Promise.all([
    new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1))),
    new Promise<void>((resolve) => lines.once('close', resolve))
  ])
  ended.then(([code]) => {
    const { passed, failed, skipped, files: ran } = reader.tally
    if (skipped > 0) process.stdout.write(`${skipped} skipped or still to do\n`)
    const incomplete = ran < files.length || passed + failed === 0
    if (incomplete) process.stdout.write(`only ${ran} of ${files.length} test files ran\n`)
    process.stdout.write(`${passed} passed, ${failed} failed\n`)
    resolve(code === 0 && (failed > 0 || incomplete) ? 1 : code)
  }, reject)
})

const main = async (): Promise<number> => {
  const files = positionals.length > 0 ? positionals : await testFiles()
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort())
  // Tests of pages as people see them are named so.
  const chromium = files.some((file) => file.includes('browser')) ? await findChromium() : undefined
  const cluster = await startCluster()
  try {
    return stopping.signal.aborted ? 1 : await runTap(files, cluster.url, chromium, stopping.signal)
  } finally {
    await cluster.stop()
  }
}

if (helpWanted) {
  process.stdout.write(help)
} else {
  try {
    process.exitCode = await main()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
