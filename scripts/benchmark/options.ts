import { statSync } from 'node:fs'
import { commaList, parseFlags, requireWritable, UsageError } from '../evaluate/command-line.ts'
import { isPeerName, peerNames } from './engines/registry.ts'
import type { PeerName } from './engines/registry.ts'

export const help = `Usage: npm run benchmark -- [options]

Measures the matcher beside other search engines on the same texts and queries: profiles indexed a second,
latency of long queries (a whole challenge of 150 words) and short ones (3 to 5 words), memory, and the
HTTP service's requests a second beside a bare Fastify route.

  --sizes 10000,100000   how many profiles to index
  --queries N            queries of each kind to count (default 100)
  --peers a,b            only these peers, or "none"; there are ${peerNames.join(', ')}
  --corpus FILE          texts from FILE, one JSON object with title and text a line, instead of made-up ones; no
                         text is used twice, so sizes end at what FILE has; at most a tenth of it are queries
  --no-http              leave the HTTP service out
  --json FILE            also write the results to FILE
  --help                 print this

Peers are no dependency of this project: npm installs them, at versions written down here, into
.cache/benchmark/. Each engine is a process of its own, set up as its README says, and gives the ids of the
ten best; the engines answer by turns. Our latency is that of match(): analysis, filters, ids and explanations
included. A peer that needs more than 30 s to index, or for the queries of a kind, is cut off, and that is said.

Exit code: 0 done, 1 failed, 2 wrong usage.
`

export interface BenchmarkOptions {
  sizes: readonly number[]
  queries: number
  peers: readonly PeerName[]
  corpus?: string
  http: boolean
  json?: string
}

function wholeNumber (value: string, option: string, least: number): number {
  const number = Number(value)
  if (!/^\d+$/.test(value) || number < least || !Number.isSafeInteger(number)) {
    throw new UsageError(`${option}: ${JSON.stringify(value)} is not a whole number from ${least}`)
  }
  return number
}

function parsePeers (value: string | undefined): PeerName[] {
  if (value === undefined) return peerNames
  if (value === 'none') return []
  return commaList(value).map(name => {
    if (!isPeerName(name)) throw new UsageError(`--peers: no peer ${JSON.stringify(name)}; there are ${peerNames.join(', ')}`)
    return name
  })
}

/**
 * @param args what follows the script's name
 * @returns undefined where help was asked for
 * @throws UsageError for an unknown option or peer, a number out of range, or a file that cannot be read or written
 */
export function parseOptions (args: readonly string[]): BenchmarkOptions | undefined {
  const values = parseFlags(args, {
    sizes: { type: 'string' },
    queries: { type: 'string' },
    peers: { type: 'string' },
    corpus: { type: 'string' },
    'no-http': { type: 'boolean' },
    json: { type: 'string' },
    help: { type: 'boolean' }
  })
  if (values.help === true) return undefined
  if (values.corpus !== undefined && !statSync(values.corpus, { throwIfNoEntry: false })?.isFile()) {
    throw new UsageError(`--corpus: no file ${values.corpus}`)
  }
  if (values.json !== undefined) requireWritable('--json', values.json)
  return {
    sizes: commaList(values.sizes ?? '10000,100000').map(size => wholeNumber(size, '--sizes', 1)),
    queries: wholeNumber(values.queries ?? '100', '--queries', 1),
    peers: parsePeers(values.peers),
    corpus: values.corpus,
    http: values['no-http'] !== true,
    json: values.json
  }
}
