import { execFile, spawn } from 'node:child_process'
import { chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { isProgram } from './programs.ts'

const run = promisify(execFile)

const isRoot = process.getuid?.() === 0

const whatToInstall = `The tests run on SQLite and on PostgreSQL, and no PostgreSQL server program was found.
Install PostgreSQL 13 or later: \`apt-get install postgresql\` on Debian and Ubuntu, \`dnf install postgresql-server\`
on Fedora, \`brew install postgresql\` on macOS. No server needs to run: the tests start one of their own.`

const programsOf = async (folder: string | undefined): Promise<string | undefined> =>
  folder !== undefined && isProgram(join(folder, 'initdb')) && isProgram(join(folder, 'postgres')) ? folder : undefined

/** Folder of initdb and postgres: on the PATH, where pg_config says, or where Debian puts them, the newest. */
const findPrograms = async (): Promise<string | undefined> => {
  const configured = await run('pg_config', ['--bindir']).then(({ stdout }) => stdout.trim(), () => undefined)
  const debian = '/usr/lib/postgresql'
  const versions = await readdir(debian).catch((): string[] => [])
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    configured,
    ...versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(debian, version, 'bin'))
  ]
  for (const folder of folders) {
    const found = await programsOf(folder)
    if (found !== undefined) return found
  }
  return undefined
}

const installPrograms = async (): Promise<void> => {
  const apt = await run('apt-get', ['--version']).then(() => true, () => false)
  if (!isRoot || !apt) throw new Error(whatToInstall)
  process.stderr.write('No PostgreSQL was found: installing Debian\'s package postgresql.\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    await run('apt-get', ['update'], { env })
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], { env, maxBuffer: 64 * 2 ** 20 })
  } catch (error) {
    throw new Error(whatToInstall, { cause: error })
  }
}

const freePort = async (): Promise<number> => new Promise((resolve, reject) => {
  const server = createServer()
  server.once('error', reject)
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    server.close(() => typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')))
  })
})

const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** PostgreSQL refuses to run as root. */
const asServer = (program: string, values: string[]): [string, string[]] =>
  isRoot ? ['runuser', ['-u', 'postgres', '--', program, ...values]] : [program, values]

/**
 * Runs a server, its program and values, until standard input ends: when it is told to stop, or when whoever started it
 * is gone, be it killed. SIGQUIT: at once; there is nothing to keep.
 */
const guard = `
folder=$1
shift
("$@"; kill "$$") &
read -r _
trap '' TERM
kill -QUIT "$(head -n 1 "$folder/data/postmaster.pid")"
wait
rm -rf "$folder"`

export interface Cluster {
  /** Of the database `postgres`, as its superuser. */
  url: string
  stop (): Promise<void>
}

/**
 * Starts a PostgreSQL of its own in a temporary folder, without a password, for this machine alone, and without fsync:
 * it keeps nothing.
 * @throws {Error} saying what to install, when there is none and it cannot be installed
 */
export const startCluster = async (): Promise<Cluster> => {
  let programs = await findPrograms()
  if (programs === undefined) {
    await installPrograms()
    programs = await findPrograms()
  }
  if (programs === undefined) throw new Error(whatToInstall)

  const folder = await mkdtemp(join(tmpdir(), 'wicc-test-'))
  try {
    if (isRoot) {
      const { stdout } = await run('id', ['-u', 'postgres'])
      await chown(folder, Number(stdout), -1)
      await chmod(folder, 0o700)
    }
    const data = join(folder, 'data')
    const [init, initValues] = asServer(join(programs, 'initdb'), ['--pgdata', data, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C', '--no-sync'])
    await run(init, initValues, { cwd: '/' })
    const port = await freePort()
    const settings = [
      'listen_addresses=127.0.0.1', `port=${port}`, `unix_socket_directories=${folder}`, 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off',
      'max_connections=200', 'logging_collector=off', 'log_min_messages=fatal', 'log_min_error_statement=panic'
    ]
    const [server, serverValues] = asServer(join(programs, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])])
    // A group of its own, so that Ctrl-C reaches the tests and not the server under them.
    const child = spawn('sh', ['-c', guard, 'sh', folder, server, ...serverValues], { cwd: '/', stdio: ['pipe', 'ignore', 'pipe'], detached: true })
    let said = ''
    child.stderr.on('data', (chunk) => { said = `${said}${chunk}`.slice(-4000) })
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
    const stop = async () => {
      child.stdin.end()
      await ended
      await rm(folder, { recursive: true, force: true })
    }
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`
    for (const deadline = Date.now() + 30_000; !await answers(url);) {
      if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
        await stop()
        throw new Error(`PostgreSQL did not start: ${said}`)
      }
      await delay(50)
    }
    return { url, stop }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}
