import autocannon from 'autocannon'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { TextGenerator } from './generator.ts'
import { aligned } from './report.ts'
import { startServer } from './server-process.ts'
import { percentile } from './statistics.ts'

export interface RouteResult {
  route: string
  /** Medians over the rounds. */
  requestsPerSecond: number
  milliseconds: { p50: number, p99: number }
  /** Answers other than 2xx, and requests without an answer, in all rounds. */
  failed: number
}

interface Target {
  route: string
  url: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
}

const connections = 10
const seconds = 3
const rounds = 3

const page = z.object({ items: z.array(z.object({ id: z.string() })).min(1) })

async function targets (bare: string, service: string): Promise<Target[]> {
  const list = `${service}/v1/challenges?limit=20`
  const [first] = page.parse(await (await fetch(list)).json()).items
  return [
    { route: 'bare Fastify route', url: bare },
    { route: 'GET /v1/challenges, 20 a page', url: list },
    { route: 'GET /v1/challenges/{id}/matches', url: `${service}/v1/challenges/${first?.id}/matches` },
    {
      route: 'POST /v1/match, 150 words',
      url: `${service}/v1/match`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'challenge', text: new TextGenerator(3).longQuery() })
    }
  ]
}

async function measure (all: readonly Target[], onStep: (label: string) => void): Promise<RouteResult[]> {
  const runs = new Map(all.map(target => [target, new Array<Awaited<ReturnType<typeof autocannon>>>()]))
  for (let round = 1; round <= rounds; round++) {
    for (const [{ route, ...request }, results] of runs) {
      onStep(`HTTP, round ${round} of ${rounds}: ${route}`)
      results.push(await autocannon({ ...request, connections, duration: seconds }))
    }
  }
  return [...runs].map(([{ route }, results]) => ({
    route,
    requestsPerSecond: percentile(results.map(result => result.requests.average), 0.5),
    milliseconds: {
      p50: percentile(results.map(result => result.latency.p50), 0.5),
      p99: percentile(results.map(result => result.latency.p99), 0.5)
    },
    failed: results.reduce((sum, result) => sum + result.non2xx + result.errors, 0)
  }))
}

/**
 * Requests a second of the service on an empty SQLite store filled with its sample data, and of a bare
 * Fastify route, each a process of its own on 127.0.0.1, by turns; this process asks.
 *
 * @throws Error where a server does not start
 */
export async function runHttp (onStep: (label: string) => void): Promise<RouteResult[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'benchmark-http-'))
  const script = (name: string) => fileURLToPath(new URL(name, import.meta.url))
  const servers = []
  try {
    onStep('HTTP: starting the servers')
    const bare = await startServer(script('bare-server.ts'), {})
    servers.push(bare)
    const service = await startServer(script('../../server/main.ts'), {
      PORT: '0',
      DATABASE_URL: `file:${path.join(folder, 'store.db')}`,
      SAMPLE_DATA: 'true',
      LOG_LEVEL: 'silent',
      RATE_LIMIT_ANONYMOUS: '1000000000'
    })
    servers.push(service)
    return await measure(await targets(bare.origin, service.origin), onStep)
  } finally {
    await Promise.all(servers.map(server => server.stop()))
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Lines of a table; the last column is the share of the bare route's requests a second. */
export function httpReport (results: readonly RouteResult[]): string {
  const bare = results[0]?.requestsPerSecond ?? NaN
  const rows = results.map(({ route, requestsPerSecond, milliseconds, failed }) => [
    route, requestsPerSecond.toFixed(0), milliseconds.p50.toFixed(0), milliseconds.p99.toFixed(0), String(failed), (requestsPerSecond / bare).toFixed(3)
  ])
  return [
    `HTTP, ${connections} connections, the sample data, milliseconds a request`,
    ...aligned([['route', 'requests/s', 'p50', 'p99', 'failed', 'x bare'], ...rows]),
    ''
  ].join('\n')
}
