import { spawn } from 'node:child_process'
import { nodeArguments } from './node-arguments.ts'
import type { ChildProcess } from 'node:child_process'

/** How long a server may take until it listens; the service first stores and indexes its sample data. */
const startSeconds = 60

export interface Server {
  origin: string
  /** Resolves when the process is gone. */
  stop (): Promise<void>
}

function originOf (server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => { reject(new Error(`not open after ${startSeconds} s`)) }, startSeconds * 1000)
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const origin = /open at (http:\S+)\s/.exec(said)?.[1]
      if (origin === undefined) return
      clearTimeout(timer)
      resolve(origin)
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.once('error', reject)
    server.once('exit', code => {
      clearTimeout(timer)
      reject(new Error(`ended with ${code}: ${said.trim().split('\n').at(-1) ?? ''}`))
    })
  })
}

/**
 * Starts a script that says `open at http://...` when it listens.
 *
 * @param environment all that the script sees of the environment
 * @throws Error where it ends or does not listen in time
 */
export async function startServer (script: string, environment: Readonly<Record<string, string>>): Promise<Server> {
  const child = spawn(process.execPath, [...nodeArguments, script], {
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const gone = new Promise<void>(resolve => { child.once('close', () => { resolve() }) })
  const stop = async () => {
    child.kill('SIGTERM')
    await gone
  }
  try {
    return { origin: await originOf(child), stop }
  } catch (error) {
    await stop()
    throw new Error(`${script}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
