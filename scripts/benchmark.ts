import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { runScript } from './evaluate/command-line.ts'
import { engines, ownNames } from './benchmark/engines/registry.ts'
import { httpReport, runHttp } from './benchmark/http.ts'
import { help, parseOptions } from './benchmark/options.ts'
import { installPackages } from './benchmark/packages.ts'
import { sizeReport } from './benchmark/report.ts'
import { runEngines } from './benchmark/run.ts'
import { fitSources } from './benchmark/source.ts'
import type { PeerName } from './benchmark/engines/registry.ts'
import type { BenchmarkOptions } from './benchmark/options.ts'
import type { EngineResult } from './benchmark/run.ts'

const print = (text: string) => { process.stdout.write(`${text}\n`) }

/** A line that says what is going on, on a terminal only. */
function announce (label: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${label}`)
}

async function available (peers: readonly PeerName[]): Promise<PeerName[]> {
  const installed: PeerName[] = []
  for (const peer of peers) {
    announce(`installing: ${peer}`)
    try {
      await installPackages(peer)
      installed.push(peer)
    } catch (error) {
      announce('')
      print(`${engines[peer].title} left out, could not be installed: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return installed
}

async function benchmark ({ sizes, queries, peers, corpus, http, json }: BenchmarkOptions): Promise<void> {
  const sources = fitSources(sizes, queries, corpus)
  const names = [...ownNames, ...await available(peers)]
  const results: EngineResult[] = []
  for (const source of sources) {
    const measured = await runEngines(names, source, announce)
    results.push(...measured)
    announce('')
    print(sizeReport(source, measured))
  }
  const routes = http ? await runHttp(announce) : undefined
  if (routes !== undefined) {
    announce('')
    print(httpReport(routes))
  }
  const machine = { node: process.version, cpu: cpus()[0]?.model, cpus: cpus().length }
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ machine, results, http: routes }, undefined, 2)}\n`)
}

await runScript('benchmark', async () => {
  const options = parseOptions(process.argv.slice(2))
  if (options === undefined) process.stdout.write(help)
  else await benchmark(options)
})
