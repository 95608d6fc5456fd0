import { readFileSync } from 'node:fs'
import path from 'node:path'
import t from 'tap'
import { TextGenerator } from '../../scripts/benchmark/generator.ts'
import { parseOptions } from '../../scripts/benchmark/options.ts'
import { fitSources, loadWorkload } from '../../scripts/benchmark/source.ts'
import { percentile } from '../../scripts/benchmark/statistics.ts'
import { jsonLines, runScript, writeTree } from './run-script.ts'

t.test('percentiles go by nearest rank', async t => {
  const values = [50, 15, 40, 20, 35]
  t.equal(percentile(values, 0.5), 35, 'third of five')
  t.equal(percentile(values, 0.3), 20, '0.3 x 5 = 1.5, so the second')
  t.equal(percentile(values, 0.99), 50)
  t.ok(Number.isNaN(percentile([], 0.5)))
})

t.test('made-up texts are the same for a seed, and a longer run begins with a shorter one', async t => {
  const made = (seed: number, count: number) => {
    const generator = new TextGenerator(seed)
    return Array.from({ length: count }, () => generator.profile())
  }
  const texts = made(1, 300)
  t.same(made(1, 20), texts.slice(0, 20))
  t.not(made(2, 1)[0]?.text, texts[0]?.text)

  const lengths = texts.map(({ text }) => text.split(' ').length).sort((a, b) => a - b)
  t.ok(Math.abs(percentile(lengths, 0.5) - 150) < 20, 'about 150 words')
  const words = texts.flatMap(({ text }) => text.toLowerCase().split(/\W+/))
  const share = words.filter(word => ['the', 'of', 'and', 'to', 'in', 'a'].includes(word)).length / words.length
  t.ok(share > 0.15 && share < 0.3, `the six commonest words are ${share} of the text`)
})

t.test('queries are of the lengths promised, and no profile', async t => {
  const { documents, queries } = loadWorkload({ size: 50, queries: 10, warmUp: 0 })
  t.equal(documents.length, 50)
  t.ok(queries.long.every(query => query.split(' ').length === 150))
  t.ok(queries.short.every(query => query.split(' ').length >= 3 && query.split(' ').length <= 5))
})

t.test('a corpus is not used twice', async t => {
  const texts = Array.from({ length: 40 }, (_, number) => ({ title: `Title ${number}`, text: `Text number ${number} of a small corpus` }))
  const corpus = path.join(writeTree(t.testdir(), { 'texts.jsonl': jsonLines(texts) }), 'texts.jsonl')
  const sources = fitSources([10, 100, 1000], 50, corpus)
  t.same(sources.map(source => source.size), [10, 36], '40 texts, a tenth of them asked')
  const { documents, queries } = loadWorkload(sources[1] ?? { size: 0, queries: 0, warmUp: 0 })
  t.equal(documents.length, 36)
  t.equal(queries.long.length, 4)
  t.notOk(documents.some(({ text }) => queries.long.some(query => query.includes(text))))
})

t.test('the matcher is measured beside SQLite', async t => {
  const json = path.join(t.testdir({}), 'out.json')
  const { code, stdout, stderr } = await runScript('scripts/benchmark.ts', '--sizes', '300', '--queries', '10', '--peers', 'fts5', '--no-http', '--json', json)
  t.equal(stderr, '')
  t.equal(code, 0)
  t.match(stdout, /^300 profiles, 10 queries of each kind/)
  t.match(stdout, /^SQLite FTS5 .*\d/m)
  const { results } = JSON.parse(readFileSync(json, 'utf8'))
  t.same(results.map((result: { engine: string }) => result.engine), ['ours', 'oursTerms', 'fts5'])
  for (const { engine, documentsPerSecond, latencies, notes } of results) {
    t.same(notes, [], engine)
    t.ok(documentsPerSecond > 0)
    for (const latency of latencies) {
      t.equal(latency.queries, 10)
      t.ok(latency.p50 > 0 && latency.p99 >= latency.p50)
    }
    t.equal(latencies.find((latency: { kind: string }) => latency.kind === 'long').empty, 0, 'every long query finds something')
  }
})

t.test('wrong usage is one line and exit code 2', async t => {
  const wrong: [string[], RegExp][] = [
    [['--size', '10'], /Unknown option '--size'/],
    [['--sizes', 'many'], /--sizes: "many"/],
    [['--queries', '0'], /--queries: "0"/],
    [['--peers', 'lucene'], /no peer "lucene"/],
    [['--corpus', 'nowhere.jsonl'], /no file nowhere\.jsonl/]
  ]
  for (const [args, message] of wrong) t.throws(() => parseOptions(args), { name: 'UsageError', message })
  const { code, stderr } = await runScript('scripts/benchmark.ts', '--foo')
  t.equal(code, 2)
  t.match(stderr, /^benchmark: .+\n$/)
})
