import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import { engines } from './engines/registry.ts'
import type { EngineName } from './engines/registry.ts'

const cache = path.resolve('.cache/benchmark')

const manifest = z.object({ version: z.string() })

function installedVersion (folder: string, name: string): string | undefined {
  try {
    return manifest.parse(JSON.parse(readFileSync(path.join(folder, 'node_modules', name, 'package.json'), 'utf8'))).version
  } catch {
    return undefined
  }
}

function npmInstall (folder: string, packages: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const npm = spawn('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact', ...packages], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe']
    })
    let messages = ''
    npm.stderr.on('data', (chunk: Buffer) => { messages += chunk.toString() })
    npm.on('error', reject)
    npm.on('close', code => {
      const error = messages.split('\n').find(line => line.startsWith('npm error')) ?? `npm ended with ${code}`
      if (code === 0) resolve()
      else reject(new Error(error))
    })
  })
}

/**
 * Puts an engine's packages into `.cache/benchmark/` where they are not there yet.
 *
 * @throws Error where npm cannot install them, for want of a network for instance
 */
export async function installPackages (name: EngineName): Promise<void> {
  const packages = Object.entries(engines[name].packages)
  const folder = path.join(cache, name)
  if (packages.every(([dependency, version]) => installedVersion(folder, dependency) === version)) return
  mkdirSync(folder, { recursive: true })
  // Its own package.json, so that npm does not climb up to the project's.
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n')
  await npmInstall(folder, packages.map(([dependency, version]) => `${dependency}@${version}`))
}

/** Loads packages as CommonJS from where the engine's were installed, or the project's own. */
export function packageLoader (name: EngineName): NodeJS.Require {
  return Object.keys(engines[name].packages).length > 0
    ? createRequire(path.join(cache, name, 'package.json'))
    : createRequire(import.meta.url)
}
