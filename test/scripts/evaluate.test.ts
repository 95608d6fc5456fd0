import { readFileSync } from 'node:fs'
import path from 'node:path'
import t from 'tap'
import { discoverSets } from '../../scripts/evaluate/discover.ts'
import { parseOptions } from '../../scripts/evaluate/options.ts'
import { selectPairs, selectSets } from '../../scripts/evaluate/selection.ts'
import { jsonLines, runScript, tabLines, writeTree } from './run-script.ts'
import type { Test } from 'tap'

const heading = ['query-id', 'corpus-id', 'score']

const bus = { _id: 'bus', title: 'Bus lanes', text: 'Buses stand in traffic and passengers wait.' }
const water = { _id: 'water', title: 'Leaking pipes', text: 'Half of the drinking water leaks from old pipes.' }
const elderly = { _id: 'elderly', title: 'Home care', text: 'Elderly people live alone without care at home.' }

const beir = {
  'corpus.jsonl': jsonLines([bus, water, elderly]),
  'queries.jsonl': jsonLines([
    { _id: 'q1', text: 'drinking water leaks from pipes' },
    { _id: 'q2', text: 'passengers wait for buses in traffic' },
    { _id: 'q3', text: 'not judged' }
  ]),
  'qrels.tsv': tabLines([heading, ['q1', 'water', '2'], ['q2', 'bus', '1'], ['q2', 'elderly', '1']])
}

const below = (folder: string, files: Readonly<Record<string, string | Uint8Array>>) =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]))

async function evaluate (t: Test, files: Readonly<Record<string, string | Uint8Array>>, ...args: string[]) {
  const folder = writeTree(t.testdir(), files)
  const json = path.join(folder, 'out.json')
  const ended = await runScript('scripts/evaluate.ts', '--data', folder, '--json', json, '--encoder', 'none', ...args)
  const rows: Record<string, unknown>[] = ended.code === 0 ? JSON.parse(readFileSync(json, 'utf8')) : []
  return { ...ended, rows }
}

t.test('a BEIR folder is measured at any depth, over its judged queries', async t => {
  const { rows, code, stdout, stderr } = await evaluate(t, below('some/place/set', beir))
  t.equal(code, 0)
  t.equal(stderr, '', 'no progress bar where there is no terminal')
  const [row] = rows
  t.same(Object.keys(row ?? {}), ['set', 'pair', 'queries', 'documents', 'ndcg10', 'mrr', 'recall100', 'accuracy1', 'queriesPerSecond', 'ndcg10Interval', 'accuracy1Interval'])
  t.equal(rows.length, 1)
  // q1 finds its document first: all measures 1. q2 finds bus first and never elderly, which shares no word with it:
  // nDCG 1 / (1 + 1 / log2(3)), recall 1 / 2, MRR and accuracy 1.
  const { queriesPerSecond, ...measures } = row ?? {}
  t.match(measures, {
    set: 'some/place/set',
    pair: null,
    queries: 2,
    documents: 3,
    ndcg10: (1 + 1 / (1 + 1 / Math.log2(3))) / 2,
    mrr: 1,
    recall100: 0.75,
    accuracy1: 1,
    // two queries of 1 and x: means of two draws are x, (1 + x) / 2 and 1, a quarter, a half and a quarter of them
    ndcg10Interval: [1 / (1 + 1 / Math.log2(3)), 1],
    accuracy1Interval: [1, 1]
  })
  t.ok(Number(queriesPerSecond) > 0)
  const [headings, line] = stdout.trim().split('\n')
  t.same(headings?.split(/ {2,}/), ['set', 'pair', 'queries', 'documents', 'nDCG@10', 'MRR', 'Recall@100', 'accuracy@1', 'queries/s', 'nDCG@10 95%', 'accuracy@1 95%'])
  t.same(line?.split(/ {2,}/).slice(0, 8), ['some/place/set', '-', '2', '3', '0.8066', '1.0000', '0.7500', '1.0000'])
})

t.test("a query's own document is left out, and equal scores rank by ascending id", async t => {
  const twins = ['d10', 'd9', 'd1'].map(_id => ({ _id, text: 'Solar panels on the roofs of schools' }))
  const { rows } = await evaluate(t, below('twins', {
    'corpus.jsonl': jsonLines([...twins, { _id: 'other', text: 'Waste is burned in the open' }]),
    'queries.jsonl': jsonLines([{ _id: 'd1', text: 'Solar panels on the roofs of schools' }]),
    'qrels.tsv': tabLines([heading, ['d1', 'd9', '1']])
  }))
  // d1 is the query's own; of d10 and d9, as strings d10 comes first
  t.match(rows, [{ mrr: 1 / 2, accuracy1: 0, ndcg10: 1 / Math.log2(3), recall100: 1 }])
})

t.test('XQuAD folders pair each language with itself and with English', async t => {
  const documents = (texts: string[]) => jsonLines(texts.map((text, number) => ({ _id: `p${number}`, text })))
  const queries = (texts: string[]) => jsonLines(texts.map((text, number) => ({ _id: `q${number}`, text })))
  const files = below('folder', {
    'corpus.en.jsonl': documents(['The bridge was built in 1931.', 'The river floods in May.']),
    'corpus.es.jsonl': documents(['El puente fue construido en 1931.', 'El río se desborda en mayo.']),
    'corpus.de.jsonl': documents(['Die Brücke wurde 1931 gebaut.', 'Der Fluss tritt im Mai über die Ufer.']),
    'queries.en.jsonl': queries(['When was the bridge built?', 'When does the river flood?']),
    'queries.es.jsonl': queries(['¿Cuándo fue construido el puente?', '¿Cuándo se desborda el río?']),
    'queries.de.jsonl': queries(['Wann wurde die Brücke gebaut?', 'Wann tritt der Fluss über die Ufer?']),
    'qrels.tsv': tabLines([heading, ['q0', 'p0', '1'], ['q1', 'p1', '1']])
  })
  const { rows } = await evaluate(t, files)
  t.same(rows.map(row => row.pair).sort(), ['de-de', 'de-en', 'en-de', 'en-en', 'en-es', 'es-en', 'es-es'])
  t.match(rows.find(row => row.pair === 'es-es'), { set: 'folder', queries: 2, documents: 2, accuracy1: 1 })

  const all = await evaluate(t, files, '--pairs', 'all')
  t.equal(all.rows.length, 9)
  const chosen = await evaluate(t, files, '--pairs', 'es-de,de-es')
  t.same(chosen.rows.map(row => row.pair).sort(), ['de-es', 'es-de'])
})

t.test('tables pair their language columns, and a cell is to find its row', async t => {
  const { rows } = await evaluate(t, {
    'towns/names.tsv': tabLines([
      ['id', 'topic', 'en', 'fr', 'tl'],
      ['1', 'x', 'Valparaiso 1536', 'Valparaiso 1536', 'Valparaiso 1536'],
      ['2', 'x', 'Reykjavik 874', 'Reykjavik 874', ''],
      ['3', 'x', 'Antananarivo 1610', 'Antananarivo 1610', 'Antananarivo 1610']
    ])
  })
  t.same(rows.map(row => row.pair).sort(), ['en-fr', 'en-tl', 'fr-en', 'tl-en'], 'a column id of numbers is not Indonesian')
  t.match(rows.find(row => row.pair === 'en-fr'), { set: 'towns/names', queries: 3, documents: 3, accuracy1: 1 })
  t.match(rows.find(row => row.pair === 'en-tl'), { queries: 2, documents: 2 }, 'an empty cell has no wording')
  t.match(rows.find(row => row.pair === 'tl-en'), { queries: 2, documents: 3 })
})

t.test('a column id of sentences is Indonesian, and regional codes are languages', async t => {
  const { rows } = await evaluate(t, {
    'a.tsv': tabLines([['id', 'en'], ['Air bersih', 'Clean water'], ['Jalan raya', 'Main road']]),
    'b.tsv': tabLines([['zh-Hans', 'zh_TW', 'notes'], ['水', '水', 'a b']])
  })
  t.same(rows.map(row => [row.set, row.pair]), [['a', 'en-id'], ['a', 'id-en'], ['b', 'zh_TW-zh-Hans'], ['b', 'zh-Hans-zh_TW']])
})

t.test('of rows with equal text each is right', async t => {
  const { rows } = await evaluate(t, {
    'same.tsv': tabLines([['en', 'fr'], ['Tirana 1614', 'Tirana 1614'], ['Tirana 1614', 'Tirana 1614'], ['Apia 1959', 'Apia 1959']])
  })
  t.same(rows.map(row => row.pair).sort(), ['en-fr', 'fr-en'])
  for (const row of rows) t.match(row, { queries: 3, documents: 3, accuracy1: 1, mrr: 1, recall100: 1, ndcg10: 1 })
})

t.test('folders of facts and profiles are no sets', async t => {
  const table = tabLines([['en', 'fr'], ['Quito', 'Quito']])
  const { rows } = await evaluate(t, { 'reference/countries.tsv': table, 'deep/profiles/x.tsv': table, ...below('profiles', beir), 'kept.tsv': table })
  t.same([...new Set(rows.map(row => row.set))], ['kept'])
})

t.test('sets are chosen by name or by how their name starts', async t => {
  const files = { ...below('english/one', beir), ...below('english/one_more', beir), ...below('other', beir) }
  const named = await evaluate(t, files, '--sets', 'english/one')
  t.same(named.rows.map(row => row.set), ['english/one'])
  const started = await evaluate(t, files, '--sets', 'eng,other')
  t.same(started.rows.map(row => row.set), ['english/one', 'english/one_more', 'other'])
})

t.test('what is wrong in a file is said with its line', async t => {
  const wrong: [string, Record<string, string | Uint8Array>, RegExp][] = [
    ['no JSON', { 'corpus.jsonl': jsonLines([bus, water, elderly]) + '{"_id": \n' }, /corpus\.jsonl:4: not JSON/],
    ['no text', { 'queries.jsonl': '{"_id":"q1"}\n' }, /queries\.jsonl:1: text/],
    ['an empty line', { 'queries.jsonl': `\n${beir['queries.jsonl']}` }, /queries\.jsonl:1: /],
    ['an id twice', { 'corpus.jsonl': jsonLines([bus, water, elderly, bus]) }, /corpus\.jsonl:4: _id "bus" occurs twice/],
    ['not UTF-8', { 'corpus.jsonl': Buffer.concat([Buffer.from(beir['corpus.jsonl']), Buffer.from([0xC3, 0x28, 0x0A])]) }, /corpus\.jsonl:4: not UTF-8/],
    ['a score that is none', { 'qrels.tsv': tabLines([heading, ['q1', 'water', 'yes']]) }, /qrels\.tsv:2: score "yes"/],
    ['two cells', { 'qrels.tsv': tabLines([heading, ['q1', 'water']]) }, /qrels\.tsv:2: /],
    ['no heading', { 'qrels.tsv': tabLines([['q1', 'water', '1']]) }, /qrels\.tsv:1: /],
    ['an unknown document', { 'qrels.tsv': tabLines([heading, ['q1', 'air', '1']]) }, /qrels\.tsv:2: no document "air"/],
    ['a row too short', { '../table.tsv': tabLines([['en', 'fr'], ['one', 'un'], ['two']]) }, /table\.tsv:3: 1 cells under 2 headings/]
  ]
  for (const [what, files, message] of wrong) {
    const folder = writeTree(t.testdir(), below('set', { ...beir, ...files }))
    t.throws(() => discoverSets(folder).forEach(set => set.load(set.pairs)), { name: 'DataError', message }, what)
  }
  const { code, stderr } = await evaluate(t, below('set', { ...beir, 'queries.jsonl': 'no JSON\n' }))
  t.equal(code, 1)
  t.match(stderr, /^evaluate: .*queries\.jsonl:1: not JSON\n$/, 'one line')
})

t.test('wrong usage is one line and exit code 2', async t => {
  const folder = writeTree(t.testdir(), below('set', beir))
  const wrong: [string[], RegExp][] = [
    [[], /--data DIR is missing/],
    [['--data', path.join(folder, 'nowhere')], /no folder/],
    [['--data', folder, '--set', 'x'], /Unknown option '--set'/],
    [['--data', folder, '--json', path.join(folder, 'no', 'file.json')], /cannot write/]
  ]
  for (const [args, message] of wrong) t.throws(() => parseOptions(args), { name: 'UsageError', message })
  t.throws(() => selectSets(discoverSets(folder), ['sets']), { name: 'UsageError', message: /no set is named "sets"/ })
  t.throws(() => selectPairs(discoverSets(folder), ['xx-yy']), { name: 'UsageError', message: /language pair "xx-yy"/ })
  for (const args of [['--foo'], ['--data', folder, '--sets', 'sets']]) {
    const { code, stderr, stdout } = await runScript('scripts/evaluate.ts', ...args)
    t.equal(code, 2)
    t.match(stderr, /^evaluate: .+\n$/, 'one line')
    t.equal(stdout, '')
  }
})

t.test('help says what there is', async t => {
  const { code, stdout } = await runScript('scripts/evaluate.ts', '--help')
  t.equal(code, 0)
  for (const option of ['--data', '--sets', '--pairs', '--json']) t.match(stdout, option)
})
