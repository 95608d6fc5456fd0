import { writeFileSync } from 'node:fs'
import { Embedding } from '../matching/dense/embedding.ts'
import { openEncoder } from '../matching/dense/index.ts'
import { VectorCache } from '../matching/dense/vector-cache.ts'
import { createMatcher } from '../matching/index.ts'
import { runScript, UsageError } from './evaluate/command-line.ts'
import { discoverSets } from './evaluate/discover.ts'
import { measure } from './evaluate/measure.ts'
import { help, parseOptions } from './evaluate/options.ts'
import { startProgress } from './evaluate/progress.ts'
import { selectPairs, selectSets } from './evaluate/selection.ts'
import { createTable } from './evaluate/table.ts'
import type { Measures } from './evaluate/measure.ts'
import type { EvaluateOptions } from './evaluate/options.ts'

async function evaluate ({ data, sets: names, pairs, json, encoder: kind }: EvaluateOptions): Promise<void> {
  const found = discoverSets(data)
  if (found.length === 0) throw new UsageError(`--data: no set in ${data}`)
  const chosen = selectPairs(names.length === 0 ? found : selectSets(found, names), pairs)
  const tasks = [...chosen].flatMap(([set, wanted]) => set.load(wanted))

  const table = createTable(chosen)
  const print = (line: string) => { process.stdout.write(`${line}\n`) }
  const progress = startProgress(tasks.flatMap(task => task.runs).reduce((sum, run) => sum + run.queries.length, 0))
  const rows: Measures[] = []
  const cacheDirectory = '.cache'
  const encoder = await openEncoder({ kind }, { cacheDirectory })
  const cache = encoder === undefined ? undefined : await VectorCache.open(cacheDirectory, encoder)
  try {
    progress.around(() => { print(table.heading) })
    for (const task of tasks) {
      const matcher = createMatcher()
      const embedding = encoder === undefined || cache === undefined ? undefined : new Embedding(matcher, { encoder, cache }, { onError: error => { throw error } })
      for await (const row of measure(task, { matcher, embedding }, () => { progress.step(task.set) })) {
        rows.push(row)
        progress.around(() => { print(table.row(row)) })
      }
    }
  } finally {
    progress.stop()
    await encoder?.close()
    await cache?.close()
  }
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(rows, undefined, 2)}\n`)
}

await runScript('evaluate', async () => {
  const options = parseOptions(process.argv.slice(2))
  if (options === undefined) process.stdout.write(help)
  else await evaluate(options)
})
