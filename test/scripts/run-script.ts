import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs a script of the project in a process of its own, as npm would. */
export function runScript (script: string, ...args: string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    const ended: Ended = { code: null, stdout: '', stderr: '' }
    child.stdout.on('data', (chunk: Buffer) => { ended.stdout += chunk.toString() })
    child.stderr.on('data', (chunk: Buffer) => { ended.stderr += chunk.toString() })
    child.once('error', reject)
    child.once('close', code => { resolve({ ...ended, code }) })
  })
}

/** Writes files, given by their path in a folder. */
export function writeTree (folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return folder
}

export const jsonLines = (records: readonly object[]) => records.map(record => `${JSON.stringify(record)}\n`).join('')
export const tabLines = (rows: readonly (readonly string[])[]) => rows.map(row => `${row.join('\t')}\n`).join('')
