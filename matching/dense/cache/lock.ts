import { closeSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'

interface Holder {
  host: string
  process: number
  token: string
}

const beatMilliseconds = 10_000
const deadMilliseconds = 60_000

/**
 * A file that says which process holds something. It is there while the process lives and for as long as it is not released; one
 * that a killed process left is taken over: at once where this machine can tell that the process is gone, else when its
 * holder has not touched it for a minute.
 */
export class Lock {
  readonly #path: string
  readonly #token: string
  readonly #beat: NodeJS.Timeout

  /** For `take`: the file is there, with this token in it. */
  private constructor (path: string, token: string) {
    this.#path = path
    this.#token = token
    this.#beat = setInterval(() => this.#touch(), beatMilliseconds).unref()
  }

  /** Undefined where another has it, or where there can be none. */
  static take (path: string): Lock | undefined {
    const token = created(path) ?? (removedIfAbandoned(path) ? created(path) : undefined)
    return token === undefined ? undefined : new Lock(path, token)
  }

  /** False once another has taken it over. */
  get held (): boolean {
    return holderOf(this.#path)?.token === this.#token
  }

  release (): void {
    clearInterval(this.#beat)
    if (this.held) rmSync(this.#path, { force: true })
  }

  #touch (): void {
    if (!this.held) return
    try {
      utimesSync(this.#path, new Date(), new Date())
    } catch {}
  }
}

/** Its token. */
function created (path: string): string | undefined {
  const holder: Holder = { host: hostname(), process: process.pid, token: randomUUID() }
  try {
    const file = openSync(path, 'wx')
    writeSync(file, JSON.stringify(holder))
    closeSync(file)
    return holder.token
  } catch {
    return undefined
  }
}

function removedIfAbandoned (path: string): boolean {
  try {
    const touched = statSync(path).mtimeMs
    const holder = holderOf(path)
    const gone = holder?.host === hostname() && (holder.process === process.pid ? touched < performance.timeOrigin : !lives(holder.process))
    if (!gone && Date.now() - touched < deadMilliseconds) return false
    rmSync(path)
    return true
  } catch {
    return false
  }
}

function holderOf (path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function lives (id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
